"""The item loader of articles: how what a page states becomes the values of its record.

`<field>_in` cleans the values of one source, `<field>_out` makes one value of all that were
collected, as in any item loader. A source that is there but unreadable (a picture that is a
placeholder, a list of commas) falls through to the next: its values do not survive `<field>_in`.
"""

import re
from collections.abc import Iterable, MutableMapping
from typing import Any, Protocol, Self

from itemloaders import ItemLoader
from itemloaders.processors import Identity, Join, TakeFirst

from newsspider.reading.fields import publication
from newsspider.reading.fields.source import Source
from newsspider.reading.indonesian import bylines
from newsspider.reading.text import clean, unique

_ROLE = re.compile(r"(?:editor|penulis|reporter|pewarta)\s*:", re.IGNORECASE)


class Stats(Protocol):
    """What counts how often each rule was tried and hit; Scrapy's stats collector is one."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Add to a count."""


def cleaned(values: Iterable[Any]) -> list[str]:
    """Return the texts among the values, cleaned; empty ones are no candidates."""
    texts = (clean(value) for value in values if isinstance(value, str))
    return [text for text in texts if text]


def tags(values: Iterable[str]) -> list[str]:
    """Return tags, whether listed one by one or parted by commas, some of them stray.

    Names that some sites file among them ("Editor:Prasetyo") are none.

    >>> tags(["#beras, panen,", "Bulog", "Editor:Prasetyo"])
    ['beras', 'panen', 'Bulog']
    """
    parts = (part for value in values for part in re.split(r"[,;]", value or ""))
    words = (clean(part).strip(" #\"'") for part in parts)
    return [word for word in words if word and not _ROLE.match(word)]


def people(lines: Iterable[Any], loader_context: MutableMapping[str, Any]) -> list[str]:
    """Return the names in lines of authors but those of the `publisher` of the context.

    The house's own name is none: it stands where an author is unknown.
    """
    publisher = loader_context["publisher"]
    return [name for name in bylines.names(lines) if name.casefold() not in publisher]


class ArticleLoader(ItemLoader):
    """Loads the fields of a record that pages state, by name.

    A field without processors of its own is a line of text: cleaned, and the first one counts. The
    context holds `now` and `language` of the page, for dates, the `hint` of its address, and the
    names of the `publisher`.
    """

    default_item_class = dict
    default_input_processor = staticmethod(cleaned)
    default_output_processor = TakeFirst()

    # Stated, since itemloaders asks the item for the processors of each field that has none.
    headline_in = description_in = in_language_in = section_in = staticmethod(cleaned)
    dateline_in = editor_in = staticmethod(cleaned)
    headline_out = description_out = in_language_out = section_out = image_out = TakeFirst()
    dateline_out = editor_out = date_modified_out = TakeFirst()
    date_published_in = staticmethod(publication.claims)
    date_published_out = staticmethod(publication.best_of)
    date_modified_in = staticmethod(publication.moments)
    authors_in = staticmethod(people)
    keywords_in = staticmethod(tags)
    authors_out = keywords_out = staticmethod(unique)
    article_body_in = Identity()
    article_body_out = Join("\n\n")
    image_in = breadcrumbs_in = read_also_in = Identity()
    related_in = recommended_in = latest_in = infographics_in = Identity()
    breadcrumbs_out = read_also_out = Identity()
    related_out = recommended_out = latest_out = infographics_out = Identity()

    def first_of(self, field: str, sources: Iterable[Source]) -> Self:
        """Try sources in their order until one gives a value."""
        for source in sources:
            if self.add_source(field, source):
                break
        return self

    def add_source(self, field: str, source: Source) -> bool:
        """Add the values of a source; return whether any survived.

        The source is counted under `parser/<field>/<kind>/<rule>`, as itemloaders counts its own
        rules: one that was tried and never hit stands at 0.
        """
        hit = False
        if source.values:
            before = len(self.get_collected_values(field))
            self.add_value(field, source.values)
            hit = len(self.get_collected_values(field)) > before
        self.count(field, source.kind, source.rule, hit=hit)
        return hit

    def count(self, field: str, kind: str, rule: str, *, hit: bool) -> None:
        """Count a rule for a field as tried, and as hit or not."""
        if self.stats is not None:
            self.stats.inc_value(f"parser/{field}/{kind}/{rule}", int(hit))
