"""The base class of the spiders: what every news site needs, composed of parts."""

from collections.abc import AsyncIterator, Callable, Collection, Mapping
from functools import partial
from typing import Any, ClassVar, Final, Self, cast

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from newsspider.base_spiders import requests
from newsspider.base_spiders.captures.archive_source import ArchiveSource, prepare
from newsspider.base_spiders.captures.capture_choice import Chosen
from newsspider.base_spiders.failures import is_bug
from newsspider.base_spiders.lists.list_sources import ListSource
from newsspider.base_spiders.plan import Plan
from newsspider.base_spiders.spider_parts import Parts, parts_of
from newsspider.crawl import clock
from newsspider.crawl.open_store import find_store
from newsspider.crawl.page_reading.page_reader import processes
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

    A subclass states its `site`. What a plan calls for is done by the `parts`; here stands how
    requests and answers go between them and Scrapy.
    """

    site: ClassVar[Site]
    parts: Parts
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
        self.parts = parts_of(self.crawler, self.plan, self.site)

    async def start(self) -> AsyncIterator[Any]:
        """Yield lists first, then articles by address: given, failed before, to look at again.

        A few at a time, so that a long archive or file is never in memory whole.
        """
        if self.parts.archive is not None:
            async for request in self._captured(self.parts.archive):
                yield request
            return
        for step in self.parts.discovery.archive_steps():
            for request in map(self._request, step):
                yield request
            if step:
                await self.crawler.signals.wait_for(signals.scheduler_empty)
        store = partial(find_store, self.crawler)
        for source in self.parts.discovery.first_lists(store, site_time(self.crawler)):
            yield self.listing_request(source)
        for nth, entry in enumerate(self.parts.queue.by_address(), 1):
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
        return requests.of_capture(chosen, self.parse_article, self.article_failed)

    def _request(self, wanted: ListSource | Listed) -> Request:
        if isinstance(wanted, ListSource):
            return self.listing_request(wanted)
        return self.article_request(wanted)

    def listing_request(self, source: ListSource) -> Request:
        """Return the request for a list."""
        return requests.of_list(
            source, self.parse_listing, self.listing_failed, conditional=self.plan.is_latest
        )

    def article_request(self, entry: Listed, *, whole: bool | None = None) -> Request:
        """Return the request for an article; `whole` for its whole text at once, as a thrifty plan
        wants it."""
        is_whole = self.plan.is_thrifty if whole is None else whole
        return requests.of_article(
            self.site, entry, self.parse_article, self.article_failed, whole=is_whole
        )

    async def parse(self, response: Response, **kwargs: Any) -> AsyncIterator[Any]:
        """Read whatever an address is of; for `scrapy parse URL`."""
        is_article = self.site.address(response.url).id is not None
        async for found in (self.parse_article if is_article else self.parse_listing)(response):
            yield found

    async def parse_listing(
        self, response: Response, source: ListSource | None = None
    ) -> AsyncIterator[Request]:
        """Read the articles of a feed, sitemap or index page, and its next page where needed."""
        here = source or ListSource(url=response.url, kind="index")
        entries, onward = await self.parts.discovery.read(response, here)
        for entry in entries:
            yield self.article_request(entry)
        for following in onward:
            yield self.listing_request(following)

    async def listing_failed(self, failure: Failure) -> AsyncIterator[Request]:
        """Go on without a list that was not to be had, or has not changed."""
        self._tell_bug(failure)
        source: ListSource = cast("Any", failure).request.cb_kwargs["source"]
        onward = self.parts.discovery.failed(failure, source)
        if self.parts.discovery.is_refused(self.settings.getint("FAILURES_IN_A_ROW_MAX")):
            close(self.crawler, "unreachable")
        for following in onward:
            yield self.listing_request(following)

    async def parse_article(
        self, response: Response, listed: Listed | None = None
    ) -> AsyncIterator[Article]:
        """Read an article with its further pages.

        `NotAnArticle` goes on to the middleware that puts such pages aside.
        """
        article = await self.parts.articles.read(
            response, listed or self.parts.articles.asked(response)
        )
        if article is not None:
            yield article

    async def article_failed(self, failure: Failure) -> AsyncIterator[Request]:
        """Note an article that was not to be had, or ask for it page by page."""
        self._tell_bug(failure)
        request: Request = cast("Any", failure).request
        again = self.parts.articles.failed(failure, request.cb_kwargs["listed"], request.url)
        if again is not None:
            yield self.article_request(again, whole=False)

    def idle(self) -> None:
        """Ask, at the end of a run in which every list was empty, whether we can read lists."""
        source = self.parts.discovery.archive.in_doubt()
        if source is not None:
            request = Request(
                source.url, self.parse_newest, errback=self._tell_bug, dont_filter=True
            )
            assert self.crawler.engine is not None
            self.crawler.engine.crawl(request)
            raise DontCloseSpider

    async def parse_newest(self, response: Response) -> AsyncIterator[Any]:
        """Close days without articles if this list shows some; none of them is asked for."""
        self.parts.discovery.settle_doubt(response)
        return
        yield

    def closed(self, reason: str) -> None:
        """Record takedowns, and how far the newest articles were read, for the next run."""
        self.parts.articles.end()
        self.parts.discovery.end()
        if self.parts.archive is not None:
            self.parts.archive.end(reason)

    def _tell_bug(self, failure: Failure) -> None:
        """Log and count what only a mistake of ours raises."""
        if is_bug(failure):
            assert self.crawler.stats is not None
            self.crawler.stats.inc_value("spider_exceptions/count")
            self.logger.error("An error of ours", exc_info=failure.value)
