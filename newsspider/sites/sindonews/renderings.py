"""The renderings of one article: page 1, pages 2.., the whole text."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.sites.sindonews.addresses import ArticleAddress, parse
from newsspider.sites.sindonews.layouts import Layout, recognise
from newsspider.sites.sindonews.not_article import check_bytes
from newsspider.sites.sindonews.paging import page_links
from newsspider.sites.sindonews.text_container import container


@dataclass
class Rendering:
    """One page of an article with the layout it came in.

    `offset` 0 is page 1; `number` is that of the article as it stands in addresses, `/652711/`.
    """

    page: Page
    layout: Layout
    offset: int
    whole: bool
    number: str | None = None
    container: etree._Element | None = None

    @cached_property
    def page_links(self) -> list[tuple[int, int]]:
        """Page number and offset of each link to a further page of the article."""
        if self.number is None:
            return []
        return page_links(self.page, self.number, self.container, whole=self.whole)


def readable(pages: Iterable[Page]) -> list[Rendering]:
    """The pages that can be parsed, page 1 first.

    Raises `NotAnArticle` with the reason of the first when none can.
    """
    found: list[Rendering] = []
    refused: list[NotAnArticle] = []
    for page in pages:
        try:
            check_bytes(page)
            found.append(_rendering(page))
        except NotAnArticle as refusal:
            refused.append(refusal)
    if not found:
        raise refused[0]
    return sorted(found, key=lambda rendering: (rendering.whole, rendering.offset))


def _rendering(page: Page) -> Rendering:
    layout = recognise(page)
    rendering = Rendering(page, layout, 0, "showpage=all" in page.url)
    rendering.container = container(page, layout)
    own, stated = parse(page.url), parse(page.index.canonical or "")
    if isinstance(own, ArticleAddress):
        rendering.offset, rendering.whole = own.offset, own.whole
    address = own if isinstance(own, ArticleAddress) else stated
    if isinstance(address, ArticleAddress):
        rendering.number = f"/{address.number}/"
    return rendering
