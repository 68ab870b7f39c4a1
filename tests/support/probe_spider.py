"""A spider that asks for given addresses and tells, in JSON, what became of each."""

import json
import sys
from collections.abc import AsyncIterator
from typing import Any, Self

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from newsspider.crawl.open_store import store_of
from newsspider.extensions.memory_limit import peak_memory
from tests.support.jumping_clock import set_ahead


class Probe(Spider):
    """`-a urls=` holds a JSON list of addresses, or of {"url": …, "meta": {…}}; what is to be
    remembered goes to a store in `-a output=`; `-a ahead=` puts the clock on by so many hours."""

    name = "probe"
    urls = "[]"
    output = ""
    ahead = "0"

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        set_ahead(float(spider.ahead))
        if spider.output:
            store_of(crawler)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        for asked in json.loads(self.urls):
            asked = {"url": asked} if isinstance(asked, str) else asked
            yield Request(**asked, errback=self.failed, dont_filter=True)

    def parse(self, response: Response, **kwargs: Any) -> None:
        self._tell(url=response.url, size=len(response.body), flags=response.flags)

    def failed(self, failure: Failure) -> None:
        self._tell(
            url=failure.request.url,  # type: ignore[attr-defined]
            error=type(failure.value).__name__,
            words=str(failure.value),
        )

    def closed(self, reason: str) -> None:
        stats = {
            k: v for k, v in self.crawler.stats.get_stats().items() if isinstance(v, int | str)
        }
        peak = peak_memory()
        if not peak:
            raise RuntimeError("no VmHWM in /proc/self/status")
        self._tell(reason=reason, stats=stats, rss=peak)

    @staticmethod
    def _tell(**facts: object) -> None:
        sys.stdout.write(json.dumps(facts) + "\n")
        sys.stdout.flush()
