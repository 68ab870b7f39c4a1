"""Puts pages aside that came but could not be read, and stops a crawl that reads none."""

import logging
from collections.abc import Callable
from math import inf
from typing import Any, Final, Self

from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector

from newsspider.crawl import clock
from newsspider.crawl.open_store import find_store
from newsspider.crawl.page_reading.reading_process import ReaderDied
from newsspider.crawl.spider_site import site_of
from newsspider.crawl.stop import close
from newsspider.extract import NotAnArticle
from newsspider.reading.address import Address
from newsspider.store.pages.fixtures import Saved
from newsspider.store.pages.quarantine import Quarantine
from newsspider.store.store import Store

logger = logging.getLogger(__name__)

# Reasons that say nothing about our reading: the site refuses us, or has taken the page down.
_BLOCKED: Final = "block_page"
_GONE: Final = "soft_404"
_DIED: Final = "reader_died"


class Unreadable:
    """Makes of `NotAnArticle` from a callback a count and a page in quarantine.

    Counts: `article/misread` and `article/misread/<reason>`, `article/blocked`, `article/gone`;
    `reader/died` says at which page the process that reads pages died first.
    The first pages all failing ends the crawl (`layout_broken`, or `unreachable` for block pages):
    it spares the site the load, and nothing is remembered as stored. Not of a site without layouts,
    whose pages are of many hosts.
    """

    def __init__(
        self,
        stats: StatsCollector,
        store: Callable[[], Store | None],
        stop: Callable[[str], None],
        limit: float,
        address: Callable[[str], Address],
    ) -> None:
        self.stats = stats
        self.store = store
        self.stop = stop
        self.limit = limit
        self.address = address
        self.quarantine: Quarantine | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Take LAYOUT_BROKEN_AFTER, and the site from the spider; off for a spider without one."""
        site = site_of(crawler)
        if site is None:
            raise NotConfigured
        assert crawler.stats is not None
        return cls(
            crawler.stats,
            lambda: find_store(crawler),
            lambda reason: close(crawler, reason),
            crawler.settings.getint("LAYOUT_BROKEN_AFTER") if site.layouts else inf,
            site.address,
        )

    def process_spider_exception(self, response: Response, exception: Exception) -> Any:
        """Put the page aside for `NotAnArticle`, and where the process that reads pages died at it;
        let any other exception go on its way."""
        if isinstance(exception, ReaderDied):
            return self._died(response, exception)
        if not isinstance(exception, NotAnArticle):
            return None
        key = {_BLOCKED: "article/blocked", _GONE: "article/gone"}.get(exception.reason)
        self.stats.inc_value(key or "article/misread")
        self.stats.inc_value(f"article/misread/{exception.reason}")
        if key is None and self.stats.get_value("unreadable/first") is None:
            self.stats.set_value("unreadable/first", f"{response.url}: {exception.reason}")
        logger.warning("Not an article: %.300s", exception)
        store = self.store()
        if store is not None:
            self._put_aside(store, response, exception.reason)
        self._break_circuit()
        return []

    def _died(self, response: Response, died: ReaderDied) -> list[Any]:
        """Name the page, a fault of ours; the crawl goes on without it."""
        logger.error("%s", died)
        is_list = "source" in response.cb_kwargs  # counted by who asked for it
        if not is_list:
            self.stats.inc_value("article/failed")
        if self.stats.get_value("reader/died") is None:
            self.stats.set_value("reader/died", str(died))
        store = self.store()
        if store is not None:
            if not is_list:
                self._note_try(store, response, _DIED)
            self._keep(store, response, _DIED)
        return []

    def _put_aside(self, store: Store, response: Response, reason: str) -> None:
        """Keep the page and the number of tries, so that a repaired reader gets it again."""
        self._note_try(store, response, reason)
        if reason != _GONE:
            self._keep(store, response, reason)

    def _note_try(self, store: Store, response: Response, reason: str) -> None:
        """Count a try of an article. What an archive shows in place of one says nothing of the
        site, and is not asked of it."""
        address, is_archived = self.address(response.url), "archived_from" in response.meta
        if store.known(address.id or "") is None and not is_archived:  # else the next look tells
            url = address.canonical or response.url
            identity, gone = address.id or url, reason == _GONE
            store.attempts.failed(identity, url, clock.now(), reason, gone=gone)

    def _keep(self, store: Store, response: Response, reason: str) -> None:
        self.quarantine = self.quarantine or Quarantine(store.output)
        headers = {
            name.decode("latin-1"): values[-1].decode("latin-1")
            for name, values in response.headers.items()
            if values
        }
        page = Saved(url=response.url, body=response.body, status=response.status, headers=headers)
        self.quarantine.keep([page], reason, clock.now())
        self.stats.inc_value("quarantine/kept")

    def _break_circuit(self) -> None:
        read = self.stats.get_value("item_scraped_count", 0)
        read += self.stats.get_value("item_dropped_count", 0)
        read -= self.stats.get_value("article/doubtful", 0)  # dropped, as long as they are held
        read += self.stats.get_value("article/doubtful/stored", 0)
        blocked = self.stats.get_value("article/blocked", 0)
        misread = self.stats.get_value("article/misread", 0)
        if not read and blocked + misread >= self.limit:
            self.stop("unreachable" if blocked > misread else "layout_broken")
