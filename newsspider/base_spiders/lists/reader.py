"""Reads the lists that come, and refuses those that are not the ones asked for."""

import logging
from dataclasses import replace

from scrapy.http import Response
from scrapy.statscollectors import StatsCollector
from twisted.python.failure import Failure

from newsspider.base_spiders.articles.to_page import to_page
from newsspider.base_spiders.failures import GONE, is_refusal
from newsspider.base_spiders.lists.checks import breaks_off, mismatch
from newsspider.base_spiders.lists.list_sources import ListSource
from newsspider.crawl.page_reading.page_reader import PageReader
from newsspider.crawl.page_reading.reading_process import ReaderDied
from newsspider.extract import Listing
from newsspider.sites.site import Site
from newsspider.transport.unchanged import NOT_HAD

logger = logging.getLogger(__name__)


class ListReader:
    """Makes listings of responses, and counts them.

    Counts: `listing/read`, `listing/links` and these by kind, `listing/skipped/<kind>`,
    `listing/empty`, `listing/unchanged`, `listing/failed`, `listing/disallowed`, `listing/left`.
    """

    def __init__(self, site: Site, pages: PageReader, stats: StatsCollector) -> None:
        self.site = site
        self.pages = pages
        self.stats = stats
        self.refused_in_a_row = 0  # lists that the site or its robots.txt keeps from us

    async def read(self, response: Response, here: ListSource) -> tuple[Listing | None, bool]:
        """Return what a list shows, None if it is not the one asked for, and whether it is whole.

        One that was not had whole is counted, and asked for again in any case. Raises `ReaderDied`,
        counted too, where the process that reads pages died at it.
        """
        self.refused_in_a_row = 0
        page = to_page(response)
        try:
            found = await self.pages.listing(page)
        except ReaderDied as died:
            self._must_come_again(response, str(died))
            raise
        problem = mismatch(self.site, here, page, found)
        if problem is None and not breaks_off(page):
            self._count(here.kind, found)
            return found, True
        self._must_come_again(response, f"{here.url}: {problem or 'breaks off'}")
        return None if problem else found, False

    def _must_come_again(self, response: Response, reason: str) -> None:
        response.meta[NOT_HAD] = True
        self.not_had(reason)

    def not_had(self, reason: str, fate: str = "failed") -> None:
        """Count and log a list that could not be had; one that was left is counted only."""
        self.stats.inc_value(f"listing/{fate}")
        if fate != "left":
            logger.warning("Listing not to be had: %s", reason)

    def unchanged(self) -> None:
        """Count a list that is as an earlier run has read it."""
        self.stats.inc_value("listing/unchanged")

    def children(self, here: ListSource, found: Listing) -> list[ListSource]:
        """Return the news sitemaps that an index of sitemaps names; all that it names, where the
        user named the index."""
        addresses = [(url, self.site.address(url)) for url in found.sitemaps]
        return [
            replace(here, url=url, section=address.section or None, depth=here.depth + 1)
            for url, address in addresses
            if here.depth < 2
            and (here.named or (address.kind == "sitemap" and "news" in url.rpartition("/")[2]))
        ]

    def older(self, here: ListSource, failure: Failure) -> ListSource | None:
        """Return the same list at an older address, where the one of today knows nothing of it."""
        response = getattr(failure.value, "response", None)
        if response is None or response.status not in GONE:
            return None
        url = self.site.lists.older_index(here.url)
        return replace(here, url=url) if url else None

    def note_refusal(self, failure: Failure) -> None:
        """Count a list, among those in a row, that the site or its robots.txt keeps from us."""
        self.refused_in_a_row += is_refusal(failure)

    def _count(self, kind: str, found: Listing) -> None:
        for suffix in ("", f"/{kind}"):
            self.stats.inc_value(f"listing/read{suffix}")
            self.stats.inc_value(f"listing/links{suffix}", len(found.articles))
        if not found.articles and not found.sitemaps:
            self.stats.inc_value("listing/empty")
        for other, number in found.skipped.items():
            self.stats.inc_value(f"listing/skipped/{other}", number)

    def shows_articles(self, response: Response) -> bool:
        """Tell whether a response is an index with articles, not the front page instead."""
        is_index = self.site.address(response.url).kind == "index"
        return is_index and bool(self.site.listing(to_page(response)).articles)
