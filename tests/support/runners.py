"""Start the spider from a program, as users do: `python -m tests.support.runners HOW OUTPUT`.

Prints the verdict that the run left in its stats.
"""

import json
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from scrapy.crawler import AsyncCrawlerProcess, AsyncCrawlerRunner, Crawler, CrawlerProcess
from scrapy.settings import Settings
from scrapy.utils.defer import deferred_f_from_coro_f
from scrapy.utils.project import get_project_settings
from scrapy.utils.reactor import install_reactor
from twisted.internet.task import react

from newsspider.spiders.sindonews import Sindonews
from tests.support.project import PROJECT


def process(settings: Settings) -> Crawler:
    """Run the spider in a `CrawlerProcess`."""
    started = CrawlerProcess(settings)
    crawler = started.create_crawler(Sindonews)
    started.crawl(crawler)
    started.start()
    return crawler


def async_process(settings: Settings) -> Crawler:
    """Run the spider in an `AsyncCrawlerProcess`."""
    started = AsyncCrawlerProcess(settings)
    crawler = started.create_crawler(Sindonews)
    started.crawl(crawler)
    started.start()
    return crawler


def runner(settings: Settings) -> Crawler:
    """Run the spider in an `AsyncCrawlerRunner` within a program's own event loop."""
    install_reactor("twisted.internet.asyncioreactor.AsyncioSelectorReactor")
    started = AsyncCrawlerRunner(settings)
    crawler = started.create_crawler(Sindonews)

    async def crawl(reactor: object) -> None:
        await started.crawl(crawler)

    with suppress(SystemExit):  # react() ends the program that has nothing else to do
        react(deferred_f_from_coro_f(crawl))
    return crawler


HOW: Final[dict[str, Callable[[Settings], Crawler]]] = {
    "process": process,
    "async_process": async_process,
    "runner": runner,
}


def main(how: str, output: str) -> None:
    """Crawl the saved site into `output` and print the verdict."""
    settings = get_project_settings()
    settings.setdict({"REPLAY_DIR": str(PROJECT / "fixtures"), "OUTPUT_DIR": output}, "cmdline")
    crawler = HOW[how](settings)
    assert crawler.stats is not None
    told = {name: crawler.stats.get_value(f"run/{name}") for name in ("verdict", "exit_code")}
    print(json.dumps(told | {"stored": crawler.stats.get_value("article/stored")}))


if __name__ == "__main__":
    main(*sys.argv[1:])
