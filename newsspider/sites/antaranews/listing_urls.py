"""Where ANTARA lists its articles: feeds of 2026, and the index by day, known of 2018-22 alone."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from urllib.parse import quote, urlencode

from newsspider.sites.antaranews.sections import HOME
from newsspider.sites.site import ListingUrls

STEP: Final = 10
"""Articles that a page of the index has at least; how many it has is not known."""


class AntaraListingUrls(ListingUrls):
    """Feeds of the whole site and of each section, the newest articles page by page, topics.

    >>> AntaraListingUrls().daily_index(None, date(2026, 7, 4), 10)
    'https://www.antaranews.com/indeks/04-07-2026/2'
    """

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the RSS feeds of a section, or of the whole site."""
        names = [section] if section else ["terkini", "top-news"]
        return [f"{HOME}/rss/{name}.xml" for name in names]

    def front_index(self, section: str | None) -> str | None:
        """Return page 1 of the newest articles of the whole site."""
        return f"{HOME}/terkini?page=1" if section is None else None

    def daily_index(self, section: str | None, day: date, offset: int = 0) -> str | None:
        """Return a page of a day's index, at the address of 2018-22."""
        return None if section else f"{HOME}/indeks/{day:%d-%m-%Y}/{offset // STEP + 1}"

    def search(self, words: str) -> str | None:
        """Return page 1 of the search for articles."""
        return f"{HOME}/search?{urlencode({'q': words, 'page': 1})}"

    def topic(self, named: str) -> str | None:
        """Return a topic's page for its address or its last part."""
        return named if "://" in named else f"{HOME}/tag/{quote(named)}"
