"""The base class of the spiders: what every news site needs, composed of parts."""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from functools import partial
from typing import Any, ClassVar, Final, Self, cast

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from newsspider.base_spiders.agenda import Agenda
from newsspider.base_spiders.archive_days import ArchiveDays
from newsspider.base_spiders.articles.fetcher import ArticleFetcher
from newsspider.base_spiders.articles.further_pages import FurtherPages
from newsspider.base_spiders.articles.known import KnownArticles
from newsspider.base_spiders.articles.queue import ArticleQueue
from newsspider.base_spiders.failures import fate_of, is_bug, reason_of
from newsspider.base_spiders.lists.archive_walk import ArchiveWalk
from newsspider.base_spiders.lists.incremental_walk import IncrementalWalk
from newsspider.base_spiders.lists.last_reads import LastReads
from newsspider.base_spiders.lists.reader import ListReader
from newsspider.base_spiders.lists.sources import Source, Sources
from newsspider.base_spiders.lists.walk import SelectionWalk, Walk
from newsspider.base_spiders.plan import Plan
from newsspider.crawl import clock
from newsspider.crawl.open_store import find_store
from newsspider.crawl.stop import close
from newsspider.errors import BadArgument
from newsspider.extract import Listed, Listing
from newsspider.items import Article
from newsspider.sites.site import Site
from newsspider.transport.unchanged import Unchanged

_AT_A_TIME: Final = 50  # articles by address that wait at once


class NewsSpider(Spider):
    """Fetches the newest articles of a site, its archive, or what was chosen by name.

    A subclass states its `site`. Of the parts, `agenda` says what to begin with, `queue` chooses
    among listed articles, `articles` reads them, `lists` reads lists, and the `walk` that the plan
    calls for says where lists go on.
    """

    site: ClassVar[Site]
    agenda: Agenda
    sources: Sources
    queue: ArticleQueue
    articles: ArticleFetcher
    days: ArchiveDays
    lists: ListReader
    archive: ArchiveWalk
    incremental: IncrementalWalk | None = None
    walk: Walk

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
        """Build the spider and its parts; raises `BadArgument`."""
        if args:
            raise BadArgument("arguments have names: -a name=value")
        spider = super().from_crawler(crawler, **kwargs)
        crawler.signals.connect(spider.opened, signals.spider_opened)
        crawler.signals.connect(spider.idle, signals.spider_idle)
        return spider

    def opened(self) -> None:
        """Build the parts; before this signal a crawler has no stats."""
        crawler, plan, site = self.crawler, self.plan, self.site
        stats, store = crawler.stats, partial(find_store, crawler)
        assert stats is not None
        known = KnownArticles(store, clock.now, site)
        self.sources = Sources(site)
        self.days = ArchiveDays(store, clock.now, site, known)
        self.queue = ArticleQueue(plan, site, known, stats)
        pages = FurtherPages(crawler, site)
        self.articles = ArticleFetcher(plan, site, known, self.days, pages, stats)
        self.lists = ListReader(site, stats)
        self.archive = ArchiveWalk(plan, self.sources, self.days, stats)
        self.agenda = Agenda(plan, site, self.archive, self.days, self.queue, known, stats)
        self.walk = self.archive if plan.is_archive else SelectionWalk(plan, self.sources)
        crawler.signals.connect(self.articles.stored, signals.item_scraped)
        crawler.signals.connect(self.articles.dropped, signals.item_dropped)

    async def start(self) -> AsyncIterator[Any]:
        """Yield lists first, then articles by address: given, failed before, to look at again."""
        if self.plan.is_archive:
            for step in self.agenda.archive_steps():
                for request in map(self._request, step):
                    yield request
                if step:  # each when the one before is under way, so that memory stays flat
                    await self.crawler.signals.wait_for(signals.scheduler_empty)
        for source in self._lists():
            yield self.listing_request(source)
        for nth, entry in enumerate(self.agenda.articles(), 1):
            yield self.article_request(entry)
            if nth % _AT_A_TIME == 0:
                await self.crawler.signals.wait_for(signals.scheduler_empty)

    def _lists(self) -> Iterator[Source]:
        if self.plan.is_latest:
            now = clock.now()
            reads = LastReads(find_store(self.crawler), self.site.sections, self.plan.overlap, now)
            today = now.astimezone(self.site.zone).date()
            self.walk = self.incremental = IncrementalWalk(self.sources, reads, today)
            sections = self.sources.sections(self.plan)
            yield from self.incremental.first(sections, whole_site=not self.plan.sections)
        yield from self.sources.selections(self.plan)

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
        found = self.lists.read(response, here)
        if found is None:
            for following in self.walk.failed(here):
                yield self.listing_request(following)
            return
        if found.articles:
            self._list_shown()
        for entry in self._entries(here, found):
            yield self.article_request(entry)
        onward = [] if self.queue.is_full() else self.walk.came(here, found)
        for following in (*self.lists.children(here, found), *onward):
            yield self.listing_request(following)

    def _entries(self, here: Source, found: Listing) -> Iterator[Listed]:
        """Yield what is to be asked for; filed first where it is on the list of a day."""
        shown = [
            entry
            for entry in found.articles
            if self.sources.is_listed(here, entry.address.section if entry.address else "")
        ]
        entries = list(self.queue.wanted(shown, of_section=here.section is not None))
        if day := here.ledger_day:
            self.days.file(day, entries)
            self.days.skip(day, found.skipped, afresh=here.depth == 0)
        return self.queue.choose(entries)

    def _list_shown(self) -> None:
        self.articles.takedowns.healthy = True
        self.archive.list_shown()

    async def listing_failed(self, failure: Failure) -> AsyncIterator[Request]:
        """Go on without a list that was not to be had, or has not changed."""
        source: Source = cast("Any", failure).request.cb_kwargs["source"]
        for following in self._after_failure(source, failure):
            yield self.listing_request(following)

    def _after_failure(self, source: Source, failure: Failure) -> Iterable[Source]:
        if older := self.lists.older(source, failure):
            return [older]
        if isinstance(failure.value, Unchanged):
            self.lists.unchanged()
            self.articles.takedowns.healthy = True
            return self.walk.unchanged(source)
        self._tell_bug(failure)
        # An archive of which list after list is refused is not asked for to its last day.
        refused, most = self.lists.count_refusal(failure), "FAILURES_IN_A_ROW_MAX"
        if self.plan.is_archive and 0 < self.settings.getint(most) <= refused:
            close(self.crawler, "unreachable")
        self.lists.not_had(reason_of(failure), fate_of(failure))
        return self.walk.failed(source)

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
        source = self.archive.in_doubt()
        if source is not None:
            request = Request(
                source.url,
                callback=self.parse_newest,
                errback=self.newest_failed,
                dont_filter=True,
            )
            assert self.crawler.engine is not None
            self.crawler.engine.crawl(request)
            raise DontCloseSpider

    async def parse_newest(self, response: Response) -> AsyncIterator[Any]:
        """Believe empty lists if this one shows articles; none of them is asked for."""
        if self.lists.shows_articles(response):
            self.articles.takedowns.healthy = True
            self.archive.newest_shown()
        return
        yield

    def newest_failed(self, failure: Failure) -> None:
        """Leave the days open."""
        self._tell_bug(failure)

    def closed(self, reason: str) -> None:
        """Record takedowns, and how far the newest articles were read, for the next run."""
        self.articles.end()
        self.archive.end()
        if self.incremental is not None and not self.queue.is_full():
            assert self.crawler.stats is not None
            for key, value in self.incremental.facts().items():
                self.crawler.stats.set_value(key, value)

    def _tell_bug(self, failure: Failure) -> None:
        """Log and count what only a mistake of ours raises."""
        if is_bug(failure):
            assert self.crawler.stats is not None
            self.crawler.stats.inc_value("spider_exceptions/count")
            self.logger.error("An error of ours", exc_info=failure.value)
