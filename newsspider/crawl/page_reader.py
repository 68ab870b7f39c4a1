"""Reads the pages of a crawl, in its own process or in one beside it (EXTRACT_PROCESSES)."""

from typing import Final, Protocol

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings
from scrapy.statscollectors import StatsCollector

from newsspider.crawl.reading_process import ReadingProcess
from newsspider.crawl.stop import close
from newsspider.errors import BadArgument
from newsspider.extract import Further, Listed, Page
from newsspider.items import Article
from newsspider.sites.site import Site

SETTING: Final = "EXTRACT_PROCESSES"


class PageReader(Protocol):
    """Asks a site what is on a page; what each method raises is what the site's own raises."""

    async def read(self, page: Page, listed: Listed | None) -> Article | Further:
        """Return the article of a page, or where the rest of it stands."""

    async def extract(self, page: Page, *more: Page, listed: Listed | None) -> Article:
        """Return the article of a page and its further pages."""

    async def further(self, page: Page) -> Further:
        """Return where the rest of the article on a page stands."""

    async def end(self) -> None:
        """Read no more."""


class ReadingHere:
    """Reads in this process, one page at a time."""

    def __init__(self, site: Site, stats: StatsCollector) -> None:
        self.site = site
        self.stats = stats

    async def read(self, page: Page, listed: Listed | None) -> Article | Further:
        """Return the article of a page, or where the rest of it stands."""
        rest = self.site.further(page)
        if rest.whole is not None or rest.pages:
            return rest
        return self.site.extract(page, listed=listed, stats=self.stats)

    async def extract(self, page: Page, *more: Page, listed: Listed | None) -> Article:
        """Return the article of a page and its further pages."""
        return self.site.extract(page, *more, listed=listed, stats=self.stats)

    async def further(self, page: Page) -> Further:
        """Return where the rest of the article on a page stands."""
        return self.site.further(page)

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
