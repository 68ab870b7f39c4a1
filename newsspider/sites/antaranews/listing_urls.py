"""Where ANTARA lists its articles: feeds of 2026, and the index by day, known of 2018-22 alone."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from urllib.parse import quote, urlencode

from newsspider.sites.antaranews.sections import home
from newsspider.sites.site import ListingUrls

_HOME: Final = home("")
_MAIN: Final = "www"

STEP: Final = 10
"""Articles that a page of the index has at least; how many it has is not known."""


class AntaraListingUrls(ListingUrls):
    """Feeds, the newest articles page by page, and the index by day, of the national edition.

    >>> AntaraListingUrls().daily_index("www", date(2026, 7, 4), 10)
    'https://www.antaranews.com/indeks/04-07-2026/2'
    """

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the RSS feeds, the one with all articles first."""
        return [f"{_HOME}/rss/{name}.xml" for name in ("terkini", "top-news")]

    def front_index(self, section: str | None) -> str | None:
        """Return page 1 of the newest articles."""
        return f"{_HOME}/terkini?page=1" if section == _MAIN else None

    def daily_index(self, section: str | None, day: date, offset: int = 0) -> str | None:
        """Return a page of a day's index, at the address of 2018-22."""
        if section != _MAIN:
            return None
        return f"{_HOME}/indeks/{day:%d-%m-%Y}/{offset // STEP + 1}"

    def search(self, words: str) -> str | None:
        """Return page 1 of the search for articles."""
        return f"{_HOME}/search?{urlencode({'q': words, 'page': 1})}"

    def topic(self, named: str) -> str | None:
        """Return a topic's page for its address or its last part."""
        return named if "://" in named else f"{_HOME}/tag/{quote(named)}"
