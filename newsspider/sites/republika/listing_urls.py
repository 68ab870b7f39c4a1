"""Where Republika lists its articles, at the addresses seen in 2026."""

import re
from collections.abc import Sequence
from datetime import date

from newsspider.sites.republika.sections import HOME
from newsspider.sites.site import ListingUrls

_TODAY = re.compile(r"(?P<home>.*/index)/(?P<offset>\d+)/(?P<day>\d{4}/\d{2}/\d{2})")


class RepublikaListingUrls(ListingUrls):
    """One feed and one index by day, of the whole site.

    >>> lists = RepublikaListingUrls()
    >>> lists.daily_index(None, date(2026, 7, 4), 50)
    'https://republika.co.id/index/50/2026/07/04'
    >>> lists.older_index("https://republika.co.id/index/50/2019/07/04")
    'https://republika.co.id/index/2019/07/04/50'
    """

    def feeds(self, section: str | None) -> Sequence[str]:
        """Return the RSS feed of the whole site, which names its newest 15 articles."""
        return [f"{HOME}/rss"] if section is None else []

    def front_index(self, section: str | None) -> str | None:
        """Return the index without a day."""
        return f"{HOME}/index" if section is None else None

    def daily_index(self, section: str | None, day: date, offset: int = 0) -> str | None:
        """Return a page of a day's index."""
        return f"{HOME}/index/{offset}/{day:%Y/%m/%d}" if section is None else None

    def older_index(self, url: str) -> str | None:
        """Return the same page at the address of 2013-20; None for what is no index of a day."""
        found = _TODAY.fullmatch(url)
        return f"{found['home']}/{found['day']}/{found['offset']}" if found else None
