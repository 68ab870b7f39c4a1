"""The item loader of articles: how what a page states becomes the values of its record.

`<field>_in` cleans the values of one source, `<field>_out` makes one value of all that were
collected, as in any item loader. A source that is there but unreadable (a picture that is a
placeholder, a list of commas) falls through to the next: its values do not survive `<field>_in`.
"""

import re
from collections.abc import Callable, Iterable, MutableMapping, Sequence
from functools import lru_cache
from inspect import getattr_static, isfunction
from typing import Any, Final, Protocol

from itemloaders import ItemLoader
from itemloaders.processors import Identity, Join, TakeFirst

from newsspider.reading.fields.date_claims import Claim, DateLine, claims
from newsspider.reading.fields.publication import Published, best_of
from newsspider.reading.fields.source import Source
from newsspider.reading.html.time_elements import moment_of
from newsspider.reading.indonesian import bylines
from newsspider.reading.text import clean, unique

_FIRST: Final = TakeFirst()
_AS_IT_IS: Final = Identity()
_ROLE = re.compile(r"(?:editor|penulis|reporter|pewarta)\s*:", re.IGNORECASE)


class Stats(Protocol):
    """What counts how often each rule was tried and hit; Scrapy's stats collector is one."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add to a count."""


class ArticleLoader(ItemLoader):
    """Loads the fields of a record that pages state, by name.

    A field without processors of its own is a line of text: cleaned, and the first one counts. The
    context holds `now` and `language` of the page, for dates, the `hint` of its address, and the
    names of the `publisher`.
    """

    default_item_class = dict

    @staticmethod
    def headline_in(values: Iterable[Any]) -> list[str]:
        """Return the texts among the values, cleaned; empty ones are no candidates."""
        return [text for value in values if isinstance(value, str) and (text := clean(value))]

    @staticmethod
    def keywords_in(values: Iterable[str]) -> list[str]:
        """Return tags, whether listed one by one or parted by commas, some of them stray.

        Names that some sites file among them ("Editor:Prasetyo") are none.

        >>> ArticleLoader.keywords_in(["#beras, panen,", "Bulog", "Editor:Prasetyo"])
        ['beras', 'panen', 'Bulog']
        """
        parts = ",".join(filter(None, values)).replace(";", ",").split(",")
        words = [clean(part).strip(" #\"'") for part in parts]
        return [word for word in words if word and not _ROLE.match(word)]

    @staticmethod
    def keywords_out(values: Iterable[str]) -> list[str]:
        """Return the values in their order, each once; case does not part them."""
        return unique(values)

    @staticmethod
    def authors_in(lines: Iterable[Any], loader_context: MutableMapping[str, Any]) -> list[str]:
        """Return the names in lines of authors but those of the `publisher` of the context.

        The house's own name is none: it stands where an author is unknown.
        """
        publisher = loader_context["publisher"]
        return [name for name in bylines.names(lines) if name.casefold() not in publisher]

    @staticmethod
    def date_published_in(
        lines: Iterable[DateLine], loader_context: MutableMapping[str, Any]
    ) -> list[Claim]:
        """Return what the lines of one source say that can be read as dates."""
        return claims(lines, loader_context)

    @staticmethod
    def date_published_out(
        found: list[Claim], loader_context: MutableMapping[str, Any]
    ) -> Published | None:
        """Return when the article was published by the best of the claims."""
        return best_of(found, loader_context)

    @staticmethod
    def date_modified_in(values: Iterable[str]) -> list[str]:
        """Return the values that name a moment, in ISO 8601 with offset."""
        return list(filter(None, map(moment_of, values)))

    # Stated, since itemloaders asks the item for the processors of each field that has none.
    description_in = in_language_in = section_in = dateline_in = editor_in = headline_in
    default_input_processor = headline_in
    headline_out = description_out = in_language_out = section_out = image_out = _FIRST
    dateline_out = editor_out = date_modified_out = default_output_processor = _FIRST
    authors_out = keywords_out
    article_body_in = image_in = breadcrumbs_in = read_also_in = _AS_IT_IS
    related_in = recommended_in = latest_in = infographics_in = _AS_IT_IS
    article_body_out = Join("\n\n")
    breadcrumbs_out = read_also_out = _AS_IT_IS
    related_out = recommended_out = latest_out = infographics_out = _AS_IT_IS

    def get_input_processor(self, field_name: str) -> Callable[..., Any]:
        """Return what cleans the values of a field: looked up once, not for each value."""
        loader: type = type(self)
        return _stated(loader, f"{field_name}_in") or super().get_input_processor(field_name)

    def get_output_processor(self, field_name: str) -> Callable[..., Any]:
        """Return what makes one value of all of a field."""
        loader: type = type(self)
        return _stated(loader, f"{field_name}_out") or super().get_output_processor(field_name)

    def first_of(self, field: str, sources: Iterable[Source]) -> None:
        """Try sources in their order until one gives a value; a field that has one keeps it."""
        if field in self._values:
            return
        for source in sources:
            if self.add_source(field, source):
                return

    def add_source(self, field: str, source: Source) -> bool:
        """Add the values of a source to those of others; return whether any is readable."""
        kind, rule, values = source
        hit = bool(values) and self.collect(field, values)
        if self.stats is not None:
            self.count(field, kind, rule, hit=hit)
        return hit

    def collect(self, field: str, values: Sequence[Any]) -> bool:
        """Add values as `add_value` does, and return whether any survives `<field>_in`.

        They are several already, and need no processor of their own, which `add_value` asks for.
        """
        read = self._process_input_value(field, values)
        if read:
            self._values.setdefault(field, []).extend(read)
        return bool(read)

    def load_item(self) -> dict[str, Any]:
        """Return the value of each field that has one. The item, a dict, needs no adapter."""
        for field in self._values:
            value = self.get_output_value(field)
            if value is not None:
                self._local_item[field] = value
        loaded: dict[str, Any] = self.item
        return loaded

    def count(self, field: str, kind: str, rule: str, *, hit: bool) -> None:
        """Count a rule for a field as tried, and as hit or not: `parser/<field>/<kind>/<rule>`.

        So itemloaders counts its own rules: one that was tried and never hit stands at 0.
        """
        if self.stats is not None:
            self.stats.inc_value(f"parser/{field}/{kind}/{rule}", int(hit))


@lru_cache(maxsize=256)
def _stated(loader: type, name: str) -> Callable[..., Any] | None:
    """The processor that a class states; None for a method, which each loader has its own of."""
    stated = getattr_static(loader, name, None)
    return None if isfunction(stated) else getattr(loader, name, None)
