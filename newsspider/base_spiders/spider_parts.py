"""The parts that a spider is composed of, put together for one crawl."""

from dataclasses import dataclass
from functools import partial

from scrapy import signals
from scrapy.crawler import Crawler

from newsspider.base_spiders.archive_days import ArchiveDays
from newsspider.base_spiders.articles.fetcher import ArticleFetcher
from newsspider.base_spiders.articles.further_pages import FurtherPages
from newsspider.base_spiders.articles.known import KnownArticles
from newsspider.base_spiders.articles.missing import Takedowns
from newsspider.base_spiders.articles.queue import ArticleQueue
from newsspider.base_spiders.captures.archive_source import ArchiveSource
from newsspider.base_spiders.captures.capture_fetcher import CaptureFetcher
from newsspider.base_spiders.discovery import Discovery
from newsspider.base_spiders.plan import Plan
from newsspider.crawl import clock
from newsspider.crawl.open_store import find_store
from newsspider.crawl.page_reading.page_reader import reader_of
from newsspider.sites.site import Site


@dataclass(frozen=True)
class Parts:
    """What a spider holds: `discovery` finds articles in lists, `queue` chooses those that are
    asked for, `articles` reads them; with `-a source=` an `archive` finds them instead."""

    discovery: Discovery
    queue: ArticleQueue
    articles: ArticleFetcher
    archive: ArchiveSource | None


def parts_of(crawler: Crawler, plan: Plan, site: Site) -> Parts:
    """Return the parts that a plan calls for, connected to the signals of a crawl."""
    stats, store = crawler.stats, partial(find_store, crawler)
    assert stats is not None
    if plan.query:
        stats.set_value("search/asked", 1)
    known, takedowns = KnownArticles(store, clock.now, site), Takedowns()
    days, reader = ArchiveDays(store, clock.now, site, known), reader_of(crawler, site)
    pages = FurtherPages(crawler, site, reader)
    queue = ArticleQueue(plan, site, known, stats)
    kind = ArticleFetcher if plan.source is None else CaptureFetcher
    articles, archive = kind(plan, site, known, days, takedowns, pages, stats), None
    if isinstance(articles, CaptureFetcher):
        archive = ArchiveSource(crawler, plan, site, queue)
        articles.captures = archive.captures
        articles.client = archive.client
    crawler.signals.connect(articles.stored, signals.item_scraped)
    crawler.signals.connect(articles.dropped, signals.item_dropped)
    crawler.signals.connect(reader.begin, signals.engine_started, weak=False)
    crawler.signals.connect(reader.end, signals.engine_stopped, weak=False)
    discovery = Discovery(plan, site, queue, days, takedowns, reader, stats)
    return Parts(discovery, queue, articles, archive)
