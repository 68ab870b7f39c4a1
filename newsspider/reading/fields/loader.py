"""An ItemLoader whose sources are tried best first; the first that can be read wins.

A source that is there but unreadable (a picture that is a placeholder, a list of commas) falls
through to the next, because its values do not survive the field's input processor.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, Self

from itemloaders import ItemLoader
from itemloaders.processors import TakeFirst
from lxml import etree

from newsspider.reading import json_ld
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.indonesian import bylines
from newsspider.reading.lines import line_of, line_of_markup, shown
from newsspider.reading.text import clean, unique

Source = tuple[str, str, list[Any]]
"""Kind ("place", "json_ld", "meta"), rule, and the values that the rule finds."""


class Stats(Protocol):
    """What counts how often each rule was tried and hit; Scrapy's stats collector is one."""

    def inc_value(self, key: str, count: int = 1) -> None:
        """Adds to a count."""


def cleaned(values: Iterable[Any]) -> list[str]:
    """The texts among the values, cleaned; empty ones are no candidates."""
    texts = (clean(value) for value in values if isinstance(value, str))
    return [text for text in texts if text]


class ArticleLoader(ItemLoader):
    """Loads a dict of the fields that a page states in several places."""

    default_item_class = dict
    headline_in = description_in = in_language_in = staticmethod(cleaned)
    headline_out = description_out = in_language_out = image_out = TakeFirst()
    authors_in = staticmethod(bylines.names)
    authors_out = keywords_out = staticmethod(unique)

    @staticmethod
    def image_in(values: list[Any]) -> list[Any]:
        """Return the pictures among the values."""
        return [value for value in values if value]

    @staticmethod
    def keywords_in(values: list[Any]) -> list[str]:
        """Return tags, whether listed one by one or parted by commas, some of them stray."""
        parts = (part for value in values for part in re.split(r"[,;]", value or ""))
        return [word for part in parts if (word := clean(part).strip(" #\"'"))]

    def get_input_processor(self, field_name: str) -> Callable[..., Any]:
        """The processor named on the class; all are plain functions, so none needs unbinding."""
        processor: Callable[..., Any] = getattr(self, f"{field_name}_in")
        return processor

    def get_output_processor(self, field_name: str) -> Callable[..., Any]:
        """The processor named on the class."""
        processor: Callable[..., Any] = getattr(self, f"{field_name}_out")
        return processor

    @classmethod
    def counting(cls, stats: Stats | None) -> Self:
        """A loader that counts in `stats`, so that a selector which never hits can be named."""
        return cls(stats=stats)

    def first_of(self, field: str, sources: Iterable[Source]) -> Self:
        """Tries sources in their order until one gives a value.

        Counts under `parser/<field>/<kind>/<rule>`, as itemloaders does for its own rules, so that
        a rule which was tried and never hit stands at 0.
        """
        for kind, rule, values in sources:
            if values:
                self.add_value(field, values)
            hit = bool(self.get_collected_values(field))
            if self.stats is not None:
                self.stats.inc_value(f"parser/{field}/{kind}/{rule}", int(hit))
            if hit:
                break
        return self


Read = Callable[[etree._Element], Any]


def places(page: ArticlePage, rules: Iterable[str], read: Read = line_of) -> Iterator[Source]:
    """Yield each place with what `read` makes of the elements there that a reader sees."""
    for rule in rules:
        yield "place", rule, list(map(read, shown(page.page.elements(rule))))


def metas(page: ArticlePage, *names: str) -> Iterator[Source]:
    """Yield each `<meta>` of these names or properties."""
    for name in names:
        value = page.page.index.meta.get(name)
        yield "meta", name, [line_of_markup(value)] if value else []


def stated(page: ArticlePage, key: str, *within: str) -> Iterator[Source]:
    """Yield a text of the article's JSON-LD."""
    value = json_ld.text_of(page.news_article.get(key), *within)
    yield "json_ld", key, [line_of_markup(value)] if value else []
