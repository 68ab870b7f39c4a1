"""SINDOnews: where to go for its articles. How pages are read stands in `newsspider.extract`."""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Self, cast

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from newsspider import clock
from newsspider.extract import Listed, Listing, listing
from newsspider.extract.sindonews import urls
from newsspider.extract.sindonews.sources import older_index
from newsspider.items import Article
from newsspider.spiders.border import to_page
from newsspider.spiders.ledger import Ledger
from newsspider.spiders.plan import Plan
from newsspider.spiders.sources import Source, kanals_of, sources_of, todays_index
from newsspider.spiders.walk import MOST_PAGES, covers, next_source
from newsspider.spiders.whole import Whole
from newsspider.store import leases
from newsspider.store.errors import BadArgument
from newsspider.transport.pace import Stopping
from newsspider.transport.unchanged import Unchanged

_GONE = (404, 410)
_REFUSED = (401, 403, 429)

# What no network raises: a middleware of ours did, and Scrapy brings it here like a failed request.
_BUGS = (ArithmeticError, AssertionError, AttributeError, LookupError, NameError, TypeError)


class Sindonews(Spider):
    """The newest articles, or the archive day by day; each article once, with all its pages."""

    name = "sindonews"
    allowed_domains = ["sindonews.com"]

    def __init__(self, plan: Plan, arguments: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.plan = plan
        self.arguments = dict(arguments or {})
        self.asked: set[str] = set()  # ids of the articles asked for in this run
        self.requested = 0  # articles
        self.whole: Whole  # fetches further pages; needs the crawler
        self.ledger = Ledger(lambda: leases.of(self.crawler), clock.now)
        self.first_run = True  # nothing is stored
        self.covered: set[str] = set()  # kanals whose news sitemap reaches back over the overlap

    @classmethod
    def read_arguments(cls, arguments: Mapping[str, str]) -> Plan:
        """The plan of these `-a` arguments; raises `BadArgument`."""
        return Plan.read(arguments, clock.now().date())

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """As Scrapy builds it: `-a` arguments become the plan."""
        if args:
            raise BadArgument("arguments have names: -a name=value")
        spider = cls(cls.read_arguments(kwargs), kwargs)
        spider._set_crawler(crawler)
        spider.whole = Whole(crawler)
        crawler.signals.connect(spider.stored, signals.item_scraped)
        crawler.signals.connect(spider.dropped, signals.item_dropped)
        crawler.signals.connect(spider.ended, signals.spider_closed)
        return spider

    def stored(self, item: Any) -> None:
        """An article is in the journal."""
        self.ledger.settle(item.id, "stored")

    def dropped(self, item: Any) -> None:
        """A pipeline had no use for an article: known by another address, or a duplicate."""
        if self.ledger.is_known(item.url):
            self.ledger.settle(item.id, "unchanged")

    def ended(self) -> None:
        """The takedowns of this run are recorded, unless the site itself was ill."""
        count, believed = self.ledger.end()
        if count:
            self._count("takedown/recorded" if believed else "takedown/doubted", count)

    async def start(self) -> AsyncIterator[Any]:
        """Listings first, then articles by address: given, failed before, or to look at again."""
        output = Path(self.crawler.settings["OUTPUT_DIR"])
        leases.lend(self.crawler, output, self.name, clock.now())
        self.first_run = self.ledger.is_empty()
        async for request in self._archive() if self.plan.is_archive else self._listings():
            yield request
        entries = [*self._entries_from_file(), *self.ledger.due()]
        for request in self.article_requests(entries):
            yield request
        if self.plan.refresh is not None:
            for entry in self.ledger.published_within(self.plan.refresh):
                self._count("article/refreshed")
                yield self._article_request(entry)

    async def _listings(self) -> AsyncIterator[Request]:
        for source in sources_of(self.plan):
            yield self.listing_request(source)

    async def _archive(self) -> AsyncIterator[Request]:
        """Open days only, each when the one before is done, so that memory stays flat."""
        assert self.crawler.stats is not None
        days = len(list(self.plan.days())) * len(kanals_of(self.plan))
        self.crawler.stats.set_value("progress/days", days)
        for source in sources_of(self.plan):
            self.crawler.stats.set_value("progress/at", f"{source.day} {source.kanal}")
            day = source.ledger_day
            if day is not None and self.ledger.is_closed(day):
                self._count("day/closed_before")
                requests = list(self.article_requests(self.ledger.open_articles(day)))
            else:
                requests = [self.listing_request(source)]
            for request in requests:
                yield request
            if requests:
                await self.crawler.signals.wait_for(signals.scheduler_empty)

    async def parse(self, response: Response, **kwargs: Any) -> AsyncIterator[Any]:
        """Whatever an address is of; for `scrapy parse URL`."""
        if urls.article_id(response.url) is None:
            async for found in self.parse_listing(response):
                yield found
        else:
            async for found in self.parse_article(response):
                yield found

    def listing_request(self, source: Source) -> Request:
        """The request for a listing; these go before articles, and never count as seen."""
        return Request(
            source.url,
            callback=self.parse_listing,
            errback=self.listing_failed,
            cb_kwargs={"source": source.to_dict()},
            meta={"conditional": not self.plan.is_archive},
            priority=10,
            dont_filter=source.depth == 0,
        )

    async def parse_listing(
        self, response: Response, source: Mapping[str, Any] | None = None
    ) -> AsyncIterator[Any]:
        """The articles of a feed, sitemap or index page, and the next page where one is needed."""
        here = Source.from_dict(source) if source else Source(url=response.url, kind="index")
        found = listing(to_page(response))
        self._count_listing(here.kind, found)
        fresh = sum(1 for entry in found.articles if not self.ledger.is_known(entry.url))
        if here.kanal and here.kind != "index" and covers(found, self.plan.overlap):
            self.covered.add(here.kanal)
        if here.ledger_day is not None:
            self.ledger.enter(here.ledger_day, found.articles)
        for request in self.article_requests(found.articles):
            yield request
        for url in found.sitemaps:
            if child := self._child(here, url):
                yield self.listing_request(child)
        following = self._following(here, found, fresh)
        if following is not None:
            yield self.listing_request(following)
        elif self.plan.is_archive and here.ledger_day and here.depth < MOST_PAGES:
            self._count("day/closed" if self.ledger.close(here.ledger_day) else "day/open")

    def _following(self, here: Source, found: Listing, fresh: int) -> Source | None:
        covered = here.kanal in self.covered
        following = next_source(
            here, found, fresh, self.plan, covered=covered, first_run=self.first_run
        )
        if following is None and not found.articles:
            return todays_index(here, clock.now().date())
        return following

    def article_requests(self, entries: Iterable[Listed]) -> Iterable[Request]:
        """Requests for those entries that are wanted, not stored, and not asked for yet."""
        for entry in entries:
            identity = urls.article_id(entry.url)
            if identity is None:
                self._count("article/no_article")
            elif not self.plan.wants_day(entry.date_published):
                self._count("article/other_day")
            elif self.ledger.is_known(entry.url):
                self._count_once("article/known", identity)
            elif not self.ledger.is_due(entry.url):
                self._count_once("article/not_due", identity)
            elif self._limit_reached():
                self._count_once("article/limited", identity)
            elif identity not in self.asked:
                self.asked.add(identity)
                self.requested += 1
                yield self._article_request(entry)

    async def parse_article(
        self, response: Response, listed: Mapping[str, Any] | None = None
    ) -> AsyncIterator[Article]:
        """The article of page 1 (or of `?showpage=all`) with its further pages.

        `NotAnArticle` goes on to the middleware that puts such pages aside.
        """
        if urls.article_id(response.url) is None:
            # A redirect to a front page is one way of the site to take an article down.
            self._count("article/gone")
            asked = response.meta.get("redirect_urls", [response.url])[0]
            self.ledger.failed(asked, f"led to {response.url}", gone=True)
            return
        page = to_page(response)
        entry = Listed(**listed) if listed else None
        try:
            article = await self.whole.article(page, entry, thrifty=self.plan.is_thrifty)
        except Stopping:
            self._count("article/refused")  # the next run reads it whole
            return
        yield article

    async def listing_failed(self, failure: Failure) -> AsyncIterator[Any]:
        """A listing that was not to be had, or has not changed; the others go on."""
        source = Source.from_dict(failure.request.cb_kwargs["source"])  # type: ignore[attr-defined]
        if older := self._older_index(source, failure):
            yield older
            return
        if isinstance(failure.value, Unchanged):
            self._count("listing/unchanged")
            if source.kanal and source.kind != "index":
                self.covered.add(source.kanal)
                return
        else:
            self._count("listing/failed")
            self._tell_bug(failure)
            self.logger.warning("Listing not to be had: %s", self._reason(failure))
        if source.kanal not in self.covered and (
            instead := todays_index(source, clock.now().date())
        ):
            yield self.listing_request(instead)

    def _older_index(self, source: Source, failure: Failure) -> Request | None:
        """The same list under its host of 2018-2025, where the one of today knows nothing of it."""
        response = getattr(failure.value, "response", None)
        if response is None or response.status not in _GONE:
            return None
        url = older_index(source.url)
        return self.listing_request(replace(source, url=url)) if url else None

    async def article_failed(self, failure: Failure) -> AsyncIterator[Request]:
        """An article that was not to be had: taken down, or to be tried again by the next run.

        Where only the rendering of the whole text is missing, its pages may be there.
        """
        request = cast("Request", failure.request)  # type: ignore[attr-defined]
        response = getattr(failure.value, "response", None)
        if (
            response is not None
            and response.status not in _REFUSED
            and "?showpage=all" in request.url
        ):
            yield self._article_request(Listed(**request.cb_kwargs["listed"]), whole=False)
            return
        gone = response is not None and response.status in _GONE
        if isinstance(failure.value, IgnoreRequest) and response is None:
            self._count("article/refused")
        else:
            self._count("article/gone" if gone else "article/failed")
            self._tell_bug(failure)
            self.ledger.failed(request.url, self._reason(failure), gone=gone)
        self.logger.warning("Article not to be had: %s", self._reason(failure))

    def _article_request(self, entry: Listed, *, whole: bool | None = None) -> Request:
        url = urls.canonical(entry.url) or entry.url
        is_whole = self.plan.is_thrifty if whole is None else whole
        return Request(
            urls.whole_text(url) if is_whole else url,
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"listed": asdict(entry)},
        )

    def _child(self, here: Source, url: str) -> Source | None:
        """A sitemap that an index names: the news ones; those of kanals are asked for anyway."""
        address = urls.parse(url)
        if here.depth >= 2 or address.kind != "sitemap" or "news" not in url.rpartition("/")[2]:
            return None
        return replace(here, url=url, kanal=address.kanal or None, depth=here.depth + 1)

    def _entries_from_file(self) -> Iterator[Listed]:
        if self.plan.urls is None:
            return
        for line in self.plan.urls.read_text(encoding="utf-8").splitlines():
            if address := line.strip():
                yield Listed(url=address)

    def _limit_reached(self) -> bool:
        return self.plan.limit is not None and self.requested >= self.plan.limit

    def _count_listing(self, kind: str, found: Listing) -> None:
        for suffix in ("", f"/{kind}"):
            self._count(f"listing/read{suffix}")
            self._count(f"listing/links{suffix}", len(found.articles))
        if not found.articles and not found.sitemaps:
            self._count("listing/empty")
        for kind, number in found.skipped.items():
            self._count(f"listing/skipped/{kind}", number)

    def _count_once(self, key: str, identity: str) -> None:
        if identity not in self.asked:
            self.asked.add(identity)
            self._count(key)

    def _count(self, key: str, number: int = 1) -> None:
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value(key, number)

    def _tell_bug(self, failure: Failure) -> None:
        if isinstance(failure.value, _BUGS):
            self._count("spider_exceptions/count")
            self.logger.error("An error of ours", exc_info=failure.value)

    @staticmethod
    def _reason(failure: Failure) -> str:
        request = getattr(failure, "request", None)
        where = request.url if request is not None else "?"
        return f"{where}: {failure.value!r}"
