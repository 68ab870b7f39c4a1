"""The columns of every export, from the dataclass of the record: names, types, meanings.

Arrow, SQLite, CSV and the data dictionary are all made from these, so that a column has the same
type whatever a file happens to hold.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta, inspect

from newsspider.items import DAY_PATTERN, MOMENT_PATTERN, Article, Day, Moment, Text

Kind = Literal["text", "integer", "number", "moment", "day", "struct"]

SIDE_LISTS: Final = ("read_also", "related", "recommended", "latest", "infographics")
"""Columns of links to other articles, more than half of a line: `--without lists`."""


@dataclass(kw_only=True, slots=True)
class ExportedArticle(Article):
    """The record, and what only the state or the date tells of it."""

    day_published: Annotated[Day, Meta(description="day of publication in Jakarta")]
    utc_offset_minutes: Annotated[
        int, Meta(description="offset of date_published as printed: WIB 420, WITA 480, WIT 540")
    ]
    duplicate_group: Annotated[
        Text | None, Meta(description="id of the article of its group that was stored first")
    ] = None
    taken_down_at: Annotated[
        Moment | None, Meta(description="when the site was found to have it no more")
    ] = None
    taken_down_reason: Annotated[Text | None, Meta(description="what the site answered")] = None


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column, or a part of one whose `kind` is `struct`; of a list, `kind` is of its items."""

    name: str
    kind: Kind
    meaning: str = ""
    is_list: bool = False
    nullable: bool = False
    parts: tuple["TableColumn", ...] = ()

    @property
    def type_name(self) -> str:
        """Return the type in words.

        >>> url = TableColumn("url", "text")
        >>> TableColumn("related", "struct", is_list=True, parts=(url,)).type_name
        'list of {url: text}'
        """
        inner = ", ".join(f"{part.name}: {part.type_name}" for part in self.parts)
        name = f"{{{inner}}}" if self.parts else self.kind
        return f"list of {name}" if self.is_list else name


def columns(*, lists: bool = True) -> tuple[TableColumn, ...]:
    """Return the columns in the order of the record; the side lists only if `lists`."""
    made = inspect.type_info(ExportedArticle)
    assert isinstance(made, inspect.DataclassType)
    stated = {field.name: _column(field.name, field.type) for field in made.fields}
    names = [field.name for field in fields(ExportedArticle)]  # msgspec puts defaults last
    return tuple(stated[name] for name in names if lists or name not in SIDE_LISTS)


def flattened(found: tuple[TableColumn, ...]) -> Iterator[TableColumn]:
    """Yield the columns with single structs laid open: `image` as `image_url`, `image_caption` …"""
    for column in found:
        if column.kind == "struct" and not column.is_list:
            for part in column.parts:
                yield replace(part, name=f"{column.name}_{part.name}", nullable=True)
        else:
            yield column


def _column(name: str, found: inspect.Type, meaning: str = "") -> TableColumn:
    match found:
        case inspect.Metadata(type=inner, extra_json_schema=told):
            return _column(name, inner, meaning or (told or {}).get("description", ""))
        case inspect.UnionType(types=types):
            (inner,) = (each for each in types if not isinstance(each, inspect.NoneType))
            return replace(_column(name, inner, meaning), nullable=True)
        case inspect.ListType(item_type=item):
            return replace(_column(name, item, meaning), is_list=True)
        case inspect.DataclassType(fields=inner_fields):
            parts = tuple(_column(each.name, each.type) for each in inner_fields)
            return TableColumn(name, "struct", meaning, parts=parts)
        case inspect.IntType():
            return TableColumn(name, "integer", meaning)
        case inspect.FloatType():
            return TableColumn(name, "number", meaning)
        case inspect.StrType(pattern=pattern):
            kinds: dict[str | None, Kind] = {MOMENT_PATTERN: "moment", DAY_PATTERN: "day"}
            return TableColumn(name, kinds.get(pattern, "text"), meaning)
        case inspect.LiteralType():
            return TableColumn(name, "text", meaning)
    raise msgspec.ValidationError(f"{name}: no column for {found}")
