"""The half of the spider that reads lists: what they lead to, and where they go on."""

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from newsspider.base_spiders.articles import GONE, REFUSED, Articles
from newsspider.base_spiders.base import reason_of
from newsspider.base_spiders.ledger import Day
from newsspider.base_spiders.listing_checks import mismatch
from newsspider.base_spiders.listing_pages import MOST_PAGES, next_of_day, next_of_selection
from newsspider.base_spiders.listing_sources import Source, has_own_list, is_listed
from newsspider.base_spiders.to_page import to_page
from newsspider.crawl.stop import close
from newsspider.extract import Listed, Listing, listing
from newsspider.sites.sindonews import addresses
from newsspider.sites.sindonews.listing_urls import older_index
from newsspider.store.state.day_ledger import EVERY_SECTION
from newsspider.transport.pacing import Stopping
from newsspider.transport.unchanged import Unchanged

if TYPE_CHECKING:
    from newsspider.base_spiders.incremental import Latest


class Listings(Articles):
    """Reads feeds, sitemaps and index pages, and asks for the articles on them.

    Counts: `listing/read`, `listing/links` and these by kind, `listing/skipped/<kind>`,
    `listing/empty`, `listing/unchanged`, `listing/failed`.
    """

    latest: "Latest | None" = None  # the walks of a run for the newest articles
    refused_in_a_row = 0  # lists that the site or its robots.txt keeps from us

    def listing_request(self, source: Source) -> Request:
        """The request for a listing; these go before articles, and never count as seen."""
        return Request(
            source.url,
            callback=self.parse_listing,
            errback=self.listing_failed,
            cb_kwargs={"source": source.to_dict()},
            meta={"conditional": self.plan.is_latest},
            priority=10,
            # Sections without a list of their own share the pages of a day.
            dont_filter=source.depth == 0 or source.day is not None,
        )

    async def parse_listing(
        self, response: Response, source: Mapping[str, Any] | None = None
    ) -> AsyncIterator[Any]:
        """The articles of a feed, sitemap or index page, and the next page where one is needed."""
        self.refused_in_a_row = 0
        here = Source.from_dict(source) if source else Source(url=response.url, kind="index")
        page = to_page(response)
        found = listing(page)
        problem = mismatch(here, page, found)
        if problem is not None:
            for request in self._not_had(here, f"{here.url}: {problem}"):
                yield request
            return
        self._count_listing(here.kind, found)
        if found.articles:
            self.list_shown()
        for request in self._articles_of(here, found):
            yield request
        for url in found.sitemaps:
            if child := self._child(here, url):
                yield self.listing_request(child)
        for following in self._following(here, found):
            yield self.listing_request(following)

    def _articles_of(self, here: Source, found: Listing) -> Iterator[Request]:
        """Requests for what a list has, which is filed first where it is the list of a day."""
        listed = (entry for entry in found.articles if is_listed(here, entry.url))
        entries = list(self.wanted(listed, found_by_day=here.section is not None))
        day = here.ledger_day
        if day is not None:
            self.ledger.enter(day, entries)
            if here.section == EVERY_SECTION:
                self._enter_unnumbered(day[0], entries)
            self.ledger.skip(day, found.skipped, afresh=here.depth == 0)
        return self.article_requests(entries)

    def _enter_unnumbered(self, day: str, entries: list[Listed]) -> None:
        """File the articles of sections without a list of their own, which the list of all has."""
        for entry in entries:
            section = addresses.parse(entry.url).section
            if not has_own_list(section):
                self.ledger.enter((day, section), [entry])

    def _following(self, here: Source, found: Listing) -> list[Source]:
        """Where to go on; an archive day that is read to its end is closed."""
        if self.limit_reached():
            return []
        if self.latest is not None:
            return self.latest.came(here, found)
        if not self.plan.is_archive or here.ledger_day is None:
            onward = next_of_selection(here, found, self.plan)
            return [onward] if onward else []
        following = next_of_day(here, found)
        if following is None:
            self.day_ended(here.ledger_day, found)
            return []
        if following.depth >= MOST_PAGES:
            self.count("day/open")
            self.logger.warning("No end after %d pages: %s", MOST_PAGES, here.url)
            return []
        return [following]

    def list_shown(self) -> None:
        """A list came with articles, as it should."""
        self.ledger.healthy()

    def day_ended(self, day: Day, last: Listing) -> None:
        """The list of a day of the archive was read to its end: its `last` page."""
        raise NotImplementedError

    def _child(self, here: Source, url: str) -> Source | None:
        """A sitemap that an index names: the news ones; those of kanals are asked for anyway."""
        address = addresses.parse(url)
        if here.depth >= 2 or address.kind != "sitemap" or "news" not in url.rpartition("/")[2]:
            return None
        return replace(here, url=url, section=address.section or None, depth=here.depth + 1)

    async def listing_failed(self, failure: Failure) -> AsyncIterator[Any]:
        """A listing that was not to be had, or has not changed; the others go on."""
        source = Source.from_dict(failure.request.cb_kwargs["source"])  # type: ignore[attr-defined]
        if older := self._older_index(source, failure):
            yield older
            return
        if not isinstance(failure.value, Unchanged):
            self.tell_bug(failure)
            self._note_refusal(failure)
            requests = self._not_had(source, reason_of(failure))
        else:
            self.count("listing/unchanged")
            self.ledger.healthy()
            onward = self.latest.unchanged(source) if self.latest is not None else []
            requests = map(self.listing_request, onward)
        for request in requests:
            yield request

    def _not_had(self, source: Source, reason: str) -> Iterable[Request]:
        self.count("listing/failed")
        self.logger.warning("Listing not to be had: %s", reason)
        if self.plan.is_archive and source.day is not None:
            self.count("day/open")
        onward = self.latest.failed(source) if self.latest is not None else []
        return map(self.listing_request, onward)

    def _note_refusal(self, failure: Failure) -> None:
        """An archive of which list after list is refused is not asked for to its last day."""
        response = getattr(failure.value, "response", None)
        by_site = response is not None and response.status in REFUSED
        not_asked = response is None and isinstance(failure.value, IgnoreRequest)
        if isinstance(failure.value, Stopping) or not (by_site or not_asked):
            return
        self.refused_in_a_row += 1
        most = self.settings.getint("FAILURES_IN_A_ROW_MAX")
        if self.plan.is_archive and 0 < most <= self.refused_in_a_row:
            close(self.crawler, "unreachable")

    def _older_index(self, source: Source, failure: Failure) -> Request | None:
        """The same list under its host of 2018-2025, where the one of today knows nothing of it."""
        response = getattr(failure.value, "response", None)
        if response is None or response.status not in GONE:
            return None
        url = older_index(source.url)
        return self.listing_request(replace(source, url=url)) if url else None

    def _count_listing(self, kind: str, found: Listing) -> None:
        for suffix in ("", f"/{kind}"):
            self.count(f"listing/read{suffix}")
            self.count(f"listing/links{suffix}", len(found.articles))
        if not found.articles and not found.sitemaps:
            self.count("listing/empty")
        for other, number in found.skipped.items():
            self.count(f"listing/skipped/{other}", number)
