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

from newsspider.extract import Listed, NotAnArticle, Page, extract, further
from newsspider.extract.sindonews import urls
from newsspider.items import Article
from newsspider.spiders.border import to_page
from newsspider.transport.pace import Stopping

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


class Whole:
    """Asks for further pages through the crawler's downloader, where all its rules hold.

    Counts: `page/read`, `page/failed`; and which sources of the extractor hit (`parser/…`).
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    async def article(self, page: Page, entry: Listed | None, *, thrifty: bool) -> Article:
        """The article of the page that came, whose further pages are fetched as needed.

        `thrifty`: the page is `?showpage=all`; page 1 is asked for only where something required
        is missing. Raises `NotAnArticle`, and `Stopping` when the crawl ends meanwhile.
        """
        stats = self.crawler.stats
        if not thrifty:
            return extract(page, *await self._more(page), listed=entry, stats=stats)
        try:
            return extract(page, listed=entry, stats=stats)
        except NotAnArticle:
            first = await self._page(urls.canonical(page.url) or page.url)
            if first is None:
                raise
            return extract(first, page, listed=entry, stats=stats)

    async def _more(self, page: Page) -> list[Page]:
        """The rest of the text: on one page, or page by page where that one cannot be had."""
        rest = further(page)
        if rest.whole is not None:
            whole = await self._page(rest.whole)
            if whole is not None and not further(whole).pages:
                return [whole]
        pages = [await self._page(url) for url in rest.pages]
        return [found for found in pages if found is not None]

    async def _page(self, url: str) -> Page | None:
        """A further page of the article at work, or None when it cannot be had."""
        assert self.crawler.engine is not None
        try:
            response = await self.crawler.engine.download_async(Request(url, priority=20))
        except Stopping:
            raise  # not the site's doing: half an article would stay half
        except _NOT_HAD as error:
            self._not_had(url, repr(error))
            return None
        if response.status != 200 or urls.article_id(response.url) != urls.article_id(url):
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
