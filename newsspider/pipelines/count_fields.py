"""Counts what the pages of each layout state, so that a selector that stopped matching shows."""

from collections import Counter, defaultdict
from dataclasses import fields
from operator import attrgetter
from typing import Any, Final, Self

from scrapy.crawler import Crawler
from scrapy.statscollectors import StatsCollector

from newsspider.baseline import LEAST_NOW
from newsspider.items import Article

_KEYS: Final = tuple(field.name for field in fields(Article))
_VALUES: Final = attrgetter(*_KEYS)


class CountFields:
    """Counts, for the checks of `LayoutHealth` and for the manifest, what articles state.

    Counts: `warning/<code>`, `coverage/<layout>` (articles) and `coverage/<layout>/<key>` (articles
    of that layout in which the key has a value), and the sums `text/<layout>/words`,
    `…/paragraphs` and `…/warning:<code>`. They are told in rounds: some thirty counts an article
    would cost more than all else that the pipelines do.
    """

    def __init__(self, stats: StatsCollector) -> None:
        self.stats = stats
        self.counts: Counter[str] = Counter()
        self.stated: defaultdict[str, Counter[str]] = defaultdict(Counter)  # keys, by layout
        self.articles = 0
        self.is_closing = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        assert crawler.stats is not None
        return cls(crawler.stats)

    def process_item(self, item: Any) -> Any:
        """Count an article and pass every item on."""
        if isinstance(item, Article):
            self._count(item)
            self.articles += 1
            if self.is_closing or self.articles % LEAST_NOW == 0:
                self._tell()
        return item

    def close_spider(self) -> None:
        """Tell what is left, and at once what comes after: articles that were held to the end."""
        self.is_closing = True
        self._tell()

    def _tell(self) -> None:
        for layout, stated in self.stated.items():
            for key, count in stated.items():
                self.stats.inc_value(f"coverage/{layout}/{key}", count)
        for key, count in self.counts.items():
            self.stats.inc_value(key, count)
        self.stated.clear()
        self.counts.clear()

    def _count(self, article: Article) -> None:
        layout, counts = article.layout, self.counts
        counts[f"coverage/{layout}"] += 1
        values = zip(_KEYS, _VALUES(article), strict=True)
        stated = [key for key, value in values if value or value not in (None, [])]
        self.stated[layout].update(stated)
        counts[f"text/{layout}/words"] += article.word_count
        counts[f"text/{layout}/paragraphs"] += article.article_body.count("\n\n") + 1
        for code in article.warnings:
            counts[f"warning/{code}"] += 1
            counts[f"text/{layout}/warning:{code}"] += 1
