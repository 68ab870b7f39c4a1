"""Notices a layout that changed before its articles are written, and says which selector broke."""

import logging
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector

from newsspider.baseline import LEAST_NOW, Finding, examine, listings, silence
from newsspider.crawl import clock
from newsspider.crawl.open_store import find_store
from newsspider.crawl.spider_site import site_of
from newsspider.crawl.stop import close
from newsspider.items import Article
from newsspider.reading.address import Address
from newsspider.store.pages.fixtures import Saved
from newsspider.store.pages.quarantine import Quarantine
from newsspider.store.state.runs import Run
from newsspider.store.store import Store

logger = logging.getLogger(__name__)

_RUNS = 20  # that the present one is compared with
_A_WEEK = 7 * 24  # runs from cron; a site stands still in all of them, or not at all
_ACCEPTED = "health/accepted"
_THRIFTY = "run/thrifty"


def _usual(runs: Iterable[Run], thrifty: int) -> list[Mapping[str, Any]]:
    """Return what healthy runs counted, newest first, back to one whose changes were accepted.

    One request an article shows less than two: such runs are compared with their like.
    """
    facts: list[Mapping[str, Any]] = []
    for run in runs:
        if run.is_whole and run.facts:
            if run.facts.get(_THRIFTY, 0) == thrifty:
                facts.append(run.facts)
            if run.facts.get(_ACCEPTED):
                break
    return facts


class LayoutHealth:
    """Holds back the first articles of a run until they read like those of the last runs.

    When they do not, none is stored, their pages go to quarantine, and the crawl ends as
    `layout_broken`. At the end the whole run is compared once more; what is broken then is in
    `health/broken`, and the verdict knows it.
    """

    def __init__(
        self,
        store: Store,
        stats: StatsCollector,
        stop: Callable[[str], None],
        earlier: list[Mapping[str, Any]],
        address: Callable[[str], Address],
        *,
        live: bool = False,
    ) -> None:
        self.store = store
        self.stats = stats
        self.stop = stop
        self.earlier = earlier
        self.address = address
        self.live = live
        self.pages: list[Saved] = []
        self.probation = bool(earlier)
        if self.probation:
            store.hold()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Compare with the last runs; off where no articles are stored, and with ACCEPT_CHANGES."""
        store, site = find_store(crawler), site_of(crawler)
        if store is None or site is None:
            raise NotConfigured
        assert crawler.stats is not None
        thrifty = int(getattr(getattr(crawler.spider, "plan", None), "is_thrifty", False))
        crawler.stats.set_value(_THRIFTY, thrifty)
        if crawler.settings.getbool("ACCEPT_CHANGES"):
            crawler.stats.set_value(_ACCEPTED, 1)
            raise NotConfigured("this run says what is usual from now on")
        earlier = _usual(store.runs.last(_RUNS), thrifty)
        live = not (crawler.settings["REPLAY_DIR"] or crawler.settings["CONNECT_TO"])
        stop = partial(close, crawler)
        health = cls(store, crawler.stats, stop, earlier, site.address, live=live)
        crawler.signals.connect(health.received, signals.response_received)
        crawler.signals.connect(health.scraped, signals.item_scraped)
        crawler.signals.connect(health.ended, signals.spider_closed)
        return health

    def received(self, response: Response, request: Request) -> None:
        """Keep the pages of articles on probation, in case they have to be put aside."""
        if self.probation and response.status == 200 and self.address(response.url).id:
            content_type = response.headers.get("Content-Type", b"") or b""
            headers = {"Content-Type": content_type.decode("latin-1")}
            self.pages.append(Saved(url=response.url, body=response.body, headers=headers))

    def scraped(self, item: Any) -> None:
        """Judge the first articles as soon as there are enough of them."""
        if not self.probation or not isinstance(item, Article):
            return
        if self.stats.get_value(f"coverage/{item.layout}", 0) < LEAST_NOW:
            return
        broken = [finding for finding in self._findings() if finding.broken]
        self.probation = False
        if broken:
            self._put_aside(broken)
        else:
            self.pages.clear()
            self.store.release()

    def ended(self) -> None:
        """Log and count what is not as it was, over the whole run."""
        self.probation = False
        findings = [*self._findings(), *self._on_lists()]
        for finding in findings:
            logger.log(logging.ERROR if finding.broken else logging.WARNING, "%s", finding.words)
        self.stats.set_value("health/findings", len(findings))
        broken = [finding.words for finding in findings if finding.broken]
        if broken and self.stats.get_value("health/broken") is None:
            self.stats.set_value("health/broken", broken[0])

    def _findings(self) -> list[Finding]:
        return examine(self.stats.get_stats(), self.earlier)

    def _on_lists(self) -> list[Finding]:
        """Judge the lists, at the end only: what was read by then is stored in any case."""
        stats = self.stats.get_stats()
        findings = listings(stats, self.earlier)
        if self.live:
            runs = [(run.started, run.facts) for run in self.store.runs.last(_A_WEEK) if run.facts]
            findings += silence(clock.now(), stats, runs)
        return findings

    def _put_aside(self, broken: list[Finding]) -> None:
        stored = self.stats.get_value("article/stored", 0)
        self.store.discard()
        self.stats.set_value("article/stored", 0)
        self.stats.set_value("article/discarded", stored)
        self.stats.set_value("health/broken", broken[0].words)
        quarantine = Quarantine(self.store.output)
        for page in self.pages:
            quarantine.keep([page], "layout_changed", clock.now(), [broken[0].words])
        self.pages.clear()
        self.stop("layout_broken")
