"""Writes articles to `output/<site>-<day>.jsonl`, each once, durable before it counts as stored."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem, NotConfigured
from scrapy.statscollectors import StatsCollector

from newsspider.crawl import clock
from newsspider.crawl.awaited_captures import AwaitedCaptures, find_captures
from newsspider.crawl.open_store import store_of
from newsspider.crawl.stop import end_with
from newsspider.errors import Refusal
from newsspider.items import Article, to_record
from newsspider.store.files.jsonl import BadRecord
from newsspider.store.line_batch import StoreOutcome
from newsspider.store.store import Store


class Save:
    """The last pipeline. Scrapy's own feed export (`-o`) goes on beside it.

    Counts: `article/stored`, `article/revised`, `article/unchanged`, and `record/invalid` of what
    breaks the record's contract. A failure of the disk is kept in `output/error` and ends the
    crawl.
    """

    def __init__(
        self,
        store: Callable[[], Store],
        stats: StatsCollector,
        end_crawl: Callable[[Refusal], None],
        clock: Callable[[], datetime],
        captures: Callable[[], AwaitedCaptures | None] = lambda: None,
    ) -> None:
        self.store = store
        self.stats = stats
        self.end_crawl = end_crawl
        self.clock = clock
        self.captures = captures

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        if not crawler.settings.getbool("STORE_ENABLED"):
            raise NotConfigured
        assert crawler.stats is not None
        return cls(
            lambda: store_of(crawler),
            crawler.stats,
            partial(end_with, crawler),
            clock.now,
            lambda: find_captures(crawler),
        )

    def process_item(self, item: Any) -> Any:
        """Store an article; raises `DropItem` for one that says nothing new or is no record."""
        if not isinstance(item, Article):
            return item
        if self.stats.get_value("article/discarded") is not None:
            raise DropItem(f"{item.url}: not stored, the layout has changed", log_level="INFO")
        captures = self.captures()
        archived_from = captures.provenance(item.id) if captures else None
        try:
            store = self.store()
            outcome = store.append(to_record(item), self.clock(), archived_from)
        except BadRecord as problem:
            self.stats.inc_value("record/invalid")
            raise DropItem(f"{item.url}: {problem}", log_level="ERROR") from None
        except Refusal as refusal:
            self.end_crawl(refusal)
            raise DropItem(f"{item.url}: {refusal}", log_level="ERROR") from None
        store.attempts.succeeded(item.id)
        if captures:
            captures.stored(item.id)
        if outcome is StoreOutcome.UNCHANGED:
            self.stats.inc_value("article/unchanged")
            raise DropItem(f"{item.url}: stored already", log_level="DEBUG")
        self.stats.inc_value("article/stored" if outcome is StoreOutcome.NEW else "article/revised")
        return item
