"""SINDOnews: where to go for its articles. How pages are read stands in `newsspider.extract`."""

from collections.abc import AsyncIterator, Iterator
from typing import Any, Final

from scrapy import Request, signals
from scrapy.http import Response

from newsspider.base_spiders.archive import Archive
from newsspider.base_spiders.articles import identity_of
from newsspider.base_spiders.listing_sources import sections_of, selections
from newsspider.extract import Listed
from newsspider.sites.sindonews import addresses
from newsspider.sites.sindonews.site import SINDONEWS

_NAMED: Final = 20  # lines of a file that are named one by one
_AT_A_TIME: Final = 50  # articles by address that wait at once


class Sindonews(Archive):
    """The newest articles, or the archive day by day; each article once, with all its pages."""

    site = SINDONEWS
    name = SINDONEWS.name
    allowed_domains = list(SINDONEWS.domains)

    async def start(self) -> AsyncIterator[Any]:
        """Listings first, then articles by address: given, failed before, or to look at again."""
        if self.plan.is_archive:
            async for request in self.archive():
                yield request
        for request in self._lists():
            yield request
        # A few at a time, so that a long file or window is never in memory whole.
        for nth, request in enumerate(self._by_address(), 1):
            yield request
            if nth % _AT_A_TIME == 0:
                await self.crawler.signals.wait_for(signals.scheduler_empty)

    def ended(self) -> None:
        """As of every spider; and how far the newest articles were read, for the next run."""
        super().ended()
        if self.latest is not None and not self.limit_reached():
            assert self.crawler.stats is not None
            for key, value in self.latest.facts().items():
                self.crawler.stats.set_value(key, value)

    async def parse(self, response: Response, **kwargs: Any) -> AsyncIterator[Any]:
        """Whatever an address is of; for `scrapy parse URL`."""
        if addresses.article_id(response.url) is None:
            async for found in self.parse_listing(response):
                yield found
        else:
            async for found in self.parse_article(response):
                yield found

    def _lists(self) -> Iterator[Request]:
        if self.plan.is_latest:
            self.latest = self.ledger.latest(self.plan.overlap)
            sections = sections_of(self.plan)
            for source in self.latest.first(sections, whole_site=not self.plan.sections):
                yield self.listing_request(source)
        for source in selections(self.plan):
            yield self.listing_request(source)

    def _by_address(self) -> Iterator[Request]:
        for entries in (self._entries_from_file(), self.ledger.due()):
            yield from self.article_requests(self.wanted(entries, found_by_day=False))
        if self.plan.refresh is None:
            return
        stored = self.ledger.published_within(self.plan.refresh)
        for entry in self.wanted(stored, found_by_day=False):
            if self.asked.add(identity_of(entry)):
                self.count("article/refreshed")
                yield self.article_request(entry)

    def _entries_from_file(self) -> Iterator[Listed]:
        """The articles of the file; lines that are none are counted, and the first ones named."""
        if self.plan.urls is None:
            return
        refused = 0
        for number, line, problem in self.plan.urls.lines():
            if problem is None:
                yield Listed(url=line)
                continue
            refused += 1
            self.count("urls/refused")
            if refused <= _NAMED:
                self.logger.warning(
                    "%s, line %d: %s: %.200s", self.plan.urls, number, problem, line
                )
        if refused > _NAMED:
            self.logger.warning("%s: %d lines refused in all", self.plan.urls, refused)
