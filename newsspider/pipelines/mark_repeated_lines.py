"""Doubts texts with lines that stand in many articles of a site: boilerplate, whatever it says."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any, Final, Self

import msgspec
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.statscollectors import StatsCollector

from newsspider.crawl.open_store import store_of
from newsspider.errors import Refusal
from newsspider.items import Article
from newsspider.reading.trust.foreign.repeated_lines import RepeatedLines
from newsspider.store.files.day_files import day_files
from newsspider.store.store import Store

_STORED: Final = 50  # articles of earlier runs, the last stored, that a run has learned from


class _Stored(msgspec.Struct):
    """What of a stored line is learned from."""

    id: str
    article_body: str


class MarkRepeatedLines:
    """Adds `body_mixed` to an article whose text repeats lines of other articles of the site.

    One page cannot tell that; a run can, and one that goes on where another ended knows the texts
    that were stored last. Counts: `article/repeated_lines`, articles.
    """

    def __init__(self, crawler: Crawler, stats: StatsCollector) -> None:
        self.crawler = crawler
        self.stats = stats
        self.learned: RepeatedLines | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Off where no articles are stored."""
        if not crawler.settings.getbool("STORE_ENABLED"):
            raise NotConfigured
        assert crawler.stats is not None
        return cls(crawler, crawler.stats)

    def process_item(self, item: Any) -> Any:
        """Learn from an article, and mark it; pass every item on."""
        if isinstance(item, Article):
            if self.learned is None:
                self.learned = self._learned()
            if self.learned.observe(item.article_body.split("\n\n")):
                item.warnings = sorted({*item.warnings, "body_mixed"})
                self.stats.inc_value("article/repeated_lines")
        return item

    def _learned(self) -> RepeatedLines:
        """What the texts that were stored last teach."""
        learned = RepeatedLines()
        with suppress(Refusal):  # what cannot be read is told by what stores
            for stored in islice(_last_stored(store_of(self.crawler)), _STORED):
                learned.observe(stored.article_body.split("\n\n"))
        return learned


def _last_stored(store: Store) -> Iterator[_Stored]:
    """Yield the newest stored articles, each once, the last one first."""
    seen: set[str] = set()
    for file in reversed(day_files(store.output, store.site)):
        for line in reversed(file.read().splitlines()):
            with suppress(msgspec.DecodeError):
                stored = msgspec.json.decode(line, type=_Stored)
                if stored.id not in seen:
                    seen.add(stored.id)
                    yield stored
