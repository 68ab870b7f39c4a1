"""A page of an article as its site sets it: with its layout, its column and its JSON-LD."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any, Final

from lxml import etree
from propcache.api import cached_property

from newsspider.reading import json_ld
from newsspider.reading.address import Address
from newsspider.reading.article.column import Column
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.article.layout import Layout
from newsspider.reading.article.refusal import check_bytes
from newsspider.reading.article.site_markup import SiteMarkup
from newsspider.reading.body.container import TextPlace, place_of_layout
from newsspider.reading.body.paging import FurtherPageLink, page_links
from newsspider.reading.html.lines import line_of
from newsspider.reading.indonesian import bylines
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.reading.text import clean
from newsspider.reading.trust.headline_evidence import (
    Headline,
    agrees_with_slug,
    same_headline,
    settle,
)
from newsspider.reading.trust.site_name import LONGEST_NAME, unless_spoken_against

NEWS_TYPES: Final = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "Article",
    "LiveBlogPosting", "BlogPosting",
)  # fmt: skip


_SHOWING: Final = ("div", "span", "p", "strong", "b", "h3", "h4", "td", "a")
"""Tags, besides those of headings, that themes set a headline in."""
_BY_ROLE: Final = '[role="heading"][aria-level="1"]'
_NEAR: Final = 3  # boxes around a link that may be a list
_LISTS: Final = frozenset(("aside", "footer", "li", "nav"))
_WITHOUT_TEXT: Final = (
    "layout", "address", "own", "heading", "news_items", "news_article", "stated_authors",
)  # fmt: skip
"""What is known of a page wherever its text is found to be."""


@dataclass(frozen=True)
class ArticlePage:
    """One page of an article (page 1, a further page, the whole text) and what is known of it.

    All that is read of a page is asked for here, so that it travels under one name.
    """

    page: Page
    markup: SiteMarkup
    found: TextPlace | None = None
    """Where the text was found, other than where its layout has it."""

    def __post_init__(self) -> None:
        """Let the index of the page keep the classes that the site's selectors name, no others."""
        self.page.index.expect(self.markup.classes)

    def with_text_at(self, place: TextPlace) -> "ArticlePage":
        """Return the page with its text at another place; what does not depend on that is kept."""
        other = ArticlePage(self.page, self.markup, place)
        known = vars(self)
        vars(other).update({name: known[name] for name in _WITHOUT_TEXT if name in known})
        return other

    @cached_property
    def layout(self) -> Layout:
        """The layout that the page is in; `GENERIC` when in none that the site is known to have."""
        for known in self.markup.layouts:
            if known.is_on(self.page):
                return known
        return GENERIC

    @cached_property
    def address(self) -> Address:
        """What the address that the page was asked for is of."""
        return self.markup.address(self.page.url)

    @cached_property
    def own(self) -> Address:
        """The address of the article: that of the page, else the one it calls canonical."""
        if self.address.id is not None:
            return self.address
        return self.markup.address(self.page.head.canonical or "")

    @property
    def offset(self) -> int:
        """What the address counts the page by; 0 is page 1."""
        return self.address.offset

    @property
    def whole(self) -> bool:
        """Whether the page is the whole text on one page."""
        return self.address.whole

    @cached_property
    def text_place(self) -> TextPlace:
        """Where the running text stands."""
        return self.found or place_of_layout(self.page, self.layout)

    @property
    def container(self) -> etree._Element | None:
        """The element that holds the running text."""
        return self.text_place.container

    @cached_property
    def heading(self) -> Headline | None:
        """The headline: of what is shown, the first that head, JSON-LD or address agree with."""
        if self.layout.own_headline:
            own = next(self.page.shown(self.page.elements(self.layout.headline[0])), None)
            if own is not None and (text := clean(line_of(own))):
                return Headline(text, own, confirmed=True)
        slug = self.own.headline_slug
        found = settle(self._headings(), self.stated_headlines(), slug, self._element_showing)
        if found is not None and found.confirmed:
            is_long = len(found.text.split()) > LONGEST_NAME
            if is_long and (self.page.head.title or "").startswith(found.text):
                return found
            site_name = self.page.head.meta.get("og:site_name")
            said = self.stated_headlines()
            found = unless_spoken_against(
                found, said, slug, site_name, self._headings, self._element_showing
            )
            if is_long:
                return found
        return self._title_of_an_entry(slug) or found

    def _headings(self) -> Iterator[etree._Element]:
        """The seen elements that may be the headline by layout, tag or role."""
        return self.page.shown(chain.from_iterable(self._lists_of_headings()))

    def _lists_of_headings(self) -> Iterator[list[etree._Element]]:
        yield from map(self.page.elements, (*self.layout.headline, "h1"))
        if "aria-level" in self.page.text:  # few pages have any, and all elements are asked
            yield self.page.elements(_BY_ROLE)
        yield self.page.elements("h2")

    def _title_of_an_entry(self, slug: str) -> Headline | None:
        """The heading that the address names, where another has the name of a site or feed."""
        for element in self.page.shown(self.page.elements("h3")):
            text = clean(line_of(element))
            if agrees_with_slug(text, slug) or (text and self._leads_here(element)):
                return Headline(text, element, confirmed=True)
        return None

    def _leads_here(self, heading: etree._Element) -> bool:
        """Whether a heading is a link to the article itself."""
        links = (link.get("href") for link in heading.iter("a"))
        ids = (self.markup.address(href).id for href in links if href)
        return self.own.id is not None and self.own.id in ids

    def _element_showing(self, headline: str) -> etree._Element | None:
        """The first element, no heading by its tag, that shows a headline and nothing else."""
        start = headline[:20]
        elements = (
            element
            for element in self.page.iter(*_SHOWING)
            if start in (element.text or "") and not _is_of_a_list(element)
        )
        return next(
            (e for e in self.page.shown(elements) if same_headline(headline, clean(line_of(e)))),
            None,
        )

    @property
    def headline(self) -> etree._Element | None:
        """The element of the headline."""
        return None if self.heading is None else self.heading.element

    def stated_headlines(self) -> Iterator[str]:
        """Yield what JSON-LD and the head say, there without the site's name."""
        yield json_ld.text_of(self.news_article.get("headline")) or ""
        suffix, meta = self.markup.publisher.title_suffix, self.page.head.meta.get
        for text in (meta("og:title"), meta("title"), meta("twitter:title"), self.page.head.title):
            yield suffix.sub("", clean(text or ""))

    @cached_property
    def column(self) -> Column:
        """The article column: from the headline to the end of the text."""
        column = Column(self.headline, self.container)
        self.page.need_apart(column.root)
        return column

    @cached_property
    def news_items(self) -> list[dict[str, Any]]:
        """The JSON-LD objects of articles."""
        return self.page.json_ld(*NEWS_TYPES)

    @cached_property
    def news_article(self) -> dict[str, Any]:
        """The JSON-LD of the article: of several, the one that says it is of this address.

        Without such a one, that with the headline of the address, then the first that does not say
        it is of another article.
        """
        found = self.news_items
        if len(found) < 2 or self.address.id is None:
            return found[0] if found else {}
        ids = [self._id_stated(item) for item in found]
        if self.address.id in ids:
            return found[ids.index(self.address.id)]
        slug = self.address.headline_slug
        named = (i for i in found if agrees_with_slug(str(i.get("headline") or ""), slug))
        unsaid = (item for item, identity in zip(found, ids, strict=True) if identity is None)
        return next(chain(named, unsaid), {})

    @cached_property
    def stated_authors(self) -> list[str]:
        """The names that JSON-LD gives as the authors'."""
        return bylines.stated_names(self.news_article.get(self.markup.author_key))

    def _id_stated(self, item: dict[str, Any]) -> str | None:
        """The identity of the article that JSON-LD says it is of."""
        url = json_ld.text_of(item.get("mainEntityOfPage") or item.get("url"), "@id", "url")
        return self.markup.address(url).id if url else None

    @cached_property
    def page_links(self) -> list[FurtherPageLink]:
        """The links to further pages of the article."""
        if self.own.id is None:
            return []
        return page_links(self.page, self.own, self.container, self.markup)


def readable(pages: Iterable[Page], markup: SiteMarkup) -> list[ArticlePage]:
    """Return the pages that can be parsed, page 1 first.

    Raises `NotAnArticle` with the reason of the first when none can.
    """
    found: list[ArticlePage] = []
    refused: list[tuple[str, str]] = []  # an error held here would hold the page, in a cycle
    for page in pages:
        try:
            check_bytes(page)
            page.check_tree()
            found.append(ArticlePage(page, markup))
        except NotAnArticle as refusal:
            refused.append((refusal.reason, refusal.url))
    if not found:
        raise NotAnArticle(*refused[0])
    return sorted(found, key=lambda page: (page.whole, page.offset))


def _is_of_a_list(element: etree._Element) -> bool:
    """Whether a link stands in a menu or a list, as that to the page itself may."""
    if element.tag != "a":
        return False
    return any(box.tag in _LISTS for box in islice(element.iterancestors(), _NEAR))
