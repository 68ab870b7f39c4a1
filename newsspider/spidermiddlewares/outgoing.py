"""What leaves the spider: each request marked by Scrapy's own middlewares, in one pass."""

from collections.abc import AsyncIterator
from typing import Any, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.spidermiddlewares.depth import DepthMiddleware
from scrapy.spidermiddlewares.referer import RefererMiddleware
from scrapy.spidermiddlewares.start import StartSpiderMiddleware


class Outgoing(RefererMiddleware):
    """Scrapy's `RefererMiddleware`, which lets those of depth and start mark the requests too.

    Each of them, on its own, puts three asynchronous generators around what a callback yields; that
    costs more than the marks. They heed their settings (DEPTH_LIMIT, REFERER_ENABLED …) as ever.
    `get_processed_request` is of the referrer alone: Scrapy's redirects ask for it.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler.settings)
        self._refers = crawler.settings.getbool("REFERER_ENABLED")
        self._depth = DepthMiddleware.from_crawler(crawler)
        self._start = StartSpiderMiddleware.from_crawler(crawler)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    async def process_start(self, start: AsyncIterator[Any]) -> AsyncIterator[Any]:
        """Yield what the spider starts with."""
        async for found in start:
            if (marked := self._marked(found, None)) is not None:
                yield marked

    async def process_spider_output_async(
        self, response: Response | None, result: AsyncIterator[Any], spider: Spider | None = None
    ) -> AsyncIterator[Any]:
        """Yield what a callback made of a response, without requests that lead too deep."""
        if response is not None:
            self._depth._init_depth(response)
        async for found in result:
            if (marked := self._marked(found, response)) is not None:
                yield marked

    def get_processed_request(self, request: Request, response: Response | None) -> Request | None:
        """Return a request that names the page that led to it."""
        return super().get_processed_request(request, response) if self._refers else request

    def _marked(self, found: Any, response: Response | None) -> Any:
        if isinstance(found, Request):
            for middleware in (self._depth, self, self._start):
                found = middleware.get_processed_request(found, response)
                if found is None:
                    break
        return found
