"""Components that break a crawl at its first article, as no page should be able to."""

import asyncio
import re
import sys
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.http import Response


def _is_article(response: Response) -> bool:
    return "/read/" in response.url


class Loop:
    """Python that never ends: other threads still run."""

    def process_spider_input(self, response: Response) -> None:
        while _is_article(response):
            pass


class Regex:
    """C code that holds the interpreter's lock for years: nothing else runs."""

    def process_spider_input(self, response: Response) -> None:
        if _is_article(response):
            re.match(r"(a+)+$", "a" * 80 + "b")


class Exit:
    """The way out that no framework guards."""

    def process_spider_input(self, response: Response) -> None:
        if _is_article(response):
            sys.exit(7)


class Bug:
    """A pipeline with an error of ours."""

    def process_item(self, item: Any) -> None:
        raise ZeroDivisionError


class Stopped:
    """A pipeline that takes its time to end, while the crawl is told to stop as by SIGTERM."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.stopping: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        return cls(crawler)

    def process_item(self, item: Any) -> Any:
        return item

    async def close_spider(self) -> None:
        self.stopping = asyncio.ensure_future(self.crawler.stop_async())
        await asyncio.sleep(0.2)


class Failing:
    """A spider middleware with one: Scrapy hands it to the errback, as if the site had failed."""

    def process_spider_input(self, response: Response) -> None:
        if _is_article(response):
            raise ZeroDivisionError
