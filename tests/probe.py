"""A spider that asks for given addresses and tells, in JSON, what became of each."""

import json
import resource
import sys
from collections.abc import AsyncIterator
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure


class Probe(Spider):
    """`-a urls=` holds a JSON list of addresses, or of {"url": …, "meta": {…}}."""

    name = "probe"
    urls = "[]"

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
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        self._tell(reason=reason, stats=stats, rss=peak)

    @staticmethod
    def _tell(**facts: object) -> None:
        sys.stdout.write(json.dumps(facts) + "\n")
        sys.stdout.flush()
