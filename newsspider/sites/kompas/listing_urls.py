"""Where Kompas.com lists its articles: an index by section and day, on a host of its own."""

import re
from datetime import date
from typing import Final

from newsspider.sites.site import ListingUrls

STEP: Final = 20  # articles on a page of the index, since 2018

_INDEX: Final = "https://indeks.kompas.com/"
_TOPIC = re.compile(r"(?:https?://www\.kompas\.com)?(?:/?tag/)?(?P<name>[a-z0-9-]+)/?")


class KompasListingUrls(ListingUrls):
    """The index and the topics of Kompas.com. Its feeds were gone by July 2026.

    >>> lists = KompasListingUrls()
    >>> lists.daily_index("regional", date(2026, 7, 24), 20)
    'https://indeks.kompas.com/?site=regional&date=2026-07-24&page=2'
    >>> lists.topic("banjir-rob")
    'https://www.kompas.com/tag/banjir-rob?sort=desc'
    """

    def front_index(self, section: str | None) -> str | None:
        """Return the index without a day, which begins with the newest articles."""
        return f"{_INDEX}?site={section or 'all'}"

    def daily_index(self, section: str | None, day: date, offset: int = 0) -> str | None:
        """Return a page of a day's index."""
        return f"{_INDEX}?site={section or 'all'}&date={day}&page={offset // STEP + 1}"

    def topic(self, named: str) -> str | None:
        """Return a topic's page for its address or name; None for no topic."""
        found = _TOPIC.fullmatch(named.strip())
        return f"https://www.kompas.com/tag/{found['name']}?sort=desc" if found else None
