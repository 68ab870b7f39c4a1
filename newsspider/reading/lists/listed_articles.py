"""What a list of articles leads to: index, section, topic, author and search pages, RSS and Atom
feeds, sitemaps and indexes of sitemaps.

Total: whatever the bytes, there is a `Listing`, at worst an empty one.
"""

from typing import Final

from newsspider.reading.feeds import plain_addresses, root_name
from newsspider.reading.gzipped import MAGIC, inflated
from newsspider.reading.html.parsing.page_bytes import decode
from newsspider.reading.listing import Listing
from newsspider.reading.lists.feed_entries import read_feed, read_sitemap_index
from newsspider.reading.lists.index_pages import read_index
from newsspider.reading.lists.list_markup import IndexMarkup
from newsspider.reading.lists.narrow_list import narrow_list
from newsspider.reading.lists.next_page import next_page
from newsspider.reading.lists.page_links import page_links
from newsspider.reading.lists.rows import has_list
from newsspider.reading.not_an_article import NotAnArticle
from newsspider.reading.page import Page

_MAX_INFLATED: Final = 50 * 1024 * 1024  # bytes; what the sitemap protocol allows in one file


def listing(page: Page, markup: IndexMarkup) -> Listing:
    """Return the articles a list shows, in its order, each once; where it goes on; what it skips.

    What is no article by its address (videos, photos, advertisements) is counted in `skipped`,
    never listed. HTML at the address of a feed or sitemap, which is what a failing site sends,
    lists nothing.
    """
    packed = page.body.startswith(MAGIC)
    text = decode(inflated(page.body, _MAX_INFLATED))[1] if packed else page.text
    root = root_name(text)
    if root == "sitemapindex":
        return read_sitemap_index(text, page.url, markup.address)
    if root or plain_addresses(text):
        return read_feed(text, page.url, page.fetched_at.astimezone(markup.zone), markup.address)
    if markup.address(page.url).kind in ("feed", "sitemap") or packed:
        return Listing()
    return _html(page, markup)


def _html(page: Page, markup: IndexMarkup) -> Listing:
    try:
        page = narrow_list(page, markup)
        tree = page.kept_root
    except NotAnArticle:  # empty, or built to hold up the parser
        return Listing()
    is_search = markup.nothing_found and markup.address(page.url).kind == "search"
    if is_search and markup.nothing_found in page.text:
        return Listing()
    now = page.fetched_at.astimezone(markup.zone)
    links = page_links(tree, page.base_url, markup.address)
    articles, skipped = read_index(tree, links, now, markup)
    return Listing(
        articles=articles,
        next=next_page(tree, links, page.url, markup.address),
        skipped=skipped.counts(),
        recognised=bool(articles) or has_list(tree, markup),
    )
