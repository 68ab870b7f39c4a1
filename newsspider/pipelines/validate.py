"""Lets nothing through that breaks the record's contract."""

from typing import Any, Self

import msgspec
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem
from scrapy.statscollectors import StatsCollector

from newsspider.items import Article, from_record, to_record


class Validate:
    """Checks each article against the record's schema, and counts what its pages stated.

    Counts: `record/invalid`, `warning/<code>`, `coverage/<layout>` (articles) and
    `coverage/<layout>/<key>` (articles of that layout in which the key has a value), and the sums
    `text/<layout>/words`, `…/paragraphs` and `…/warning:<code>` for the checks of `health`.
    """

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats

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
        return item

    def _count(self, record: dict[str, Any]) -> None:
        layout = f"coverage/{record['layout']}"
        self.stats.inc_value(layout)
        for key, value in record.items():
            if value not in (None, []):
                self.stats.inc_value(f"{layout}/{key}")
        text = f"text/{record['layout']}"
        self.stats.inc_value(f"{text}/words", record["word_count"])
        self.stats.inc_value(f"{text}/paragraphs", record["article_body"].count("\n\n") + 1)
        for code in record["warnings"]:
            self.stats.inc_value(f"warning/{code}")
            self.stats.inc_value(f"{text}/warning:{code}")
