"""Pages in, articles and listings out. Knows no clock, no disk, no network, no Scrapy.

The site of a page is found by its host, else by the address that the page states as its own. A page
of no known site is read as one of the web: by what any news page has.
"""

from collections.abc import Iterator

from newsspider.dates import parse_date
from newsspider.items import Article
from newsspider.reading.body.further import Further
from newsspider.reading.fields.source_loader import Stats
from newsspider.reading.json_ld import text_of
from newsspider.reading.listing import Listed, Listing
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page
from newsspider.sites import registry
from newsspider.sites.site import Site

__all__ = [
    "Further",
    "Listed",
    "Listing",
    "NotAnArticle",
    "Page",
    "extract",
    "further",
    "listing",
    "parse_date",
]


def extract(
    page: Page, *more: Page, listed: Listed | None = None, stats: Stats | None = None
) -> Article:
    """Return the article on a page and its further pages.

    `more` are the whole text on one page or pages 2.., in any order; `listed` is how a listing
    showed the article, with a date for when the page states none; `stats` counts which sources hit.

    Raises `NotAnArticle`, and nothing else, whatever the bytes.
    """
    site = _site_of(page)
    if site is None:
        raise NotAnArticle("foreign", page.url)
    return site.extract(page, *more, listed=listed, stats=stats)


def listing(page: Page) -> Listing:
    """Return the articles that a list shows, where it goes on, and what it skips.

    Total: whatever the bytes, there is a `Listing`, at worst an empty one.
    """
    site = _site_of(page)
    return Listing() if site is None else site.listing(page)


def further(page: Page) -> Further:
    """Return the addresses at which the rest of the article on a page stands; never raises."""
    site = _site_of(page)
    return Further() if site is None else site.further(page)


def _site_of(page: Page) -> Site | None:
    """Return the site of a page: of its own address, or of the one that it states."""
    found = registry.of_address(page.url)
    if found is not None:
        return found
    try:
        stated = [*_stated(page)]
    except NotAnArticle:  # nothing that could be parsed
        return None
    known = next(filter(None, map(registry.of_address, stated)), None)
    any_other = registry.of_other_hosts()
    is_of_any = any(any_other.address(url).kind != "foreign" for url in (page.url, *stated))
    return known or (any_other if is_of_any else None)


def _stated(page: Page) -> Iterator[str]:
    """Yield the addresses that a page states as its own, the surest first."""
    stated = [page.head.canonical, page.head.meta.get("og:url")]
    for item in page.json_ld("NewsArticle", "Article"):
        stated += [text_of(item.get("mainEntityOfPage"), "@id", "url"), text_of(item.get("url"))]
    yield from filter(None, stated)
