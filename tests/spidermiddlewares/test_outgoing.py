"""What leaves the spider is marked as Scrapy's own middlewares would mark it."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any, Final

import pytest
from scrapy import Request, Spider
from scrapy.core.spidermw import SpiderMiddlewareManager
from scrapy.http import HtmlResponse, Response
from scrapy.spidermiddlewares.referer import RefererMiddleware
from scrapy.utils.test import get_crawler

from newsspider import settings as ours
from newsspider.spidermiddlewares.outgoing import Outgoing

OWN: Final = "newsspider.spidermiddlewares.outgoing.Outgoing"
INDEX: Final = "https://www.kabar.test/indeks"
ARTICLES: Final = ("https://www.kabar.test/read/1", "http://foto.kabar.test/2")


class Kabar(Spider):
    """Starts at an index, and finds two articles there, and something that is none."""

    name = "kabar"

    async def start(self) -> AsyncIterator[Any]:
        """Yield the index, and something that is no request."""
        yield Request(INDEX)
        yield {"headline": "Panen garam"}

    async def parse(self, response: Response, **kwargs: Any) -> AsyncIterator[Any]:
        """Yield what the index shows."""
        for url in ARTICLES:
            yield Request(url, headers={"Referer": "https://kabar.test/"} if "2" in url else None)
        yield {"headline": "Panen padi"}


def leaving(given: dict[str, Any], middlewares: dict[str, int | None], depth: int) -> list[Any]:
    """Return what leaves `Kabar`, at the start and out of an index that lies so deep, and the
    stats."""
    crawler = get_crawler(Kabar, {**given, "SPIDER_MIDDLEWARES": middlewares})
    spider = crawler.spider = crawler._create_spider()
    manager = SpiderMiddlewareManager.from_crawler(crawler)
    index = Request(INDEX, meta={"depth": depth} if depth else None)

    async def all_of_it() -> list[Any]:
        async def scraped(response: Any, request: Request) -> Any:
            return spider.parse(response)

        start = await manager.process_start()
        assert start is not None
        found = [each async for each in start]
        response = HtmlResponse(INDEX, body=b"<p>Indeks", request=index)
        return found + [
            each async for each in await manager.scrape_response_async(scraped, response, index)
        ]

    told = [
        (each.url, each.meta, each.headers, each.priority) if isinstance(each, Request) else each
        for each in asyncio.run(all_of_it())
    ]
    assert crawler.stats is not None
    return [*told, index.meta, crawler.stats.get_stats()]


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"REFERER_ENABLED": False},
        {"REFERRER_POLICY": "origin"},
        {"DEPTH_LIMIT": 1, "DEPTH_STATS_VERBOSE": True, "DEPTH_PRIORITY": 1},
    ],
    ids=str,
)
@pytest.mark.parametrize("depth", [0, 1, 7])
def test_requests_are_marked_as_by_scrapy(given: dict[str, Any], depth: int) -> None:
    mine = {name: at for name, at in ours.SPIDER_MIDDLEWARES.items() if "unreadable" not in name}

    found = leaving(given, mine, depth)

    assert OWN in mine
    assert found == leaving(given, {}, depth)
    assert len(found) >= 5


def test_none_that_it_stands_in_for_runs_beside_it() -> None:
    names = ("start.StartSpider", "referer.Referer", "depth.Depth")
    stock = [f"scrapy.spidermiddlewares.{name}Middleware" for name in names]

    assert [ours.SPIDER_MIDDLEWARES[path] for path in stock] == [None] * 3


def test_scrapys_redirects_find_in_it_who_tells_the_referrer_and_no_more() -> None:
    told = Request(ARTICLES[0])

    middleware = Outgoing.from_crawler(get_crawler())

    assert isinstance(middleware, RefererMiddleware)
    assert middleware.get_processed_request(told, HtmlResponse(INDEX, request=Request(INDEX)))
    assert (told.headers["Referer"], told.meta) == (INDEX.encode(), {})
