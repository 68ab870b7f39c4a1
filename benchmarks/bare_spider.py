"""The yardstick of `benchmarks.crawl`: Scrapy that downloads a list of pages and does no more."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response


class Bare(Spider):
    """Downloads `host/path` lines of the file `-a pages=` from the server `-a address=`."""

    name = "bare"

    async def start(self) -> AsyncIterator[Any]:
        """All the pages, in order."""
        for line in Path(self.pages).read_text().splitlines():
            host, _, path = line.partition("/")
            url = f"http://{self.address}/{path}"
            yield Request(url, headers={"Host": host}, dont_filter=True)

    def parse(self, response: Response, **kwargs: Any) -> Iterator[Any]:
        """Nothing."""
        yield from ()

    pages: str
    address: str
