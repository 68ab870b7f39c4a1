"""Where SINDOnews lists its articles, at the addresses used since 2025."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final
from urllib.parse import urlencode

from newsspider.sites.sindonews.addresses import Kind, parse
from newsspider.sites.sindonews.sections import ALL_SECTIONS, SECTIONS
from newsspider.sites.site import ListingUrls

_HOME: Final = "https://www.sindonews.com"
_INDEX: Final = f"{_HOME}/indeks/"
_OLDER_INDEX: Final = "https://index.sindonews.com/index/"


class SindonewsListingUrls(ListingUrls):
    """The feeds, news sitemaps, indexes, topics, authors and the search of SINDOnews.

    >>> lists = SindonewsListingUrls()
    >>> lists.daily_index("international", date(2022, 1, 11), 20)
    'https://www.sindonews.com/indeks/9/20?t=2022-01-11'
    >>> lists.older_index("https://www.sindonews.com/indeks/9/20?t=2022-01-11")
    'https://index.sindonews.com/index/9/20?t=2022-01-11'
    >>> lists.search("banjir rob")
    'https://www.sindonews.com/search/go?type=artikel&q=banjir+rob'
    """

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the RSS feeds, best first."""
        if section is None:
            return [f"{_HOME}/feed", f"{_HOME}/rss"]
        return [f"https://{SECTIONS[section].host}/rss"]

    def news_sitemap(self, section: str | None) -> str | None:
        """Return the news sitemap of a section; the whole site has none."""
        return f"https://{SECTIONS[section].host}/sitemap-news.xml" if section else None

    def front_index(self, section: str | None) -> str | None:
        """Return the index without a day; None for a section without a number in the index."""
        number = _index_number(section)
        return None if number is None else f"{_INDEX}{number}/0"

    def daily_index(self, section: str | None, day: date, offset: int = 0) -> str | None:
        """Return a page of a day's index; None for a section without a number in the index."""
        number = _index_number(section)
        return None if number is None else f"{_INDEX}{number}/{offset}?t={day.isoformat()}"

    def older_index(self, url: str) -> str | None:
        """Return the same page under the host of 2018-2025; None for what is no index."""
        return _OLDER_INDEX + url.removeprefix(_INDEX) if url.startswith(_INDEX) else None

    def search(self, words: str) -> str | None:
        """Return page 1 of the search for articles."""
        return f"{_HOME}/search/go?{urlencode({'type': 'artikel', 'q': words})}"

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
    address = named if "://" in named else f"{_HOME}/{folder}/{named.strip('/')}"
    is_one = parse(address).kind == kind and re.search(rf"/{folder}/\d+(?:/|$)", address)
    return address if is_one else None
