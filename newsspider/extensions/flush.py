"""Makes what waits for a full batch durable every few seconds: a slow crawl then loses less."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

from newsspider.closing import close
from newsspider.store import leases
from newsspider.store.errors import Refusal
from newsspider.store.store import Store


class Flush:
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
        self.seconds = seconds
        self.task: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy builds it."""
        assert crawler.stats is not None
        flush = cls(
            lambda: leases.of(crawler),
            crawler.stats,
            lambda reason: close(crawler, reason),
            crawler.settings.getfloat("STORE_FLUSH_SECONDS"),
        )
        crawler.signals.connect(flush.begin, signals.engine_started)
        crawler.signals.connect(flush.end, signals.engine_stopped)
        return flush

    async def begin(self) -> None:
        """Starts with the engine."""
        self.task = asyncio.ensure_future(self._go_on())

    async def end(self) -> None:
        """Ends with it; the store itself is flushed once more when it is closed."""
        if self.task is not None:
            self.task.cancel()
            with suppress(asyncio.CancelledError):
                await self.task

    async def _go_on(self) -> None:
        while True:
            await asyncio.sleep(self.seconds)
            store = self.store()
            if store is not None and not self._flushed(store):
                return

    def _flushed(self, store: Store) -> bool:
        try:
            store.flush()
        except Refusal as refusal:
            if self.stats.get_value("output/error") is None:
                self.stats.set_value("output/error", str(refusal))
            self.stop("output_failed")
            return False
        return True
