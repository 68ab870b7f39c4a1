"""Opens the store of a run before anything runs, and keeps what waits for a full batch short."""

from collections.abc import Callable
from functools import partial
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.statscollectors import StatsCollector

from newsspider.crawl.open_store import find_store, store_of
from newsspider.crawl.periodic import Periodic
from newsspider.crawl.preflight import refuse_lost_ground
from newsspider.crawl.spider_site import site_of
from newsspider.crawl.stop import end_with
from newsspider.errors import Refusal
from newsspider.store.store import Store


class KeepStore:
    """Flushes the store every `seconds` while the engine runs; a failure ends the crawl.

    Whoever starts the spider (`scrapy crawl`, a script, scrapyd), the store is opened here: a
    `Refusal` leaves `crawl()` before the first request. `JudgeRun` closes it.
    """

    def __init__(
        self,
        store: Callable[[], Store | None],
        stats: StatsCollector,
        end_crawl: Callable[[Refusal], None],
        seconds: float,
    ) -> None:
        self.store = store
        self.stats = stats
        self.end_crawl = end_crawl
        self.ticker = Periodic(seconds, self.flush)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not crawler.settings.getbool("STORE_ENABLED") or site_of(crawler) is None:
            raise NotConfigured
        refuse_lost_ground(crawler)
        store_of(crawler)
        assert crawler.stats is not None
        keep = cls(
            lambda: find_store(crawler),
            crawler.stats,
            partial(end_with, crawler),
            crawler.settings.getfloat("STORE_FLUSH_SECONDS"),
        )
        crawler.signals.connect(keep.begin, signals.engine_started)
        crawler.signals.connect(keep.end, signals.engine_stopped)
        return keep

    async def begin(self) -> None:
        """Start with the engine."""
        self.ticker.start()

    async def end(self) -> None:
        """End with the engine; the store itself is flushed once more when it is closed."""
        await self.ticker.stop()

    def flush(self) -> None:
        """Flush once; the first failure is the one to tell."""
        store = self.store()
        if store is None or self.stats.get_value("output/error") is not None:
            return
        try:
            store.flush()
        except Refusal as refusal:
            self.end_crawl(refusal)
