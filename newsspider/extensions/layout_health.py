"""Holds the first pages of a run until they can be believed, and says which selector broke."""

import logging
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.statscollectors import StatsCollector

from newsspider import probation
from newsspider.baseline import LEAST_NOW, Deviation, examine, listings, silence
from newsspider.crawl import clock
from newsspider.crawl.aside import Aside, Pages, aside_of
from newsspider.crawl.earlier_runs import ACCEPTED, COMPARED, THRIFTY, comparable
from newsspider.crawl.spider_site import site_of
from newsspider.crawl.stop import close
from newsspider.items import Article
from newsspider.probation import Soundness
from newsspider.sites.site import Site

logger = logging.getLogger(__name__)

_A_WEEK = 7 * 24  # runs from cron; a site stands still in all of them, or not at all


class LayoutHealth:
    """Makes nothing durable before the first pages of a run have shown that they can be believed.

    They are not where nearly all are refused or in doubt, or where they are not like those of
    earlier runs: then none is stored, their pages go to quarantine, and the crawl ends as
    `layout_broken`. At the end the whole run is judged once more; what is broken then is in
    `health/broken`, and the verdict knows it.
    """

    def __init__(
        self,
        aside: Aside,
        stats: StatsCollector,
        stop: Callable[[str], None],
        earlier: list[Mapping[str, Any]],
        site: Site,
        *,
        live: bool = False,
    ) -> None:
        self.store = aside.store
        self.aside = aside
        self.stats = stats
        self.stop = stop
        self.earlier = earlier
        self.site = site
        self.live = live
        self.pages: dict[str, Pages] = {}  # of the articles on probation
        self.read = 0
        self.probation = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Compare with the last runs; off where no articles are stored, for a site without layouts
        (pages of many hosts), and with ACCEPT_CHANGES."""
        aside, site = aside_of(crawler), site_of(crawler)
        if aside is None or site is None or not site.layouts:
            raise NotConfigured
        assert crawler.stats is not None
        thrifty = int(getattr(getattr(crawler.spider, "plan", None), "is_thrifty", False))
        crawler.stats.set_value(THRIFTY, thrifty)
        if crawler.settings.getbool("ACCEPT_CHANGES"):
            crawler.stats.set_value(ACCEPTED, 1)
            raise NotConfigured("this run says what is usual from now on")
        earlier = comparable(aside.store.runs.last(COMPARED), thrifty)
        live = not (crawler.settings["REPLAY_DIR"] or crawler.settings["CONNECT_TO"])
        stop = partial(close, crawler)
        health = cls(aside, crawler.stats, stop, earlier, site, live=live)
        crawler.signals.connect(health.begin, signals.engine_started)
        crawler.signals.connect(health.scraped, signals.item_scraped)
        crawler.signals.connect(health.dropped, signals.item_dropped)
        crawler.signals.connect(health.ended, signals.spider_closed)
        return health

    def begin(self) -> None:
        """Hold the store, once the run itself is entered there."""
        self.probation = True
        self.store.hold()

    def scraped(self, item: Any) -> None:
        """Judge the first articles as soon as there are enough of them."""
        self._read(item, is_scraped=True)

    def dropped(self, item: Any) -> None:
        """Judge by the doubtful ones too, which are held."""
        self._read(item, is_scraped=False)

    def _read(self, item: Any, *, is_scraped: bool) -> None:
        if not isinstance(item, Article):
            return
        self.read += 1
        pages = self.aside.take(item.id)
        if not self.probation:
            return
        if is_scraped:
            self.pages[item.id] = pages
        soundness = probation.soundness(*self._good_and_bad())
        if soundness is Soundness.BROKEN:
            self._put_aside(self._described())
        elif soundness is Soundness.SOUND and self._is_comparable(item.layout):
            self._compare()

    def _good_and_bad(self) -> tuple[int, int]:
        doubtful = self.stats.get_value("article/doubtful", 0)
        return self.read - doubtful, doubtful + self.stats.get_value("article/misread", 0)

    def _is_comparable(self, layout: str) -> bool:
        """Tell whether enough articles of a layout came, or too many to hold more."""
        counted = self.stats.get_value(f"coverage/{layout}", 0)
        return not self.earlier or counted >= LEAST_NOW or self.read >= probation.LONGEST

    def _compare(self) -> None:
        """End the probation of pages that are sound by themselves."""
        broken = [finding.words for finding in self._findings() if finding.broken]
        if broken:
            self._put_aside(broken[0])
        else:
            self.probation = False
            self.pages.clear()
            self.store.release()

    def ended(self) -> None:
        """Judge what is still on probation, and log what is not as it was in the whole run."""
        if self.probation:
            good, bad = self._good_and_bad()
            if probation.soundness(good, bad, at_end=True) is Soundness.BROKEN:
                self._put_aside(self._described())
            else:
                self._compare()
        findings = [*self._findings(), *self._on_lists()]
        for finding in findings:
            logger.log(logging.ERROR if finding.broken else logging.WARNING, "%s", finding.words)
        self.stats.set_value("health/findings", len(findings))
        self._tell([finding.words for finding in findings if finding.broken])

    def _tell(self, broken: list[str]) -> None:
        """Name what is broken: what came to light first, else pages in doubt, else a finding."""
        if self.stats.get_value("health/broken") is not None:
            return
        misread = self.stats.get_value("article/misread", 0)
        if probation.are_many(misread, self.read + misread) and self._described():
            broken = [self._described(), *broken]
        if broken:
            self.stats.set_value("health/broken", broken[0])

    def _described(self) -> str:
        return probation.described(self.stats.get_stats(), self.site.layouts)

    def _findings(self) -> list[Deviation]:
        return examine(self.stats.get_stats(), self.earlier)

    def _on_lists(self) -> list[Deviation]:
        """Judge the lists, at the end only: what was read by then is stored in any case."""
        stats = self.stats.get_stats()
        findings = listings(stats, self.earlier)
        if self.live:
            runs = [(run.started, run.facts) for run in self.store.runs.last(_A_WEEK) if run.facts]
            findings += silence(clock.now(), stats, runs)
        return findings

    def _put_aside(self, words: str) -> None:
        """Store nothing of what came so far, and keep its pages."""
        self.probation = False
        stored = self.stats.get_value("article/stored", 0)
        self.store.discard()
        self.stats.set_value("article/stored", 0)
        self.stats.set_value("article/discarded", stored)
        self.stats.set_value("health/broken", words)
        for identity, pages in self.pages.items():
            self.aside.put(identity, pages, "layout_changed", [words])
        self.pages.clear()
        self.stop("layout_broken")
