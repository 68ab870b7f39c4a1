"""One live panel on a terminal; nothing in cron, in a pipe, or with `--nolog`."""

import asyncio
import logging
import sys
import time
from contextlib import suppress
from typing import Final, Self, TextIO, cast

from rich.console import Console
from rich.file_proxy import FileProxy
from rich.live import Live
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newsspider.report.progress import Progress, panel
from newsspider.store import leases

_EVERY: Final = 0.5  # seconds


class Panel:
    """Draws the counts of the crawl until it ends; the log scrolls above it."""

    def __init__(self, crawler: Crawler, console: Console) -> None:
        self.crawler = crawler
        self.console = console
        self.live = Live(console=console, auto_refresh=False, transient=True)
        self.began = time.monotonic()
        self.task: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy builds it; only for `scrapy crawl` in front of a person."""
        wanted = crawler.settings.getbool("PROGRESS_ENABLED")
        logged = crawler.settings.getbool("LOG_ENABLED") and not crawler.settings["LOG_FILE"]
        if not (wanted and logged and sys.stderr.isatty()) or leases.of(crawler) is None:
            raise NotConfigured
        shown = cls(crawler, Console(stderr=True))
        crawler.signals.connect(shown.begin, signals.engine_started)
        crawler.signals.connect(shown.end, signals.engine_stopped)
        return shown

    async def begin(self) -> None:
        """Starts with the engine."""
        self.began = time.monotonic()
        for handler in logging.root.handlers:
            if isinstance(handler, logging.StreamHandler) and handler.stream is sys.stderr:
                handler.setStream(cast("TextIO", FileProxy(self.console, sys.stderr)))
        self.live.start()
        self.task = asyncio.ensure_future(self._go_on())

    async def end(self) -> None:
        """Ends with it; the verdict follows on a line of its own."""
        if self.task is not None:
            self.task.cancel()
            with suppress(asyncio.CancelledError):
                await self.task
        self.live.stop()

    async def _go_on(self) -> None:
        assert self.crawler.stats is not None
        title = self.crawler.spidercls.name
        while True:
            seconds = time.monotonic() - self.began
            progress = Progress.of(self.crawler.stats.get_stats(), seconds)
            self.live.update(panel(progress, title), refresh=True)
            await asyncio.sleep(_EVERY)
