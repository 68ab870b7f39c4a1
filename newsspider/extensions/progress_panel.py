"""Shows one live panel on a terminal; nothing in cron, in a pipe, or with `--nolog`."""

import logging
import sys
import time
from typing import Final, Self, TextIO, cast

from rich.console import Console
from rich.file_proxy import FileProxy
from rich.live import Live
from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newsspider.crawl.open_store import find_store
from newsspider.crawl.periodic import Periodic
from newsspider.report.progress import Progress, panel

_EVERY: Final = 0.5  # seconds


class ProgressPanel:
    """Draws the counts of the crawl until it ends; the log scrolls above it."""

    def __init__(self, crawler: Crawler, console: Console) -> None:
        self.crawler = crawler
        self.console = console
        self.live = Live(console=console, auto_refresh=False, transient=True)
        self.began = time.monotonic()
        self.ticker = Periodic(_EVERY, self.draw)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Draw for `scrapy crawl` in front of a person; off everywhere else."""
        wanted = crawler.settings.getbool("PROGRESS_ENABLED")
        logged = crawler.settings.getbool("LOG_ENABLED") and not crawler.settings["LOG_FILE"]
        if not (wanted and logged and sys.stderr.isatty()) or find_store(crawler) is None:
            raise NotConfigured
        shown = cls(crawler, Console(stderr=True))
        crawler.signals.connect(shown.begin, signals.engine_started)
        crawler.signals.connect(shown.end, signals.engine_stopped)
        return shown

    async def begin(self) -> None:
        """Start with the engine."""
        self.began = time.monotonic()
        for handler in logging.root.handlers:
            if isinstance(handler, logging.StreamHandler) and handler.stream is sys.stderr:
                handler.setStream(cast("TextIO", FileProxy(self.console, sys.stderr)))
        self.live.start()
        self.ticker.start()

    async def end(self) -> None:
        """Stop with the engine; the verdict follows on a line of its own."""
        await self.ticker.stop()
        self.live.stop()

    def draw(self) -> None:
        """Draw the panel as things stand."""
        assert self.crawler.stats is not None
        seconds = time.monotonic() - self.began
        progress = Progress.of(self.crawler.stats.get_stats(), seconds)
        self.live.update(panel(progress, self.crawler.spidercls.name), refresh=True)
