"""The base class of the spiders: what every news site needs, composed of parts."""

from collections.abc import AsyncIterator, Callable, Collection, Mapping
from functools import partial
from typing import Any, ClassVar, Final, Self, cast

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from newsspider.base_spiders.archive_days import ArchiveDays
from newsspider.base_spiders.articles.fetcher import ArticleFetcher
from newsspider.base_spiders.articles.further_pages import FurtherPages
from newsspider.base_spiders.articles.known import KnownArticles
from newsspider.base_spiders.articles.missing import Takedowns
from newsspider.base_spiders.articles.queue import ArticleQueue
from newsspider.base_spiders.captures.archive_source import ArchiveSource, prepare
from newsspider.base_spiders.captures.capture_fetcher import CaptureFetcher
from newsspider.base_spiders.captures.choice import Chosen
from newsspider.base_spiders.discovery import Discovery
from newsspider.base_spiders.failures import is_bug
from newsspider.base_spiders.lists.list_sources import Source
from newsspider.base_spiders.plan import Plan
from newsspider.crawl import clock
from newsspider.crawl.open_store import find_store
from newsspider.crawl.page_reading.page_reader import processes, reader_of
from newsspider.crawl.preflight import refuse_unpermitted
from newsspider.crawl.site_time import site_time
from newsspider.crawl.stop import close
from newsspider.errors import BadArgument
from newsspider.extract import Listed
from newsspider.items import Article
from newsspider.sites.site import Site

_AT_A_TIME: Final = 50  # articles by address that wait at once


class NewsSpider(Spider):
    """Fetches the newest articles of a site, its archive, or what was chosen by name.

    A subclass states its `site`. Of the parts, `discovery` finds articles in lists, `queue` chooses
    those that are asked for, each once, and `articles` reads them. With `-a source=` an `archive`
    finds them instead, and answers for the site.
    """

    site: ClassVar[Site]
    discovery: Discovery
    queue: ArticleQueue
    articles: ArticleFetcher
    archive: ArchiveSource | None = None
    archive_slot: str
    archive_origins: Collection[str]
    slot_of: Callable[[str], str]

    def __init__(self, **arguments: str) -> None:
        super().__init__()
        self.arguments = arguments
        self.plan = self.read_arguments(arguments)

    @classmethod
    def read_arguments(cls, arguments: Mapping[str, str]) -> Plan:
        """Return the plan of these `-a` arguments; raises `BadArgument`.

        Names that begin with `_` are those of whoever runs the spider (scrapyd's `_job`).
        """
        own = {name: value for name, value in arguments.items() if not name.startswith("_")}
        return Plan.read(own, clock.now().date(), cls.site)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Build the spider; raises `BadArgument`."""
        if args:
            raise BadArgument("arguments have names: -a name=value")
        processes(crawler.settings)
        refuse_unpermitted(cls.site, crawler.settings)
        spider = super().from_crawler(crawler, **kwargs)
        if spider.plan.source is not None:
            spider.archive_slot, spider.archive_origins = prepare(crawler, spider.plan.source)
            spider.slot_of = lambda url: spider.archive_slot
        crawler.signals.connect(spider.opened, signals.spider_opened)
        crawler.signals.connect(spider.idle, signals.spider_idle)
        return spider

    def opened(self) -> None:
        """Build the parts; before this signal a crawler has no stats."""
        crawler, plan, site = self.crawler, self.plan, self.site
        stats, store = crawler.stats, partial(find_store, crawler)
        assert stats is not None
        if plan.query:
            stats.set_value("search/asked", 1)
        known, takedowns = KnownArticles(store, clock.now, site), Takedowns()
        days, reader = ArchiveDays(store, clock.now, site, known), reader_of(crawler, site)
        pages = FurtherPages(crawler, site, reader)
        self.queue = ArticleQueue(plan, site, known, stats)
        kind = ArticleFetcher if plan.source is None else CaptureFetcher
        self.articles = kind(plan, site, known, days, takedowns, pages, stats)
        if isinstance(self.articles, CaptureFetcher):
            self.archive = ArchiveSource(crawler, plan, site, self.queue)
            self.articles.captures = self.archive.captures
            self.articles.client = self.archive.client
        self.discovery = Discovery(plan, site, self.queue, days, takedowns, stats)
        crawler.signals.connect(self.articles.stored, signals.item_scraped)
        crawler.signals.connect(self.articles.dropped, signals.item_dropped)
        crawler.signals.connect(reader.end, signals.engine_stopped, weak=False)

    async def start(self) -> AsyncIterator[Any]:
        """Yield lists first, then articles by address: given, failed before, to look at again.

        A few at a time, so that a long archive or file is never in memory whole.
        """
        if self.archive is not None:
            async for request in self._captured(self.archive):
                yield request
            return
        for step in self.discovery.archive_steps():
            for request in map(self._request, step):
                yield request
            if step:
                await self.crawler.signals.wait_for(signals.scheduler_empty)
        store = partial(find_store, self.crawler)
        for source in self.discovery.first_lists(store, site_time(self.crawler)):
            yield self.listing_request(source)
        for nth, entry in enumerate(self.queue.by_address(), 1):
            yield self.article_request(entry)
            if nth % _AT_A_TIME == 0:
                await self.crawler.signals.wait_for(signals.scheduler_empty)

    async def _captured(self, archive: ArchiveSource) -> AsyncIterator[Request]:
        """Yield requests for pages of the site that an archive answers."""
        async for some in archive.articles():
            for chosen in some:
                yield self.capture_request(chosen)
            if some:
                await self.crawler.signals.wait_for(signals.scheduler_empty)

    def capture_request(self, chosen: Chosen) -> Request:
        """Return the request for the page of an article that was captured."""
        return Request(
            chosen.url,
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"listed": chosen.listed},
            dont_filter=True,
        )

    def _request(self, wanted: Source | Listed) -> Request:
        if isinstance(wanted, Source):
            return self.listing_request(wanted)
        return self.article_request(wanted)

    def listing_request(self, source: Source) -> Request:
        """Return the request for a list; these go before articles, and never count as seen."""
        return Request(
            source.url,
            callback=self.parse_listing,
            errback=self.listing_failed,
            cb_kwargs={"source": source},
            meta={"conditional": self.plan.is_latest},
            priority=10,
            # Sections without a list of their own share the pages of a day.
            dont_filter=source.depth == 0 or source.day is not None,
        )

    def article_request(self, entry: Listed, *, whole: bool | None = None) -> Request:
        """Return the request for an article; `whole` for its whole text at once, as a thrifty plan
        wants it."""
        address = entry.address or self.site.address(entry.url)
        is_whole = self.plan.is_thrifty if whole is None else whole
        return Request(
            (address.whole_text if is_whole else None) or address.canonical or entry.url,
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"listed": entry},
            dont_filter=True,  # `queue` knows it; Scrapy's own filter remembers every address
        )

    async def parse(self, response: Response, **kwargs: Any) -> AsyncIterator[Any]:
        """Read whatever an address is of; for `scrapy parse URL`."""
        is_article = self.site.address(response.url).id is not None
        async for found in (self.parse_article if is_article else self.parse_listing)(response):
            yield found

    async def parse_listing(
        self, response: Response, source: Source | None = None
    ) -> AsyncIterator[Request]:
        """Read the articles of a feed, sitemap or index page, and its next page where needed."""
        here = source or Source(url=response.url, kind="index")
        entries, onward = self.discovery.read(response, here)
        for entry in entries:
            yield self.article_request(entry)
        for following in onward:
            yield self.listing_request(following)

    async def listing_failed(self, failure: Failure) -> AsyncIterator[Request]:
        """Go on without a list that was not to be had, or has not changed."""
        self._tell_bug(failure)
        source: Source = cast("Any", failure).request.cb_kwargs["source"]
        onward = self.discovery.failed(failure, source)
        if self.discovery.is_refused(self.settings.getint("FAILURES_IN_A_ROW_MAX")):
            close(self.crawler, "unreachable")
        for following in onward:
            yield self.listing_request(following)

    async def parse_article(
        self, response: Response, listed: Listed | None = None
    ) -> AsyncIterator[Article]:
        """Read an article with its further pages.

        `NotAnArticle` goes on to the middleware that puts such pages aside.
        """
        article = await self.articles.read(response, listed or self.articles.asked(response))
        if article is not None:
            yield article

    async def article_failed(self, failure: Failure) -> AsyncIterator[Request]:
        """Note an article that was not to be had, or ask for it page by page."""
        self._tell_bug(failure)
        request: Request = cast("Any", failure).request
        again = self.articles.failed(failure, request.cb_kwargs["listed"], request.url)
        if again is not None:
            yield self.article_request(again, whole=False)

    def idle(self) -> None:
        """Ask, at the end of a run in which every list was empty, whether we can read lists."""
        source = self.discovery.archive.in_doubt()
        if source is not None:
            request = Request(
                source.url, self.parse_newest, errback=self._tell_bug, dont_filter=True
            )
            assert self.crawler.engine is not None
            self.crawler.engine.crawl(request)
            raise DontCloseSpider

    async def parse_newest(self, response: Response) -> AsyncIterator[Any]:
        """Close days without articles if this list shows some; none of them is asked for."""
        self.discovery.settle_doubt(response)
        return
        yield

    def closed(self, reason: str) -> None:
        """Record takedowns, and how far the newest articles were read, for the next run."""
        self.articles.end()
        self.discovery.end()
        if self.archive is not None:
            self.archive.end(reason)

    def _tell_bug(self, failure: Failure) -> None:
        """Log and count what only a mistake of ours raises."""
        if is_bug(failure):
            assert self.crawler.stats is not None
            self.crawler.stats.inc_value("spider_exceptions/count")
            self.logger.error("An error of ours", exc_info=failure.value)
