"""What time it is at the site: now, unless its answers are those of another day."""

from datetime import datetime
from typing import Final
from weakref import WeakKeyDictionary

from scrapy.crawler import Crawler

from newsspider.crawl import clock

_REPLAYED: Final[WeakKeyDictionary[Crawler, datetime]] = WeakKeyDictionary()


def replays(crawler: Crawler, moment: datetime) -> None:
    """Say that a crawl replays what a site answered up to that moment."""
    _REPLAYED[crawler] = moment.astimezone(clock.now().tzinfo)


def site_time(crawler: Crawler) -> datetime:
    """Return the moment that lists of the newest articles are asked for at, in WIB."""
    return _REPLAYED.get(crawler) or clock.now()
