"""A page of an article as its site sets it: with its layout, its column and its JSON-LD."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from lxml import etree

from newsspider.reading import json_ld
from newsspider.reading.address import Address
from newsspider.reading.article.column import Column
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.article.layout import Layout
from newsspider.reading.article.markup import SiteMarkup
from newsspider.reading.article.refusal import check_bytes
from newsspider.reading.body.container import Tried, containers
from newsspider.reading.body.paging import PageLink, page_links
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page

NEWS_TYPES: Final = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "Article",
    "LiveBlogPosting", "BlogPosting",
)  # fmt: skip


@dataclass(frozen=True)
class ArticlePage:
    """One page of an article (page 1, a further page, the whole text) and what is known of it.

    All that is read of a page is asked for here, so that it travels under one name.
    """

    page: Page
    markup: SiteMarkup

    @cached_property
    def layout(self) -> Layout:
        """The layout that the page is in; `GENERIC` when in none that the site is known to have."""
        return next((known for known in self.markup.layouts if known.is_on(self.page)), GENERIC)

    @cached_property
    def address(self) -> Address:
        """What the address that the page was asked for is of."""
        return self.markup.address(self.page.url)

    @cached_property
    def own(self) -> Address:
        """The address of the article: that of the page, else the one it calls canonical."""
        if self.address.id is not None:
            return self.address
        return self.markup.address(self.page.index.canonical or "")

    @property
    def offset(self) -> int:
        """What the address counts the page by; 0 is page 1."""
        return self.address.offset

    @property
    def whole(self) -> bool:
        """Whether the page is the whole text on one page."""
        return self.address.whole

    @cached_property
    def containers(self) -> list[Tried]:
        """The rules that were tried for the place of the text; the last may have found it."""
        tried = []
        for rule in containers(self.page, self.layout, self.markup.layouts):
            tried.append(rule)
            if rule.element is not None:
                break
        return tried

    @property
    def container(self) -> etree._Element | None:
        """The element that holds the running text."""
        return self.containers[-1].element if self.containers else None

    @cached_property
    def headline(self) -> etree._Element | None:
        """The element of the headline."""
        found = (
            e for css in self.layout.headline for e in self.page.shown(self.page.elements(css))
        )
        return next(found, None)

    @cached_property
    def column(self) -> Column:
        """The article column: from the headline to the end of the text."""
        return Column(self.headline, self.container)

    @cached_property
    def news_article(self) -> dict[str, Any]:
        """The JSON-LD of the article: of several, the one that says it is of this address."""
        found = self.page.json_ld(*NEWS_TYPES)
        if len(found) > 1 and self.address.id is not None:
            for item in found:
                stated = item.get("mainEntityOfPage") or item.get("url")
                url = json_ld.text_of(stated, "@id", "url")
                if url and self.markup.address(url).id == self.address.id:
                    return item
        return found[0] if found else {}

    @cached_property
    def page_links(self) -> list[PageLink]:
        """The links to further pages of the article."""
        if self.own.id is None:
            return []
        return page_links(self.page, self.own, self.container, self.markup)


def readable(pages: Iterable[Page], markup: SiteMarkup) -> list[ArticlePage]:
    """Return the pages that can be parsed, page 1 first.

    Raises `NotAnArticle` with the reason of the first when none can.
    """
    found: list[ArticlePage] = []
    refused: list[NotAnArticle] = []
    for page in pages:
        try:
            check_bytes(page)
            assert page.root is not None
            found.append(ArticlePage(page, markup))
        except NotAnArticle as refusal:
            refused.append(refusal)
    if not found:
        raise refused[0]
    return sorted(found, key=lambda page: (page.whole, page.offset))
