"""Where liputan6 lists its articles, at the addresses used since 2019."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from newsspider.sites.liputan6.addresses import HOME
from newsspider.sites.site import ListingUrls

STEP: Final = 24  # articles on a page of a day's index, in October 2026


class Liputan6ListingUrls(ListingUrls):
    """The feeds, section fronts and daily indexes of liputan6.

    >>> Liputan6ListingUrls().daily_index("bisnis", date(2026, 7, 24), 24)
    'https://www.liputan6.com/bisnis/indeks/2026/07/24?page=2'
    >>> Liputan6ListingUrls().daily_index(None, date(2026, 7, 24))
    'https://www.liputan6.com/indeks/2026/07/24?start=2026-07-24&end=2026-07-25&page=1'
    """

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the RSS feed."""
        return [f"https://feed.liputan6.com/rss/{section}" if section else _SITE_FEED]

    def front_index(self, section: str | None) -> str | None:
        """Return the front page of a section, whose own index without a day lists nothing."""
        return f"{HOME}/{section}" if section else f"{HOME}/indeks"

    def daily_index(self, section: str | None, day: date, offset: int = 0) -> str | None:
        """Return a page of a day's index; that of the whole site may show only a part of it."""
        page = offset // STEP + 1
        if section:
            return f"{HOME}/{section}/indeks/{day:%Y/%m/%d}?page={page}"
        span = f"start={day}&end={day + timedelta(days=1)}"
        return f"{HOME}/indeks/{day:%Y/%m/%d}?{span}&page={page}"


_SITE_FEED: Final = "https://feed.liputan6.com/rss"
