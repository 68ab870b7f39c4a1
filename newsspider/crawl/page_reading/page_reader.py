"""Reads the pages of a crawl, in its own process or in one beside it (EXTRACT_PROCESSES)."""

from collections.abc import Awaitable, Callable
from typing import Final, Protocol

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from newsspider.crawl.page_reading.reading_process import ReadingProcess
from newsspider.crawl.stop import close
from newsspider.errors import BadArgument
from newsspider.extract import Listed, Listing, Page
from newsspider.items import Article
from newsspider.reading.fields.source_loader import Stats
from newsspider.sites.site import Site
from newsspider.sites.whole_article import whole_article

SETTING: Final = "EXTRACT_PROCESSES"


Fetch = Callable[[str], Awaitable[Page | None]]
"""Fetches a further page of an article; None where it cannot be had."""


class PageReader(Protocol):
    """Reads articles and lists of one site."""

    async def begin(self) -> None:
        """Get ready, before the first page comes."""

    async def article(
        self, page: Page, listed: Listed | None, fetch: Fetch, *, thrifty: bool
    ) -> Article:
        """Return the article of a page that came, as `whole_article` does; raise `NotAnArticle`."""

    async def listing(self, page: Page) -> Listing:
        """Return what a list shows."""

    async def end(self) -> None:
        """Read no more."""


class ReadingHere:
    """Reads in this process, one page at a time."""

    def __init__(self, site: Site, stats: Stats) -> None:
        self.site = site
        self.stats = stats

    async def begin(self) -> None:
        """Do nothing: all is there."""

    async def article(
        self, page: Page, listed: Listed | None, fetch: Fetch, *, thrifty: bool
    ) -> Article:
        """Return the article of a page that came; raise `NotAnArticle`."""
        steps = whole_article(self.site, page, listed, self.stats, thrifty=thrifty)
        try:
            url = next(steps)
            while True:
                url = steps.send(await fetch(url))
        except StopIteration as end:
            article: Article = end.value
            return article

    async def listing(self, page: Page) -> Listing:
        """Return what a list shows."""
        return self.site.listing(page)

    async def end(self) -> None:
        """Do nothing: nothing was begun."""


def processes(settings: BaseSettings) -> int:
    """Return EXTRACT_PROCESSES, 0 or 1; raises `BadArgument`.

    One process reads as much as another can fetch and store, so that a second would wait.
    """
    given = str(settings[SETTING]).strip()
    if given not in {"0", "1"}:
        raise BadArgument(f"{SETTING}={given}: write 0, or 1 for one process beside the crawl")
    return int(given)


def reader_of(crawler: Crawler, site: Site) -> PageReader:
    """Return what reads the pages of a crawl of `site`."""
    assert crawler.stats is not None
    if not processes(crawler.settings):
        return ReadingHere(site, crawler.stats)
    return ReadingProcess(
        crawler.spidercls,
        crawler.stats,
        crawler.settings.getfloat("BLOCKED_SECONDS"),
        lambda: close(crawler, "reader_lost"),
    )
