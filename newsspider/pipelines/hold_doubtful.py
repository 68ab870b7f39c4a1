"""Holds doubtful articles back until it shows whether they are chance or a changed site."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem, NotConfigured
from scrapy.statscollectors import StatsCollector

from newsspider import probation
from newsspider.crawl import clock
from newsspider.crawl.aside import Aside, Pages, aside_of
from newsspider.crawl.earlier_runs import accepted, doubtful_lately
from newsspider.crawl.spider_site import site_of
from newsspider.items import Article

_MOST: Final = 50  # articles held, with their pages
_RUNS: Final = 200  # that may have begun within a day


@dataclass(frozen=True, slots=True)
class _Held:
    article: Article
    pages: Pages
    reasons: Sequence[str]


class HoldDoubtful:
    """Stands before all pipelines, so that nothing counts or stores what is put aside.

    A doubtful article waits in memory, and is dropped for the time being. Where those in doubt are
    many by the end of the run, they are put aside; else they go through the pipelines as they are,
    with their warnings. With ACCEPT_CHANGES none is held. Counts: `article/doubtful`,
    `article/doubtful/<reason>`, and `article/doubtful/stored`.
    """

    def __init__(
        self, crawler: Crawler, stats: StatsCollector, aside: Aside, *, holding: bool
    ) -> None:
        self.crawler = crawler
        self.stats = stats
        self.aside = aside
        self.holding = holding
        runs = aside.store.runs.last(_RUNS)
        self.usual = probation.usual(accepted(runs))
        self.lately = doubtful_lately(runs, clock.now())
        self.held: deque[_Held] = deque()
        self.articles = 0
        self.put_aside = 0
        self.closing = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take ACCEPT_CHANGES; off where no articles are stored, and for a site without layouts:
        what is doubtful on pages of many hosts is no sign that one of them has changed."""
        aside, site = aside_of(crawler), site_of(crawler)
        if aside is None or site is None or not site.layouts or crawler.stats is None:
            raise NotConfigured
        holding = not crawler.settings.getbool("ACCEPT_CHANGES")
        return cls(crawler, crawler.stats, aside, holding=holding)

    def process_item(self, item: Any) -> Any:
        """Let an item pass, or raise `DropItem` for an article that has to wait."""
        if not isinstance(item, Article) or self.closing:
            return item
        reasons = self._counted(item)
        if not reasons or not self.holding:
            return item
        held = _Held(item, self.aside.take(item.id), reasons)
        if self.put_aside:
            self._put(held)
        else:
            self.held.append(held)
            if len(self.held) > _MOST and self._are_many():
                self._put_all()
            elif len(self.held) > _MOST:
                return self._released()  # the one that waited longest, in place of this one
        raise DropItem(f"{item.url}: held back, {', '.join(reasons)}", log_level="INFO")

    async def close_spider(self) -> None:
        """Put aside what is held, or send it on its way to the store."""
        if self._are_many() or self.stats.get_value("article/discarded") is not None:
            self._put_all()
        self.closing = True
        assert self.crawler.engine is not None
        while self.held:
            article = self._released()
            await self.crawler.engine.scraper.start_itemproc_async(article, response=None)

    def _counted(self, article: Article) -> list[str]:
        self.articles += 1
        reasons = [code for code in probation.doubts(article) if code not in self.usual]
        if reasons:
            self.stats.inc_value("article/doubtful")
            if not self.holding:
                self.stats.inc_value("article/doubtful/stored")
        for code in reasons:
            self.stats.inc_value(f"article/doubtful/{code}")
        return reasons

    def _are_many(self) -> bool:
        """Tell whether those in doubt are many in this run, or in those of the last day."""
        if not self.held:
            return False
        misread = self.stats.get_value("article/misread", 0)
        doubtful, pages = len(self.held) + misread, self.articles + misread
        earlier_doubtful, earlier = self.lately
        return probation.are_many(doubtful, pages) or probation.are_many(
            len(self.held) + earlier_doubtful, self.articles + earlier
        )

    def _put_all(self) -> None:
        while self.held:
            self._put(self.held.popleft())

    def _put(self, held: _Held) -> None:
        self.put_aside += 1
        fields = sorted({probation.FIELDS[code] for code in held.reasons})
        self.aside.put(held.article.id, held.pages, held.reasons[0], fields)

    def _released(self) -> Article:
        self.stats.inc_value("article/doubtful/stored")
        return self.held.popleft().article
