"""Addresses of the places where SINDOnews lists its articles, in the form used since 2025."""

import re
from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from newsspider.sites.sindonews.addresses import Kind, parse
from newsspider.sites.sindonews.sections import ALL_SECTIONS, SECTIONS
from newsspider.sites.site import ListingUrls

HOME = "https://www.sindonews.com"
INDEX_STEP = 20  # articles on a page of the daily index since 2023; 15 in 2020-21, 10 before


def indeks_url(index_number: int, day: date, offset: int = 0) -> str:
    """Page of the daily index of a kanal (`ALL_KANALS` for every one).

    >>> indeks_url(9, date(2022, 1, 11), 20)
    'https://www.sindonews.com/indeks/9/20?t=2022-01-11'
    """
    return f"{HOME}/indeks/{index_number}/{offset}?t={day.isoformat()}"


def front_index_url(index_number: int) -> str:
    """The index of a kanal without a day: its newest articles.

    >>> front_index_url(9)
    'https://www.sindonews.com/indeks/9/0'
    """
    return f"{HOME}/indeks/{index_number}/0"


def older_index(url: str) -> str | None:
    """The same page of an index under the host of 2018-2025; None for any other address.

    >>> older_index("https://www.sindonews.com/indeks/9/20?t=2022-01-11")
    'https://index.sindonews.com/index/9/20?t=2022-01-11'
    """
    here = f"{HOME}/indeks/"
    return f"https://index.sindonews.com/index/{url[len(here) :]}" if url.startswith(here) else None


def feed_urls(section: str | None = None) -> list[str]:
    """RSS feeds, of the whole site or of one kanal, best first."""
    if section is None:
        return [f"{HOME}/feed", f"{HOME}/rss"]
    return [f"https://{SECTIONS[section].host}/rss"]


def sitemap_urls(section: str | None = None) -> list[str]:
    """The sitemap index of the site, or the sitemaps of one kanal, the news one first."""
    if section is None:
        return [f"{HOME}/sitemap.xml"]
    front = f"https://{SECTIONS[section].host}"
    return [f"{front}/sitemap-news.xml", f"{front}/sitemap-web.xml", f"{front}/sitemap.xml"]


def search_url(query: str, page: int = 1) -> str:
    """Page of the site's search for articles, counted from 1.

    >>> search_url("banjir rob", 2)
    'https://www.sindonews.com/search/go?type=artikel&q=banjir+rob&p=2'
    """
    fields: dict[str, str | int] = {"type": "artikel", "q": query}
    if page > 1:
        fields["p"] = page
    return f"{HOME}/search/go?{urlencode(fields)}"


class SindonewsListingUrls(ListingUrls):
    """Where SINDOnews lists its articles."""

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the RSS feeds, best first."""
        return feed_urls(section)

    def news_sitemap(self, section: str | None) -> str | None:
        """Return the news sitemap of a section; the whole site has none."""
        return None if section is None else sitemap_urls(section)[0]

    def front_index(self, section: str | None) -> str | None:
        """Return the index without a day; None for a section without a number in the index."""
        number = _index_number(section)
        return None if number is None else front_index_url(number)

    def daily_index(self, section: str | None, day: date, offset: int = 0) -> str | None:
        """Return a page of a day's index; None for a section without a number in the index."""
        number = _index_number(section)
        return None if number is None else indeks_url(number, day, offset)

    def older_index(self, url: str) -> str | None:
        """Return the same page under the host of 2018-2025; None for what is no index."""
        return older_index(url)

    def search(self, words: str) -> str | None:
        """Return page 1 of the search for articles."""
        return search_url(words)

    def topic(self, named: str) -> str | None:
        """Return a topic's page for its address or `7652/perang-rusia`; None for no topic."""
        return _numbered(named, "topic", "topic")

    def author(self, named: str) -> str | None:
        """Return an author's page for its address or `1234/nama`; None for no author."""
        return _numbered(named, "author", "blog")


def _index_number(section: str | None) -> int | None:
    return ALL_SECTIONS if section is None else SECTIONS[section].index_number


def _numbered(named: str, kind: Kind, folder: str) -> str | None:
    """Return the address of what a user names by its address or by its last part."""
    address = named if "://" in named else f"{HOME}/{folder}/{named.strip('/')}"
    is_one = parse(address).kind == kind and re.search(rf"/{folder}/\d+(?:/|$)", address)
    return address if is_one else None
