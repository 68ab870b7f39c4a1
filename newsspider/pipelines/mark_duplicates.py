"""Says of each article which stored one it repeats, and drops it where the user wants that."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem, NotConfigured
from scrapy.statscollectors import StatsCollector

from newsspider.crawl.open_store import store_of
from newsspider.errors import Refusal
from newsspider.items import Article
from newsspider.pipelines.duplicates_mode import duplicates_mode
from newsspider.store.duplicates import lookup
from newsspider.store.duplicates.other_sites import OtherSites
from newsspider.store.store import Store


class MarkDuplicates:
    """Sets `duplicate_of` and `similarity`; stands before the journal.

    Looks among the articles of the site, and of the other sites in the output. Only an article that
    is not stored yet is ever dropped. Counts: `duplicates/exact`, `duplicates/near`,
    `duplicates/dropped`.
    """

    def __init__(self, mode: str, store: Callable[[], Store], stats: StatsCollector) -> None:
        self.mode = mode
        self.store = store
        self.stats = stats
        self.others: OtherSites | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        wanted = duplicates_mode(crawler.settings)
        if not crawler.settings.getbool("STORE_ENABLED"):
            raise NotConfigured
        assert crawler.stats is not None
        return cls(wanted, lambda: store_of(crawler), crawler.stats)

    def process_item(self, item: Any) -> Any:
        """Mark an article; raises `DropItem` for a duplicate that is not wanted."""
        if isinstance(item, Article):
            # What stops the search stops the journal as well, and the journal says so.
            with suppress(Refusal):
                self._compare(item)
        return item

    def _compare(self, item: Article) -> None:
        store = self.store()
        text = {key: getattr(item, key) for key in lookup.COMPARED}
        if self.others is None:
            self.others = OtherSites(store.output, store.site)
        texts = lookup.of(store)
        own = texts.find(store.state.connection, text)
        known = partial(store.known, item.id)
        other = self.others.find(texts.entry(text), item.content_hash, known)
        found = lookup.earliest(filter(None, (own, other)))
        if found is None:
            return
        self.stats.inc_value("duplicates/exact" if found.exact else "duplicates/near")
        if self._unwanted(found) and known() is None:
            lookup.drop(store, item.id, found)
            store.attempts.succeeded(item.id)
            self.stats.inc_value("duplicates/dropped")
            raise DropItem(
                f"{item.url}: repeats {found.duplicate_of} ({found.similarity})", log_level="DEBUG"
            )
        item.duplicate_of, item.similarity = found.duplicate_of, found.similarity

    def close_spider(self) -> None:
        """Close the states of other sites."""
        if self.others is not None:
            self.others.close()

    def _unwanted(self, found: lookup.Duplicate) -> bool:
        return self.mode == "drop-near" or (self.mode == "drop-exact" and found.exact)
