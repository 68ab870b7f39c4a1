"""What a crawl begins with, as its plan asks for it: lists, and articles by address."""

from collections.abc import Iterator

from scrapy.statscollectors import StatsCollector

from newsspider.base_spiders.archive_days import ArchiveDays
from newsspider.base_spiders.articles.known import KnownArticles
from newsspider.base_spiders.articles.queue import ArticleQueue
from newsspider.base_spiders.lists.archive_walk import ArchiveWalk
from newsspider.base_spiders.lists.sources import Source
from newsspider.base_spiders.plan import Plan
from newsspider.extract import Listed
from newsspider.sites.site import Site


class Agenda:
    """Names what to begin with; iterators, so that a long archive or file is never in memory."""

    def __init__(
        self,
        plan: Plan,
        site: Site,
        archive: ArchiveWalk,
        days: ArchiveDays,
        queue: ArticleQueue,
        known: KnownArticles,
        stats: StatsCollector,
    ) -> None:
        self.plan = plan
        self.site = site
        self.archive = archive
        self.days = days
        self.queue = queue
        self.known = known
        self.stats = stats

    def archive_steps(self) -> Iterator[list[Source] | list[Listed]]:
        """Yield each list of each day; of a day that is closed, the articles that are open."""
        for source in self.archive.lists():
            if self.queue.is_full():
                return
            if self.archive.is_done(source) and source.ledger_day is not None:
                yield list(self.queue.choose(self.days.open_articles(source.ledger_day)))
            else:
                yield [source]

    def articles(self) -> Iterator[Listed]:
        """Yield articles that the user names, that failed before, and to look at again."""
        for entries in (self._in_file(), self.known.due()):
            yield from self.queue.choose(self.queue.wanted(entries, of_section=False))
        yield from self.queue.refreshed()

    def _in_file(self) -> Iterator[Listed]:
        if self.plan.urls is not None:
            yield from self.plan.urls.articles(self.site, self.stats)
