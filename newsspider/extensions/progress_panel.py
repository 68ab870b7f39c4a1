"""Shows one live panel on a terminal; nothing in cron, in a pipe, or with `--nolog`."""

import sys
import time
from typing import TYPE_CHECKING, Final, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured

from newsspider.crawl.open_store import find_store
from newsspider.crawl.periodic import Periodic

if TYPE_CHECKING:
    from newsspider.report.live_panel import LivePanel

_EVERY: Final = 0.5  # seconds


class ProgressPanel:
    """Draws the counts of the crawl until it ends; the log scrolls above it."""

    def __init__(self, crawler: Crawler, panel: "LivePanel") -> None:
        self.crawler = crawler
        self.panel = panel
        self.began = time.monotonic()
        self.ticker = Periodic(_EVERY, self.draw)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Draw for `scrapy crawl` in front of a person; off everywhere else."""
        wanted = crawler.settings.getbool("PROGRESS_ENABLED")
        logged = crawler.settings.getbool("LOG_ENABLED") and not crawler.settings["LOG_FILE"]
        if not (wanted and logged and sys.stderr.isatty()) or find_store(crawler) is None:
            raise NotConfigured
        # Imported where somebody looks on: rich is dear, and cron has no use for it.
        from newsspider.report.live_panel import LivePanel

        shown = cls(crawler, LivePanel(crawler.spidercls.name))
        crawler.signals.connect(shown.begin, signals.engine_started)
        crawler.signals.connect(shown.end, signals.engine_stopped)
        return shown

    async def begin(self) -> None:
        """Start with the engine."""
        self.began = time.monotonic()
        self.panel.start()
        self.ticker.start()

    async def end(self) -> None:
        """Stop with the engine; the verdict follows on a line of its own."""
        await self.ticker.stop()
        self.panel.stop()

    def draw(self) -> None:
        """Draw the panel as things stand."""
        assert self.crawler.stats is not None
        self.panel.draw(self.crawler.stats.get_stats(), time.monotonic() - self.began)
