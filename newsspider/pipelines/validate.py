"""Lets nothing through that breaks the record's contract."""

from collections import Counter, defaultdict
from typing import Any, Self

import msgspec
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.statscollectors import StatsCollector

from newsspider.baseline import LEAST_NOW
from newsspider.items import Article, from_record, to_record


class Validate:
    """Checks each article against the record's schema, and counts what its pages stated.

    Counts: `record/invalid`, `warning/<code>`, `coverage/<layout>` (articles) and
    `coverage/<layout>/<key>` (articles of that layout in which the key has a value), and the sums
    `text/<layout>/words`, `…/paragraphs` and `…/warning:<code>` for the checks of `health`. They
    are told in rounds: some thirty counts an article would cost more than the check itself.
    """

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats
        self.counts: Counter[str] = Counter()
        self.stated: defaultdict[str, Counter[str]] = defaultdict(Counter)  # keys, by layout
        self.articles = 0

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """As Scrapy builds it."""
        assert crawler.stats is not None
        return cls(crawler.stats)

    def process_item(self, item: Any) -> Any:
        """The item, if it is a valid article; raises `DropItem` naming the key that is not."""
        if not isinstance(item, Article):
            return item
        record = to_record(item)
        try:
            from_record(record)
        except msgspec.ValidationError as error:
            self.stats.inc_value("record/invalid")
            raise DropItem(f"{item.url}: {error}", log_level="ERROR") from None
        self._count(record)
        self.articles += 1
        if self.articles % LEAST_NOW == 0:
            self._tell()
        return item

    def close_spider(self) -> None:
        """Tells what is left."""
        self._tell()

    def _tell(self) -> None:
        for layout, stated in self.stated.items():
            for key, count in stated.items():
                self.stats.inc_value(f"coverage/{layout}/{key}", count)
        for key, count in self.counts.items():
            self.stats.inc_value(key, count)
        self.stated.clear()
        self.counts.clear()

    def _count(self, record: dict[str, Any]) -> None:
        layout, counts = record["layout"], self.counts
        counts[f"coverage/{layout}"] += 1
        self.stated[layout].update(
            [key for key, value in record.items() if value is not None and value != []]
        )
        counts[f"text/{layout}/words"] += record["word_count"]
        counts[f"text/{layout}/paragraphs"] += record["article_body"].count("\n\n") + 1
        for code in record["warnings"]:
            counts[f"warning/{code}"] += 1
            counts[f"text/{layout}/warning:{code}"] += 1
