"""Where Okezone lists its articles: feeds, and an index by day on each section's host."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from newsspider.sites.okezone.sections import CHANNELS, home
from newsspider.sites.site import ListingUrls

STEP: Final = 10
"""Articles on a page of a section's index, 2021-26."""


class OkezoneListingUrls(ListingUrls):
    """The feeds and indexes of Okezone; the site as a whole has no index.

    >>> OkezoneListingUrls().daily_index("economy", date(2026, 7, 24), 20)
    'https://economy.okezone.com/indeks/2026/07/24/20'
    """

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the RSS feeds, best first."""
        number = CHANNELS[section] if section else 0
        syndicated = f"https://sindikasi.okezone.com/index.php/rss/{number}/RSS2.0"
        return [syndicated, f"{home(section)}feed"] if section else [syndicated]

    def front_index(self, section: str | None) -> str | None:
        """Return the index of a section without a day."""
        return f"{home(section)}indeks" if section else None

    def daily_index(self, section: str | None, day: date, offset: int = 0) -> str | None:
        """Return a page of a section's index of a day."""
        if not section:
            return None
        page = f"/{offset}" if offset else ""
        return f"{home(section)}indeks/{day:%Y/%m/%d}{page}"
