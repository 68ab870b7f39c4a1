"""Where detikcom lists its articles, at the addresses seen in 2026."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from urllib.parse import quote, urlencode

from newsspider.sites.detik.sections import home
from newsspider.sites.site import ListingUrls

STEP: Final = 20
"""Articles on a page of the index."""


class DetikListingUrls(ListingUrls):
    """The feed and the index of each section; the site as a whole has neither.

    >>> DetikListingUrls().daily_index("finance", date(2026, 7, 4), 20)
    'https://finance.detik.com/indeks?date=07%2F04%2F2026&page=2'
    """

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the RSS feed of a section."""
        return [f"{home(section)}/rss"] if section else []

    def front_index(self, section: str | None) -> str | None:
        """Return the index of a section without a day."""
        return f"{home(section)}/indeks" if section else None

    def daily_index(self, section: str | None, day: date, offset: int = 0) -> str | None:
        """Return a page of a day's index; of a date with plain slashes every page is page 1."""
        if section is None:
            return None
        query = {"date": day.strftime("%m/%d/%Y"), "page": offset // STEP + 1}
        return f"{home(section)}/indeks?{urlencode(query)}"

    def search(self, words: str) -> str | None:
        """Return page 1 of the search for articles."""
        return f"https://www.detik.com/search/searchnews?{urlencode({'query': words})}"

    def topic(self, named: str) -> str | None:
        """Return a topic's page for its address or its last part."""
        return named if "://" in named else f"https://www.detik.com/tag/{quote(named)}"
