"""The half of the spider that asks for articles, each once, and says what became of each."""

from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any, Final, Self, cast

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from newsspider.base_spiders.base import BaseSpider, reason_of
from newsspider.base_spiders.further_pages import FurtherPages
from newsspider.base_spiders.to_page import to_page
from newsspider.errors import BadArgument
from newsspider.extract import Listed, NotAnArticle, Page
from newsspider.items import Article
from newsspider.sites.sindonews import addresses
from newsspider.store.files.times import wib_day
from newsspider.transport.disallowed import Disallowed
from newsspider.transport.pacing import Stopping

GONE: Final = (404, 410)
REFUSED: Final = (401, 403, 429)
_LED_AWAY: Final = frozenset({"front", "section", "index"})  # where the site sends who asks for it


class Articles(BaseSpider):
    """Fetches the articles that it is shown, as far as the plan wants them.

    Counts: `article/listed`, and what became of each: `article/known`, `…/not_due`, `…/limited`,
    `…/gone`, `…/failed`, `…/disallowed`, `…/refused`; `article/other_day` and `…/not_asked_for` of
    what was not wanted.
    """

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """As Scrapy builds it: `-a` arguments become the plan."""
        if args:
            raise BadArgument("arguments have names: -a name=value")
        spider = cls(cls.read_arguments(kwargs), kwargs)
        spider._set_crawler(crawler)
        spider.whole = FurtherPages(crawler)
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
                self.count(f"takedown/{key}", number)

    def wanted(self, entries: Iterable[Listed], *, found_by_day: bool = True) -> Iterator[Listed]:
        """Those entries that are articles of the days and kanals asked for; counts the others.

        `found_by_day`: the list was one of a kanal, so that it tells the kanal.
        """
        for entry in entries:
            if addresses.article_id(entry.url) is None:
                self.count("article/no_article")
            elif not self.plan.wants_day(entry.date_published):
                self.count("article/other_day")
            elif not found_by_day and not self.plan.wants_address(entry.url):
                self.count("article/not_asked_for")
            else:
                yield entry

    def article_requests(self, entries: Iterable[Listed]) -> Iterator[Request]:
        """Requests for those wanted entries that are not stored, and not asked for yet."""
        for entry in entries:
            identity = identity_of(entry)
            if not self.met.add(identity):
                continue
            self.count("article/listed")
            standing = self.ledger.standing(entry.url)
            if standing != "open":
                self.count(f"article/{standing}")
            elif self.limit_reached():
                self.count("article/limited")
            elif self.asked.add(identity):
                self.requested += 1
                yield self.article_request(entry)

    def article_request(self, entry: Listed, *, whole: bool | None = None) -> Request:
        """The request for an article; `whole` is for its whole text at once, as a thrifty plan
        wants it."""
        url = addresses.canonical(entry.url) or entry.url
        is_whole = self.plan.is_thrifty if whole is None else whole
        return Request(
            addresses.whole_text(url) if is_whole else url,
            callback=self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"listed": entry},
            dont_filter=True,  # `asked` knows it; Scrapy's own filter remembers every address
        )

    async def parse_article(
        self, response: Response, listed: Listed | None = None
    ) -> AsyncIterator[Article]:
        """The article of page 1 (or of `?showpage=all`) with its further pages.

        `NotAnArticle` goes on to the middleware that puts such pages aside.
        """
        asked = response.meta.get("redirect_urls", [response.url])[0]
        page, entry = to_page(response), listed
        if addresses.article_id(response.url) is None:
            self._led_away(asked, response.url)
            return
        try:
            article = await self.whole.article(page, entry, thrifty=self.plan.is_thrifty)
        except Stopping:
            self.count("article/refused")  # the next run reads it whole
            return
        except NotAnArticle as error:
            if self._is_taken_down(page, error):
                self.count("article/gone")
                self.ledger.failed(asked, str(error), gone=True)
                return
            self.ledger.forget(asked)
            raise
        self.ledger.alive(article.url)
        # What the index of a day lists is of that day's archive, whatever day the page says.
        is_wanted = self.plan.wants_day(article.date_published) or self.ledger.is_filed(asked)
        if addresses.article_id(asked) != article.id:
            self.ledger.settle(addresses.article_id(asked) or "", "moved")
        if is_wanted:
            yield article
        else:
            self.count("article/other_day")

    def _is_taken_down(self, page: Page, error: NotAnArticle) -> bool:
        """A stored article in place of which the site says, with status 200, that there is none."""
        return error.reason == "soft_404" and self.ledger.is_known(page.url)

    def _led_away(self, asked: str, url: str) -> None:
        """A redirect to a front page is one way of the site to take an article down."""
        gone = addresses.parse(url).kind in _LED_AWAY
        self.count("article/gone" if gone else "article/failed")
        self.ledger.failed(asked, f"led to {url}", gone=gone)

    async def article_failed(self, failure: Failure) -> AsyncIterator[Request]:
        """An article that was not to be had: taken down, or to be tried again by the next run.

        Where only the rendering of the whole text is missing or disallowed, its pages may be there.
        """
        request = cast("Request", failure.request)  # type: ignore[attr-defined]
        response = getattr(failure.value, "response", None)
        by_rule = isinstance(failure.value, Disallowed)
        is_paged = response.status not in REFUSED if response is not None else by_rule
        if is_paged and "?showpage=all" in request.url:
            yield self.article_request(request.cb_kwargs["listed"], whole=False)
            return
        asked = request.meta.get("redirect_urls", [request.url])[0]
        gone = response is not None and response.status in GONE
        if isinstance(failure.value, Stopping | Disallowed):
            self.count("article/disallowed" if by_rule else "article/refused")
            self.ledger.forget(asked)
        else:
            self.count("article/gone" if gone else "article/failed")
            self.tell_bug(failure)
            self.ledger.failed(asked, reason_of(failure), gone=gone)
        self.logger.warning("Article not to be had: %s", reason_of(failure))


def identity_of(entry: Listed) -> str:
    """What an entry is known by, whatever variant of its address was listed."""
    return addresses.article_id(entry.url) or entry.url
