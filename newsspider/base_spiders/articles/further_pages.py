"""Fetches the rest of an article, so that page 1 alone is never taken for all of it."""

import logging

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)

from newsspider.base_spiders.articles.to_page import to_page
from newsspider.crawl.page_reading.page_reader import PageReader
from newsspider.extract import Listed, Page
from newsspider.items import Article
from newsspider.sites.site import Site
from newsspider.transport.pace.pacing import Stopping

logger = logging.getLogger(__name__)

_NOT_HAD = (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)


class FurtherPages:
    """Fetches further pages through the crawler's downloader, where all its rules hold.

    Counts: `page/read`, `page/failed`; and which sources of the extractor hit (`parser/…`).
    """

    def __init__(self, crawler: Crawler, site: Site, reader: PageReader) -> None:
        self.crawler = crawler
        self.site = site
        self.reader = reader

    async def article(self, page: Page, entry: Listed | None, *, thrifty: bool) -> Article:
        """Return the article of the page that came, whose further pages are fetched as needed.

        `thrifty`: the whole text on one page was asked for; page 1 follows only where something
        required is missing, and further pages where the site answered with page 1. Raises
        `NotAnArticle`, and `Stopping` when the crawl ends meanwhile.
        """
        return await self.reader.article(page, entry, self._page, thrifty=thrifty)

    async def _page(self, url: str) -> Page | None:
        """Return a further page of the article at work, or None when it cannot be had."""
        assert self.crawler.engine is not None
        try:
            response = await self.crawler.engine.download_async(Request(url, priority=20))
        except Stopping:
            raise  # not the site's doing: half an article would stay half
        except _NOT_HAD as error:
            self._not_had(url, str(error) or type(error).__name__)
            return None
        identity = self.site.address(url).id
        if response.status != 200 or self.site.address(response.url).id != identity:
            self._not_had(url, str(response.status))
            return None
        self._count("page/read")
        return to_page(response)

    def _not_had(self, url: str, reason: str) -> None:
        self._count("page/failed")
        logger.warning("Further page not to be had: %s: %s", url, reason)

    def _count(self, key: str) -> None:
        assert self.crawler.stats is not None
        self.crawler.stats.inc_value(key)
