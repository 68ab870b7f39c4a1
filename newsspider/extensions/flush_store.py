"""Makes what waits for a full batch durable every few seconds: a slow crawl then loses less."""

from collections.abc import Callable
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

from newsspider.crawl.open_store import find_store
from newsspider.crawl.periodic import Periodic
from newsspider.crawl.stop import close
from newsspider.errors import Refusal
from newsspider.store.store import Store


class FlushStore:
    """Flushes the store every `seconds` while the engine runs; a failure ends the crawl."""

    def __init__(
        self,
        store: Callable[[], Store | None],
        stats: StatsCollector,
        stop: Callable[[str], None],
        seconds: float,
    ) -> None:
        self.store = store
        self.stats = stats
        self.stop = stop
        self.ticker = Periodic(seconds, self.flush)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take STORE_FLUSH_SECONDS, and run as long as the engine does."""
        assert crawler.stats is not None
        flush = cls(
            lambda: find_store(crawler),
            crawler.stats,
            lambda reason: close(crawler, reason),
            crawler.settings.getfloat("STORE_FLUSH_SECONDS"),
        )
        crawler.signals.connect(flush.begin, signals.engine_started)
        crawler.signals.connect(flush.end, signals.engine_stopped)
        return flush

    async def begin(self) -> None:
        """Start with the engine."""
        self.ticker.start()

    async def end(self) -> None:
        """Stop with the engine; the store is flushed once more when it is closed."""
        await self.ticker.stop()

    def flush(self) -> None:
        """Flush the store; end the crawl at the first failure."""
        store = self.store()
        if store is None or self.stats.get_value("output/error") is not None:
            return
        try:
            store.flush()
        except Refusal as refusal:
            self.stats.set_value("output/error", str(refusal))
            self.stop("output_failed")
