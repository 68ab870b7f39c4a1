"""The walk through the daily index, day by day, and what a day without any article means."""

import logging
from collections.abc import Iterator

from scrapy.statscollectors import StatsCollector

from newsspider.base_spiders.archive_days import ArchiveDays, Day
from newsspider.base_spiders.lists.following import MOST_PAGES, next_of_day
from newsspider.base_spiders.lists.list_sources import ListSource, Sources
from newsspider.base_spiders.plan import Plan
from newsspider.extract import Listing
from newsspider.store.state.day_ledger import EVERY_SECTION

logger = logging.getLogger(__name__)


class ArchiveWalk:
    """Reads the lists of each day to their end, and closes the days that were.

    The list of a day without articles looks like one whose rows we no longer find. So such a day is
    closed when a list of the same run showed an article; a run in which none did asks at its end
    for the newest articles of the whole site (`in_doubt`), which is the same kind of page and never
    empty. Not where a list had no place for its rows that we know: that is a new layout.
    Counts: `day/closed`, `day/open`, `day/closed_before`; `day/quiet` of days that were closed on
    the word of that page, `day/doubted` of those left open because their lists are not believed.
    """

    def __init__(
        self, plan: Plan, sources: Sources, days: ArchiveDays, stats: StatsCollector
    ) -> None:
        self.plan = plan
        self.sources = sources
        self.days = days
        self.stats = stats
        self.lists_are_read = False  # some list showed an article
        self.lists_are_known = True  # and all that showed none have a list's place for them
        self.empty_days: list[Day] = []
        self.has_asked = False  # for the newest articles

    def lists(self) -> Iterator[ListSource]:
        """Yield the first page of each list of each day, and tell the progress."""
        count = sum(1 for _ in self.sources.archive_days(self.plan))
        self.stats.set_value("progress/days", count)
        if self.plan.since is not None and self.plan.until is not None:
            self.stats.set_value("archive/since", self.plan.since.toordinal())
            self.stats.set_value("archive/until", self.plan.until.toordinal())
        for source in self.sources.archive_days(self.plan):
            place = "all sections" if source.section == EVERY_SECTION else source.section
            self.stats.set_value("progress/at", f"{source.day} {place}")
            yield source

    def is_done(self, source: ListSource) -> bool:
        """Tell, and count, whether an earlier run has read a list of a day to its end."""
        is_closed = source.ledger_day is not None and self.days.is_closed(source.ledger_day)
        if is_closed:
            self.stats.inc_value("day/closed_before")
        return is_closed

    def came(self, here: ListSource, found: Listing) -> list[ListSource]:
        """Return the next page of a day; close a day that was read to its end."""
        day = here.ledger_day
        if day is None:
            return []
        following = next_of_day(here, found, self.sources)
        if following is None:
            self._end(day, found)
            return []
        if following.depth >= MOST_PAGES:
            self.stats.inc_value("day/open")
            self.stats.inc_value("day/doubted")
            logger.warning("No end after %d pages: %s", MOST_PAGES, here.url)
            return []
        return [following]

    def unchanged(self, here: ListSource) -> list[ListSource]:
        """Return nothing: lists of an archive are asked for unconditionally."""
        return []

    def failed(self, here: ListSource) -> list[ListSource]:
        """Leave the day open; return nothing, for there is no other list of it."""
        if here.day is not None:
            self.stats.inc_value("day/open")
        return []

    def list_shown(self) -> None:
        """Believe the empty lists of this run, since one came with articles."""
        self.lists_are_read = True
        for day in self.empty_days:
            self._close(day)
        self.empty_days.clear()

    def in_doubt(self) -> ListSource | None:
        """Return the list that tells, once, whether the empty ones of this run are to be believed.

        None where none were empty, or where they cannot be believed anyway.
        """
        if self.has_asked or not self.empty_days or not self.lists_are_known:
            return None
        self.has_asked = True
        return self.sources.front_index(EVERY_SECTION)

    def newest_shown(self) -> None:
        """Close the empty days: the list of `in_doubt` showed articles."""
        self.stats.inc_value("day/quiet", len(self.empty_days))
        self.list_shown()

    def end(self) -> None:
        """Leave those days open that are still in doubt."""
        if self.empty_days:
            self.stats.inc_value("day/open", len(self.empty_days))
            self.stats.inc_value("day/doubted", len(self.empty_days))

    def _end(self, day: Day, last: Listing) -> None:
        """Close a day after the `last` page of its list, if that is to be believed."""
        if self.lists_are_read or last.skipped:
            self._close(day)
        else:
            self.empty_days.append(day)
            self.lists_are_known = self.lists_are_known and last.recognised

    def _close(self, day: Day) -> None:
        self.stats.inc_value("day/closed" if self.days.close(day) else "day/open")
