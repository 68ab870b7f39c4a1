"""What a list of SINDOnews leads to: index, section, topic, author and search pages of all years,
RSS and Atom feeds, sitemaps and indexes of sitemaps.

Total: whatever the bytes, there is a `Listing`, at worst an empty one.
"""

from typing import Final

from newsspider.dates import WIB
from newsspider.reading.feeds import root_name
from newsspider.reading.gzipped import MAGIC, inflated
from newsspider.reading.listing import Listing
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page, decode
from newsspider.sites.sindonews.addresses import parse
from newsspider.sites.sindonews.listings.feed_entries import read_feed, read_sitemap_index
from newsspider.sites.sindonews.listings.index_pages import read_index
from newsspider.sites.sindonews.listings.next_page import next_page
from newsspider.sites.sindonews.listings.rows import has_list

_MAX_INFLATED: Final = 50 * 1024 * 1024  # bytes; what the sitemap protocol allows in one file
_NOTHING_FOUND: Final = "Silahkan masukkan kata kunci yang lain"


def listing(page: Page) -> Listing:
    """Return the articles a list shows, in its order, each once; where it goes on; what it skips.

    Videos, photos, infographics, hi-lite, scope, partner articles and advertisements are counted
    in `skipped`, never listed. HTML at the address of a feed or sitemap, which is what a failing
    site sends, lists nothing.
    """
    packed = page.body.startswith(MAGIC)
    text = decode(inflated(page.body, _MAX_INFLATED))[1] if packed else page.text
    root = root_name(text)
    if root == "sitemapindex":
        return read_sitemap_index(text, page.url)
    if root:
        return read_feed(text, page.url, page.fetched_at.astimezone(WIB))
    if parse(page.url).kind in ("feed", "sitemap") or packed:
        return Listing()
    return _html(page)


def _html(page: Page) -> Listing:
    try:
        tree = page.root
    except NotAnArticle:  # empty, or built to hold up the parser
        return Listing()
    if _NOTHING_FOUND in page.text and parse(page.url).kind == "search":
        return Listing()
    articles, skipped = read_index(tree, page.base_url, page.fetched_at.astimezone(WIB))
    return Listing(
        articles=articles,
        next=next_page(tree, page.url, page.base_url),
        skipped=skipped.counts(),
        recognised=bool(articles) or has_list(tree),
    )
