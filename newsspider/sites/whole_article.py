"""Which pages an article is read from: said page by page, whoever has them."""

from collections.abc import Generator, Iterable
from typing import Final

from newsspider.items import Article
from newsspider.reading.fields.source_loader import Stats
from newsspider.reading.listing import Listed
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.sites.site import Site

_CUT: Final = "body_incomplete"

Steps = Generator[str, Page | None, Article]
"""Yields addresses of further pages, takes each page or None, and returns the article."""


def whole_article(
    site: Site, page: Page, listed: Listed | None, stats: Stats | None = None, *, thrifty: bool
) -> Steps:
    """Return the article of the page that came, asking for further pages as needed.

    `thrifty`: the whole text on one page was asked for; page 1 follows only where something
    required is missing, and further pages where the site answered with page 1. Raises
    `NotAnArticle`.
    """
    if not thrifty:
        return (yield from _from_page_1(site, page, listed, stats))
    try:
        article = site.extract(page, listed=listed, stats=stats)
        rest = site.further(page).pages if _may_go_on(article) else []
        if not rest:
            return article
        more = yield from _pages(rest)
        return site.extract(page, *more, listed=listed, stats=stats)
    except NotAnArticle:
        address = site.address(page.url).canonical or page.url
        first = None if address == page.url else (yield address)
        if first is None:
            raise
        return (yield from _with(site, first, page, listed, stats))


def _from_page_1(site: Site, page: Page, listed: Listed | None, stats: Stats | None) -> Steps:
    """Return the article with the rest of its text: on one page, or page by page where that is not
    to be had."""
    rest = site.further(page)
    if rest.whole is not None:
        whole = yield rest.whole
        if whole is not None and not site.further(whole).pages:
            return (yield from _with(site, page, whole, listed, stats))
    more = yield from _pages(rest.pages)
    return site.extract(page, *more, listed=listed, stats=stats)


def _with(site: Site, page: Page, whole: Page, listed: Listed | None, stats: Stats | None) -> Steps:
    """Return the article of page 1 and what came for the whole text; of its pages, where that lacks
    the text, as a notice does."""
    article = site.extract(page, whole, listed=listed, stats=stats)
    pages = site.further(page).pages if _CUT in article.warnings else []
    if not pages:
        return article
    more = yield from _pages(pages)
    return site.extract(page, *more, listed=listed, stats=stats)


def _pages(urls: Iterable[str]) -> Generator[str, Page | None, list[Page]]:
    """Return those of the pages that can be had."""
    pages = []
    for url in urls:
        page = yield url
        if page is not None:
            pages.append(page)
    return pages


def _may_go_on(article: Article) -> bool:
    """Tell whether what came for the whole text may be page 1: initials close the last page."""
    return _CUT in article.warnings or article.editor is None
