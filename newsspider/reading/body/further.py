"""Where the rest of an article stands: its further pages, and all of it on one."""

from dataclasses import dataclass, field
from typing import Final

from newsspider.reading.address import Address
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.identity import identify
from newsspider.reading.article.narrow_reading import narrowed
from newsspider.reading.article.site_markup import SiteMarkup
from newsspider.reading.body.paging import links_on, total_pages
from newsspider.reading.html.links import absolute
from newsspider.reading.html.parsing.menus import WholePageNeeded
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
        try:
            return _further(narrowed(page, markup), markup)
        except (NotAnArticle, WholePageNeeded):
            return _further(page, markup)
    except NotAnArticle:
        return Further()


def _further(page: Page, markup: SiteMarkup) -> Further:
    own = identify(ArticlePage(page, markup), by_json_ld=False).address
    linked, whole = _linked(page, own, markup)
    pages = [own.page(offset) or url for offset, url in sorted(linked.items())[:_MOST]]
    split = bool(pages) or whole is not None or total_pages(page, markup.paging) > 1
    return Further(own.whole_text or whole if split else None, pages)


def _linked(page: Page, own: Address, markup: SiteMarkup) -> tuple[dict[int, str], str | None]:
    """Addresses of the further pages that are linked, by offset, and that of the whole text.

    They are asked for as they stand there where nothing is known of how the site writes them.
    """
    pages: dict[int, str] = {}
    whole: str | None = None
    for _, href in links_on(page, own, markup.paging):
        url = absolute(page, href) or ""
        found = markup.address(url)
        if found.id != own.id:
            continue
        if found.whole:
            whole = whole or url
        elif found.offset:
            pages.setdefault(found.offset, url)
    return pages, whole
