"""The walk through the daily index, day by day, and what an archive without any article means."""

from collections.abc import AsyncIterator
from typing import Any, Final, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from newsspider.base_spiders.ledger import Day
from newsspider.base_spiders.listing_sources import archive_days
from newsspider.base_spiders.listings import Listings
from newsspider.base_spiders.to_page import to_page
from newsspider.extract import Listing, listing
from newsspider.sites.sindonews import addresses, listing_urls
from newsspider.sites.sindonews.sections import ALL_SECTIONS
from newsspider.store.state.day_ledger import EVERY_SECTION

_NEVER_EMPTY: Final = listing_urls.front_index_url(ALL_SECTIONS)


class Archive(Listings):
    """Lists days, and closes those that were read to their end.

    The list of a day without articles looks like one whose rows we no longer find. So such a day is
    closed when a list of the same run showed an article; a run in which none did asks at its end
    for the newest articles of the whole site, which is the same kind of page and never empty. Not
    where a list had no place for its rows that we know: that is a new layout.
    Counts: `day/closed`, `day/open`, `day/closed_before`; `day/quiet` of days that were closed on
    the word of that page.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reads_lists = False  # some list showed an article
        self.knows_lists = True  # and all that showed none have a list's place for them
        self.empty_days: list[Day] = []
        self.is_doubted = False  # that page was asked for

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """As of every spider."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider.idle, signals.spider_idle)
        return spider

    async def archive(self) -> AsyncIterator[Request]:
        """Open days only, each when the one before is done, so that memory stays flat."""
        assert self.crawler.stats is not None
        self.crawler.stats.set_value("progress/days", sum(1 for _ in archive_days(self.plan)))
        for source in archive_days(self.plan):
            if self.limit_reached():
                return
            place = "all sections" if source.section == EVERY_SECTION else source.section
            self.crawler.stats.set_value("progress/at", f"{source.day} {place}")
            day = source.ledger_day
            if day is not None and self.ledger.is_closed(day):
                self.count("day/closed_before")
                requests = list(self.article_requests(self.ledger.open_articles(day)))
            else:
                requests = [self.listing_request(source)]
            for request in requests:
                yield request
            if requests:
                await self.crawler.signals.wait_for(signals.scheduler_empty)

    def list_shown(self) -> None:
        """A list came with articles, so that the empty ones of this run are believed."""
        super().list_shown()
        self.reads_lists = True
        for day in self.empty_days:
            self.close_day(day)
        self.empty_days.clear()

    def day_ended(self, day: Day, last: Listing) -> None:
        """The list of a day was read to its end."""
        if self.reads_lists or last.skipped:
            self.close_day(day)
        else:
            self.empty_days.append(day)
            self.knows_lists = self.knows_lists and last.recognised

    def close_day(self, day: Day) -> None:
        """Nothing is left to look for, unless the day has not ended yet."""
        self.count("day/closed" if self.ledger.close(day) else "day/open")

    def idle(self) -> None:
        """Before the end of a run in which every list was empty: can we read the site's lists?"""
        if self.empty_days and self.knows_lists and not self.is_doubted:
            self.is_doubted = True
            assert self.crawler.engine is not None
            self.crawler.engine.crawl(
                Request(
                    _NEVER_EMPTY,
                    callback=self.parse_newest,
                    errback=self.newest_failed,
                    dont_filter=True,
                )
            )
            raise DontCloseSpider

    async def parse_newest(self, response: Response) -> AsyncIterator[Any]:
        """Whether we can read the site's lists; nothing on this one is asked for."""
        is_index = addresses.parse(response.url).kind == "index"  # not the front page instead
        if is_index and listing(to_page(response)).articles:
            self.count("day/quiet", len(self.empty_days))
            self.list_shown()
        return
        yield

    def newest_failed(self, failure: Failure) -> None:
        """It was not to be had: the days stay open."""
        self.tell_bug(failure)

    def ended(self) -> None:
        """As of every spider; the days that are still in doubt stay open."""
        super().ended()
        if self.empty_days:
            self.count("day/open", len(self.empty_days))
