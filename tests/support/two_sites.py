"""Two crawls of two sites in one process: `python -m tests.support.two_sites SERVER OUTPUT`.

Each asks for the same paths of both sites; what became of each request is told in JSON.
"""

import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final, Self

from scrapy import Request, Spider, signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.http import Response
from scrapy.utils.project import get_project_settings
from twisted.python.failure import Failure

from newsspider.crawl.open_store import close_store, store_of
from newsspider.store.state.http import WHOLE_SITE

PATHS: Final = ("a", "rahasia", "b", "c")


class Both(Spider):
    """Asks for pages of both sites, one at a time; `told` is what came of them."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.told: dict[str, Any] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        spider = super().from_crawler(crawler, *args, **kwargs)
        store_of(crawler)
        crawler.signals.connect(spider.tell, signals.engine_stopped)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        for site in ("sungai.example", "pasar.example"):
            for path in PATHS:
                yield Request(f"http://{site}/{path}", errback=self.failed)

    def parse(self, response: Response, **kwargs: Any) -> None:
        self.told[response.url] = response.status

    def failed(self, failure: Failure) -> None:
        self.told[failure.request.url] = str(failure.value)  # type: ignore[attr-defined]

    def closed(self, reason: str) -> None:
        engine: Any = self.crawler.engine
        self.told["reason"] = reason
        self.told["slots"] = sorted(engine.downloader.slots)

    def tell(self) -> None:
        until = store_of(self.crawler).http.pauses.until(WHOLE_SITE)
        close_store(self.crawler)
        told = self.told | {"spider": self.name, "paused": until is not None}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


class Sungai(Both):
    """The spider of one site."""

    name = "sungai"
    allowed_domains = ["sungai.example"]


class Pasar(Both):
    """The spider of the other."""

    name = "pasar"
    allowed_domains = ["pasar.example"]


def main(server: str, output: Path) -> None:
    """Crawl both at once."""
    settings = get_project_settings()
    given = {"CONNECT_TO": server, "OUTPUT_DIR": str(output), "DOWNLOAD_DELAY": 0}
    settings.setdict(given, "cmdline")
    process = AsyncCrawlerProcess(settings)
    for spider in (Sungai, Pasar):
        process.crawl(spider)
    process.start()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
