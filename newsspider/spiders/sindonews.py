"""SINDOnews: where to go for its articles. How pages are read stands in `newsspider.extract`."""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self, cast

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from newsspider import clock
from newsspider.extract import Listed, Listing, NotAnArticle, Page, listing
from newsspider.extract.sindonews import urls
from newsspider.extract.sindonews.sources import older_index
from newsspider.items import Article
from newsspider.spiders.addresses import lines_of
from newsspider.spiders.answers import astray
from newsspider.spiders.asked import Asked
from newsspider.spiders.border import to_page
from newsspider.spiders.ledger import Ledger
from newsspider.spiders.plan import Plan
from newsspider.spiders.sources import Source, archive_days, is_listed, kanals_of, selections
from newsspider.spiders.walk import MOST_PAGES, next_of_day, next_of_selection
from newsspider.spiders.whole import Whole
from newsspider.store import leases
from newsspider.store.clock import wib_day
from newsspider.store.errors import BadArgument
from newsspider.transport.pace import Stopping
from newsspider.transport.unchanged import Unchanged

if TYPE_CHECKING:
    from newsspider.spiders.latest import Latest

_GONE: Final = (404, 410)
_REFUSED: Final = (401, 403, 429)
_LED_AWAY: Final = frozenset({"front", "section", "index"})  # where the site sends who asks for it
_NAMED: Final = 20  # lines of a file that are named one by one
_AT_A_TIME: Final = 50  # articles by address that wait at once

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
        self.met = Asked()  # ids of the articles listed in this run
        self.asked = Asked()  # and of those that were asked for
        self.requested = 0  # articles
        self.whole: Whole  # fetches further pages; needs the crawler
        self.ledger = Ledger(lambda: leases.of(self.crawler), clock.now)
        self.latest: Latest | None = None  # of a run for the newest articles

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
        self.ledger.settle(item.id, "stored", (wib_day(item.date_published), item.section))

    def dropped(self, item: Any) -> None:
        """A pipeline had no use for an article: known by another address, or a duplicate."""
        if self.ledger.is_known(item.url):
            self.ledger.settle(item.id, "unchanged")

    def ended(self) -> None:
        """The takedowns of this run are recorded, unless the site itself was ill."""
        for key, number in zip(("recorded", "doubted"), self.ledger.end(), strict=True):
            if number:
                self._count(f"takedown/{key}", number)
        if self.latest is not None and not self._limit_reached():
            assert self.crawler.stats is not None
            for key, value in self.latest.facts().items():
                self.crawler.stats.set_value(key, value)

    async def start(self) -> AsyncIterator[Any]:
        """Listings first, then articles by address: given, failed before, or to look at again."""
        output = Path(self.crawler.settings["OUTPUT_DIR"])
        leases.lend(self.crawler, output, self.name, clock.now())
        if self.plan.is_archive:
            async for request in self._archive():
                yield request
        for request in self._listings():
            yield request
        async for request in self._by_address():
            yield request

    def _listings(self) -> Iterator[Request]:
        if self.plan.is_latest:
            self.latest = self.ledger.latest(self.plan.overlap)
            kanals = kanals_of(self.plan)
            for source in self.latest.first(kanals, whole_site=not self.plan.sections):
                yield self.listing_request(source)
        for source in selections(self.plan):
            yield self.listing_request(source)

    async def _by_address(self) -> AsyncIterator[Request]:
        """A few at a time, so that a long file or window is never in memory whole."""
        entries = (self._entries_from_file(), self.ledger.due())
        waiting = 0
        for group in entries:
            for request in self.article_requests(group, found_by_day=False):
                yield request
                waiting += 1
                if waiting % _AT_A_TIME == 0:
                    await self.crawler.signals.wait_for(signals.scheduler_empty)
        if self.plan.refresh is None:
            return
        for entry in self.ledger.published_within(self.plan.refresh):
            if self._is_wanted(entry, found_by_day=False) and self.asked.add(_identity(entry)):
                self._count("article/refreshed")
                yield self._article_request(entry)
                waiting += 1
                if waiting % _AT_A_TIME == 0:
                    await self.crawler.signals.wait_for(signals.scheduler_empty)

    async def _archive(self) -> AsyncIterator[Request]:
        """Open days only, each when the one before is done, so that memory stays flat."""
        assert self.crawler.stats is not None
        self.crawler.stats.set_value("progress/days", sum(1 for _ in archive_days(self.plan)))
        for source in archive_days(self.plan):
            if self._limit_reached():
                return
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
            meta={"conditional": self.plan.is_latest},
            priority=10,
            dont_filter=source.depth == 0,
        )

    async def parse_listing(
        self, response: Response, source: Mapping[str, Any] | None = None
    ) -> AsyncIterator[Any]:
        """The articles of a feed, sitemap or index page, and the next page where one is needed."""
        here = Source.from_dict(source) if source else Source(url=response.url, kind="index")
        page = to_page(response)
        found = listing(page)
        problem = astray(here, page, found)
        if problem is not None:
            for request in self._listing_not_had(here, f"{here.url}: {problem}"):
                yield request
            return
        self._count_listing(here.kind, found)
        if found.articles:
            self.ledger.healthy()
        for request in self._articles_of(here, found):
            yield request
        for url in found.sitemaps:
            if child := self._child(here, url):
                yield self.listing_request(child)
        for following in self._following(here, found):
            yield self.listing_request(following)

    def _articles_of(self, here: Source, found: Listing) -> Iterable[Request]:
        """Requests for what a list has, which is filed first where it is the list of a day."""
        entries = [entry for entry in found.articles if is_listed(here, entry.url)]
        day = here.ledger_day
        if day is not None:
            wanted = [entry for entry in entries if self._is_wanted(entry, found_by_day=True)]
            self.ledger.enter(day, wanted)
            self.ledger.skip(day, found.skipped, afresh=here.depth == 0)
        return self.article_requests(entries, found_by_day=here.kanal is not None)

    def _following(self, here: Source, found: Listing) -> list[Source]:
        """Where to go on; an archive day that is read to its end is closed."""
        if self._limit_reached():
            return []
        if self.latest is not None:
            return self.latest.came(here, found)
        if not self.plan.is_archive or here.ledger_day is None:
            onward = next_of_selection(here, found, self.plan)
            return [onward] if onward else []
        following = next_of_day(here, found)
        if following is None:
            self._count("day/closed" if self.ledger.close(here.ledger_day) else "day/open")
            return []
        if following.depth >= MOST_PAGES:
            self._count("day/open")
            self.logger.warning("No end after %d pages: %s", MOST_PAGES, here.url)
            return []
        return [following]

    def article_requests(
        self, entries: Iterable[Listed], *, found_by_day: bool = True
    ) -> Iterable[Request]:
        """Requests for those entries that are wanted, not stored, and not asked for yet.

        `found_by_day`: the list was one of a kanal, so that it tells the kanal.
        """
        for entry in entries:
            identity = urls.article_id(entry.url)
            if identity is None:
                self._count("article/no_article")
                continue
            is_wanted = self._is_wanted(entry, found_by_day=found_by_day)
            if not is_wanted or not self.met.add(identity):
                continue
            self._count("article/listed")
            if self.ledger.is_known(entry.url) and not self.ledger.is_gone(entry.url):
                self._count("article/known")
            elif not self.ledger.is_due(entry.url):
                self._count("article/not_due")
            elif self._limit_reached():
                self._count("article/limited")
            elif self.asked.add(identity):
                self.requested += 1
                yield self._article_request(entry)

    def _is_wanted(self, entry: Listed, *, found_by_day: bool) -> bool:
        if not self.plan.wants_day(entry.date_published):
            self._count("article/other_day")
            return False
        if not found_by_day and not self.plan.wants_address(entry.url):
            self._count("article/not_asked_for")
            return False
        return True

    async def parse_article(
        self, response: Response, listed: Mapping[str, Any] | None = None
    ) -> AsyncIterator[Article]:
        """The article of page 1 (or of `?showpage=all`) with its further pages.

        `NotAnArticle` goes on to the middleware that puts such pages aside.
        """
        asked = response.meta.get("redirect_urls", [response.url])[0]
        page, entry = to_page(response), Listed(**listed) if listed else None
        if urls.article_id(response.url) is None:
            self._led_away(asked, response.url)
            return
        try:
            article = await self.whole.article(page, entry, thrifty=self.plan.is_thrifty)
        except Stopping:
            self._count("article/refused")  # the next run reads it whole
            return
        except NotAnArticle as error:
            if self._is_taken_down(page, error):
                self._count("article/gone")
                self.ledger.failed(asked, str(error), gone=True)
                return
            self.ledger.forget(asked)
            raise
        self.ledger.alive(article.url)
        if urls.article_id(asked) != article.id:
            self.ledger.settle(urls.article_id(asked) or "", "moved")
        if self.plan.wants_day(article.date_published):
            yield article
        else:
            self._count("article/other_day")

    def _is_taken_down(self, page: Page, error: NotAnArticle) -> bool:
        """A stored article in place of which the site says, with status 200, that there is none."""
        return error.reason == "soft_404" and self.ledger.is_known(page.url)

    def _led_away(self, asked: str, url: str) -> None:
        """A redirect to a front page is one way of the site to take an article down."""
        gone = urls.parse(url).kind in _LED_AWAY
        self._count("article/gone" if gone else "article/failed")
        self.ledger.failed(asked, f"led to {url}", gone=gone)

    async def listing_failed(self, failure: Failure) -> AsyncIterator[Any]:
        """A listing that was not to be had, or has not changed; the others go on."""
        source = Source.from_dict(failure.request.cb_kwargs["source"])  # type: ignore[attr-defined]
        if older := self._older_index(source, failure):
            yield older
            return
        if not isinstance(failure.value, Unchanged):
            self._tell_bug(failure)
            requests = self._listing_not_had(source, self._reason(failure))
        else:
            self._count("listing/unchanged")
            self.ledger.healthy()
            onward = self.latest.unchanged(source) if self.latest is not None else []
            requests = map(self.listing_request, onward)
        for request in requests:
            yield request

    def _listing_not_had(self, source: Source, reason: str) -> Iterable[Request]:
        self._count("listing/failed")
        self.logger.warning("Listing not to be had: %s", reason)
        if self.plan.is_archive and source.day is not None:
            self._count("day/open")
        onward = self.latest.failed(source) if self.latest is not None else []
        return map(self.listing_request, onward)

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
            self.ledger.forget(request.url)
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
            dont_filter=True,  # `asked` knows it; Scrapy's own filter remembers every address
        )

    def _child(self, here: Source, url: str) -> Source | None:
        """A sitemap that an index names: the news ones; those of kanals are asked for anyway."""
        address = urls.parse(url)
        if here.depth >= 2 or address.kind != "sitemap" or "news" not in url.rpartition("/")[2]:
            return None
        return replace(here, url=url, kanal=address.kanal or None, depth=here.depth + 1)

    def _entries_from_file(self) -> Iterator[Listed]:
        """The articles of the file; lines that are none are counted, and the first ones named."""
        if self.plan.urls is None:
            return
        refused = 0
        for number, line, problem in lines_of(self.plan.urls):
            if problem is None:
                yield Listed(url=line)
                continue
            refused += 1
            self._count("urls/refused")
            if refused <= _NAMED:
                self.logger.warning(
                    "%s, line %d: %s: %.200s", self.plan.urls, number, problem, line
                )
        if refused > _NAMED:
            self.logger.warning("%s: %d lines refused in all", self.plan.urls, refused)

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


def _identity(entry: Listed) -> str:
    return urls.article_id(entry.url) or entry.url
