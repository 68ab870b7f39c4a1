"""Values of a row as a format wants them: typed, or flat text for tables without nesting."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from newsspider.export.columns import TableColumn
from newsspider.export.stored_rows import Row


def typed(column: TableColumn, value: Any) -> Any:
    """Return the value with `datetime` and `date` where the column says so, also within it.

    >>> typed(TableColumn("day", "day", is_list=True), ["2022-01-11"])
    [datetime.date(2022, 1, 11)]
    """
    if value is None:
        return [] if column.is_list else None
    if column.is_list:
        return value if _is_plain(column) else [_typed(column, each) for each in value]
    return _typed(column, value)


def _typed(column: TableColumn, value: Any) -> Any:
    if value is None:
        return None
    if column.kind == "moment":
        return datetime.fromisoformat(value)
    if column.kind == "day":
        return date.fromisoformat(value)
    if column.kind == "struct" and not _is_plain(column):
        return {part.name: typed(part, value[part.name]) for part in column.parts}
    return value


def _is_plain(column: TableColumn) -> bool:
    """Whether a value is the same in JSON."""
    if column.kind == "struct":
        return all(_is_plain(part) for part in column.parts)
    return column.kind not in ("moment", "day")


def flat(columns: Sequence[TableColumn], row: Row) -> dict[str, str | int | float | None]:
    """Return a row for a table without nesting: single structs laid open, lists as JSON.

    `columns` are those before `flattened`.
    """
    cells: dict[str, str | int | float | None] = {}
    for column in columns:
        value = row.get(column.name)
        if column.is_list:
            cells[column.name] = msgspec.json.encode(value or []).decode()
        elif column.kind == "struct":
            for part in column.parts:
                cells[f"{column.name}_{part.name}"] = (value or {}).get(part.name)
        else:
            cells[column.name] = value
    return cells
