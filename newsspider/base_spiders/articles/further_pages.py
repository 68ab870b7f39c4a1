"""Fetches the rest of an article, so that page 1 alone is never taken for all of it."""

import logging
from collections.abc import Iterable

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
from newsspider.crawl.page_reader import PageReader
from newsspider.extract import Further, Listed, NotAnArticle, Page
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
        if not thrifty:
            found = await self.reader.read(page, entry)
            if isinstance(found, Article):
                return found
            return await self.reader.extract(page, *await self._more(found), listed=entry)
        try:
            article = await self.reader.extract(page, listed=entry)
            rest = (await self.reader.further(page)).pages if _may_go_on(article) else []
            if not rest:
                return article
            return await self.reader.extract(page, *await self._pages(rest), listed=entry)
        except NotAnArticle:
            address = self.site.address(page.url).canonical or page.url
            first = await self._page(address) if address != page.url else None
            if first is None:
                raise
            return await self.reader.extract(first, page, listed=entry)

    async def _more(self, rest: Further) -> list[Page]:
        """Return the rest of the text: on one page, or page by page where that is not to be had."""
        if rest.whole is not None:
            whole = await self._page(rest.whole)
            if whole is not None and not (await self.reader.further(whole)).pages:
                return [whole]
        return await self._pages(rest.pages)

    async def _pages(self, urls: Iterable[str]) -> list[Page]:
        """Return those of the pages that can be had."""
        pages = [await self._page(url) for url in urls]
        return [found for found in pages if found is not None]

    async def _page(self, url: str) -> Page | None:
        """Return a further page of the article at work, or None when it cannot be had."""
        assert self.crawler.engine is not None
        try:
            response = await self.crawler.engine.download_async(Request(url, priority=20))
        except Stopping:
            raise  # not the site's doing: half an article would stay half
        except _NOT_HAD as error:
            self._not_had(url, repr(error))
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


def _may_go_on(article: Article) -> bool:
    """Tell whether what came for the whole text may be page 1: initials close the last page."""
    return "body_incomplete" in article.warnings or article.editor is None
