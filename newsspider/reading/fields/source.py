"""A place on a page that may state a field, with the name that its hits are counted under."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from newsspider.reading import json_ld
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.html.lines import line_of, line_of_markup

Read = Callable[[etree._Element], Any]


@dataclass(slots=True)
class Source:
    """Values of a field, and the rule that found them.

    `kind` is "css", "meta", "json_ld", "html" or a word for a search of its own ("column"); `rule`
    is the selector, name or key.
    """

    kind: str
    rule: str
    values: Sequence[Any]


def places(page: ArticlePage, selectors: Iterable[str], read: Read = line_of) -> Iterator[Source]:
    """Yield each selector with what `read` makes of the elements there that a reader sees."""
    for css in selectors:
        found = page.page.elements(css)
        yield Source("css", css, [*map(read, page.page.shown(found))] if found else [])


def metas(page: ArticlePage, *names: str) -> Iterator[Source]:
    """Yield each `<meta>` of these names or properties."""
    for name in names:
        value = page.page.head.meta.get(name)
        yield Source("meta", name, [line_of_markup(value)] if value else [])


def stated(page: ArticlePage, key: str, *within: str) -> Iterator[Source]:
    """Yield a text of the article's JSON-LD."""
    value = json_ld.text_of(page.news_article.get(key), *within)
    yield Source("json_ld", key, [line_of_markup(value)] if value else [])
