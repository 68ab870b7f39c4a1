"""The one store of a crawl, for all parts of it that write."""

from pathlib import Path

from scrapy.crawler import Crawler

from newsspider.crawl import clock, leases
from newsspider.store.store import Store


def store_of(crawler: Crawler) -> Store:
    """The store in `OUTPUT_DIR`, opened by whoever asks first; raises as `Store.open` does.

    `scrapy crawl` asks before anything runs, so that what must be refused is refused then.
    """
    open_already = leases.of(crawler)
    if open_already is not None:
        return open_already
    output = Path(crawler.settings["OUTPUT_DIR"])
    return leases.lend(crawler, output, crawler.spidercls.name, clock.now())
