"""Finds articles in the lists of a site: which lists to ask for, and what each of them leads to."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from scrapy.http import Response
from scrapy.statscollectors import StatsCollector
from twisted.python.failure import Failure

from newsspider.base_spiders.archive_days import ArchiveDays
from newsspider.base_spiders.articles.known import FindStore
from newsspider.base_spiders.articles.missing import Takedowns
from newsspider.base_spiders.articles.queue import ArticleQueue
from newsspider.base_spiders.failures import fate_of, reason_of
from newsspider.base_spiders.lists.archive_walk import ArchiveWalk
from newsspider.base_spiders.lists.incremental_walk import IncrementalWalk
from newsspider.base_spiders.lists.last_reads import LastReads
from newsspider.base_spiders.lists.list_sources import ListSource, Sources
from newsspider.base_spiders.lists.reader import ListReader
from newsspider.base_spiders.lists.walk import SelectionWalk, Walk
from newsspider.base_spiders.plan import Plan
from newsspider.crawl.page_reading.page_reader import PageReader
from newsspider.crawl.page_reading.reading_process import ReaderDied
from newsspider.extract import Listed, Listing
from newsspider.sites.site import Site
from newsspider.store.state.day_ledger import EVERY_SECTION
from newsspider.transport.http_date import http_date
from newsspider.transport.unchanged import Unchanged


class Discovery:
    """Holds the walk that the plan calls for, and files what lists show before it is asked for.

    `archive` is the walk of an archive, `incremental` that to the newest articles, once begun.
    """

    def __init__(
        self,
        plan: Plan,
        site: Site,
        queue: ArticleQueue,
        days: ArchiveDays,
        takedowns: Takedowns,
        pages: PageReader,
        stats: StatsCollector,
    ) -> None:
        self.plan = plan
        self.site = site
        self.queue = queue
        self.days = days
        self.takedowns = takedowns
        self.stats = stats
        self.sources = Sources(site)
        self.reader = ListReader(site, pages, stats)
        self.archive = ArchiveWalk(plan, self.sources, days, stats)
        self.incremental: IncrementalWalk | None = None
        self.walk: Walk = SelectionWalk(plan, self.sources)
        if plan.is_archive:
            self.walk = self.archive

    def archive_steps(self) -> Iterator[list[ListSource] | list[Listed]]:
        """Yield each list of each day; of a day that is closed, the articles that are open."""
        if not self.plan.is_archive:
            return
        for source in self.archive.lists():
            if self.queue.is_full():
                return
            if self.archive.is_done(source) and source.ledger_day is not None:
                yield list(self.queue.choose(self.days.open_articles(source.ledger_day)))
            else:
                yield [source]

    def first_lists(self, store: FindStore, now: datetime) -> Iterator[ListSource]:
        """Yield the lists of the newest articles, or those chosen by name; none of an archive.

        `now` is the time at the site.
        """
        if self.plan.is_latest:
            sections = self.sources.sections(self.plan)
            reads = LastReads(store(), self.site.sections, self.plan.overlap, now)
            today = now.astimezone(self.site.zone).date()
            self.walk = self.incremental = IncrementalWalk(self.sources, reads, today)
            yield from self.incremental.first(sections, whole_site=not self.plan.sections)
        yield from self.sources.selections(self.plan)

    async def read(
        self, response: Response, here: ListSource
    ) -> tuple[Iterable[Listed], Iterable[ListSource]]:
        """Return the articles of a list that are to be asked for, and where to go on.

        Both lazily: the walk goes on when the articles have been taken. Raises `ReaderDied` where
        the list could not be read, and the walk does not go on from it.
        """
        try:
            found, is_whole = await self.reader.read(response, here)
        except ReaderDied:
            self.walk.failed(here)
            raise
        if day := here.ledger_day:
            self.days.answered(
                day, http_date((response.headers.get("Date") or b"").decode("latin-1"))
            )
        if found is None:
            return (), self.walk.failed(here)
        if found.articles:
            self.takedowns.healthy = True
            self.archive.list_shown()
        onward = self._onward(here, found) if is_whole else self.walk.failed(here)
        return self._entries(here, found), onward

    def _entries(self, here: ListSource, found: Listing) -> Iterator[Listed]:
        """Yield what is to be asked for; filed first where it is on the list of a day."""
        shown = [
            entry
            for entry in found.articles
            if self.sources.is_listed(here, entry.address.section if entry.address else "")
        ]
        is_mixed = here.section == EVERY_SECTION and bool(self.plan.sections)
        of_section = here.section is not None and not is_mixed
        entries = list(self.queue.wanted(shown, of_section=of_section))
        if day := here.ledger_day:
            self.days.file(day, entries)
            self.days.skip(day, found.skipped, afresh=here.depth == 0)
        yield from self.queue.choose(entries)

    def _onward(self, here: ListSource, found: Listing) -> Iterator[ListSource]:
        yield from self.reader.children(here, found)
        if not self.queue.is_full():
            yield from self.walk.came(here, found)

    def failed(self, failure: Failure, here: ListSource) -> Iterable[ListSource]:
        """Return where to look instead of a list that was not to be had, or has not changed."""
        if older := self.reader.older(here, failure):
            return [older]
        if isinstance(failure.value, Unchanged):
            self.reader.unchanged()
            self.takedowns.healthy = True
            return self.walk.unchanged(here)
        self.reader.note_refusal(failure)
        self.reader.not_had(reason_of(failure), fate_of(failure))
        return self.walk.failed(here)

    def is_refused(self, most: int) -> bool:
        """Tell whether so many lists in a row are kept from us that an archive is not to be had."""
        return self.plan.is_archive and 0 < most <= self.reader.refused_in_a_row

    def settle_doubt(self, response: Response) -> None:
        """Believe the empty lists of the run if the newest articles of the site are listed."""
        if self.reader.shows_articles(response):
            self.takedowns.healthy = True
            self.archive.newest_shown()

    def end(self) -> None:
        """Say for the next run how far the newest articles were read."""
        self.archive.end()
        if self.incremental is not None and not self.queue.is_full():
            for key, value in self.incremental.facts().items():
                self.stats.set_value(key, value)
