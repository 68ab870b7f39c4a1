"""Where Tempo lists its articles, at the addresses seen in 2025 and 2026."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from urllib.parse import quote, urlencode

from newsspider.sites.site import ListingUrls
from newsspider.sites.tempo.sections import HOME

STEP: Final = 10
"""Articles that a page of the index has at least; how many it has is not known."""


class TempoListingUrls(ListingUrls):
    """The feed of each section, and the index by day, which answered scripts with 403 in 2026.

    >>> TempoListingUrls().daily_index("hukum", date(2026, 7, 4))[-66:]
    'start_date=2026-07-04&end_date=2026-07-04&page=1&rubric_slug=hukum'
    """

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the RSS feed of a section, which mixes old articles with the newest."""
        return [f"https://rss.tempo.co/{section}"] if section else []

    def front_index(self, section: str | None) -> str | None:
        """Return the index without a day."""
        query = {"rubric_slug": section} if section else {}
        return f"{HOME}/indeks?{urlencode({'page': 1, **query})}"

    def daily_index(self, section: str | None, day: date, offset: int = 0) -> str | None:
        """Return a page of a day's index."""
        query = {
            "category": "date",
            "start_date": day.isoformat(),
            "end_date": day.isoformat(),
            "page": offset // STEP + 1,
        }
        return f"{HOME}/indeks?{urlencode(query | ({'rubric_slug': section} if section else {}))}"

    def topic(self, named: str) -> str | None:
        """Return a topic's page for its address or its last part."""
        return named if "://" in named else f"{HOME}/tag/{quote(named)}"

    def author(self, named: str) -> str | None:
        """Return an author's page for its address or its last part."""
        return named if "://" in named else f"{HOME}/penulis/{quote(named)}"
