"""Where the rest of an article stands: its further pages, and all of it on one."""

from dataclasses import dataclass, field
from typing import Final

from newsspider.reading.address import Address
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.identity import identify
from newsspider.reading.article.site_markup import SiteMarkup
from newsspider.reading.body.paging import total_pages
from newsspider.reading.html.links import absolute
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page

_MOST: Final = 60  # pages; the longest live report seen in listings had 9


@dataclass(frozen=True, slots=True)
class Further:
    """Addresses of the rest; `whole` is None and `pages` empty when this page is all there is."""

    whole: str | None = None
    pages: list[str] = field(default_factory=list)


def further(page: Page, markup: SiteMarkup) -> Further:
    """Return the addresses at which the rest of the article on `page` stands; never raises.

    Every link of the page is looked at, not only those of a known pager: a page whose pager was
    renamed would lose nine tenths of the articles their second half in silence.
    """
    try:
        own = identify(ArticlePage(page, markup), by_json_ld=False).address
        offsets, named = _linked(page, own, markup)
    except NotAnArticle:
        return Further()
    pages = [url for offset in sorted(offsets)[:_MOST] if (url := own.page(offset))]
    split = bool(pages) or named or total_pages(page, markup.paging) > 1
    return Further(own.whole_text if split else None, pages)


def _linked(page: Page, own: Address, markup: SiteMarkup) -> tuple[set[int], bool]:
    """Offsets of the further pages that are linked, and whether the whole text is."""
    offsets: set[int] = set()
    named = False
    for anchor in page.index.links():
        href = anchor.get("href") or ""
        if not markup.paging.leads_on.search(href):
            continue
        found = markup.address(absolute(page, href) or "")
        if found.id == own.id:
            named = named or found.whole
            offsets.add(found.offset)
    return offsets - {0}, named
