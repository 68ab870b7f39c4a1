"""The pages of the articles on their way, and how one of them is put aside."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Final
from weakref import WeakKeyDictionary

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.statscollectors import StatsCollector

from newsspider.crawl import clock
from newsspider.crawl.open_store import find_store
from newsspider.crawl.spider_site import site_of
from newsspider.reading.address import Address
from newsspider.store.pages.fixtures import Saved
from newsspider.store.pages.quarantine import Quarantine
from newsspider.store.store import Store

Pages = list[Saved]
"""The pages of one article, the first one first."""

_MOST: Final = 16 * 1024 * 1024
"""Bytes of pages that are remembered: more than are ever on their way at once. Scrapy lets five
million wait (SCRAPER_SLOT_MAX_ACTIVE_SIZE), which are hundreds of small pages."""

_OF_CRAWLS: Final[WeakKeyDictionary[Crawler, "Aside"]] = WeakKeyDictionary()


class Aside:
    """Remembers the pages of the last articles, and puts an article into quarantine with them.

    Counts: `article/misread`, `article/misread/<reason>`, `quarantine/kept`.
    """

    def __init__(
        self, store: Store, stats: StatsCollector, address: Callable[[str], Address]
    ) -> None:
        self.store = store
        self.stats = stats
        self.address = address
        self.quarantine = Quarantine(store.output)
        self._pages: OrderedDict[str, Pages] = OrderedDict()
        self._size = 0

    def received(self, response: Response, request: Request) -> None:
        """Remember a page of an article."""
        identity = self.address(response.url).id
        if identity is None or response.status != 200:
            return
        content_type = response.headers.get("Content-Type", b"") or b""
        headers = {"Content-Type": content_type.decode("latin-1")}
        page = Saved(url=response.url, body=response.body, headers=headers)
        self._pages.setdefault(identity, []).append(page)
        self._size += len(page.body)
        while self._size > _MOST and len(self._pages) > 1:
            self.take(next(iter(self._pages)))

    def take(self, identity: str) -> Pages:
        """Return the pages of an article, and forget them."""
        pages = self._pages.pop(identity, [])
        self._size -= sum(len(page.body) for page in pages)
        return pages

    def put(self, identity: str, pages: Pages, reason: str, missed: Sequence[str] = ()) -> None:
        """Keep the pages, and have the article asked for again unless it is stored.

        `missed` are the fields or selectors to repair.
        """
        self.stats.inc_value("article/misread")
        self.stats.inc_value(f"article/misread/{reason}")
        if not pages:
            return
        if self.stats.get_value("unreadable/first") is None:
            self.stats.set_value("unreadable/first", f"{pages[0].url}: {reason}")
        if self.store.known(identity) is None:
            url = self.address(pages[0].url).canonical or pages[0].url
            self.store.attempts.failed(identity, url, clock.now(), reason)
        if self.quarantine.keep(pages, reason, clock.now(), missed):
            self.stats.inc_value("quarantine/kept")


def aside_of(crawler: Crawler) -> Aside | None:
    """Return what a crawl puts articles aside with; None where nothing is stored."""
    store, site, stats = find_store(crawler), site_of(crawler), crawler.stats
    if store is None or site is None or stats is None:
        return None
    if crawler not in _OF_CRAWLS:
        aside = Aside(store, stats, site.address)
        crawler.signals.connect(aside.received, signals.response_received)
        _OF_CRAWLS[crawler] = aside
    return _OF_CRAWLS[crawler]
