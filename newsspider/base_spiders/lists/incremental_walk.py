"""The walk to the newest articles of each section: how far back, and for how few requests. Pure.

A section is read back to its horizon (see `LastReads`), so nothing between two complete runs is
missed, be they an hour or a week apart, and what appears late within the overlap is found.

First comes page 1 of the section's index. Where that does not reach the horizon, the news sitemap
lists two days in one answer; where that does not either, the index is paged through, day by day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from newsspider.base_spiders.lists.following import (
    MOST_PAGES,
    following_page,
    newest_and_oldest,
)
from newsspider.base_spiders.lists.last_reads import LastReads
from newsspider.base_spiders.lists.list_sources import ListSource, Sources
from newsspider.extract import Listing
from newsspider.store.state.day_ledger import EVERY_SECTION

_SITEMAP_HOLDS: Final = timedelta(hours=48)


class IncrementalWalk:
    """Reads each section back to its horizon; `facts` say for the next run how far that was."""

    def __init__(self, sources: Sources, reads: LastReads, today: date) -> None:
        self._sources = sources
        self._reads = reads
        self._today = today
        self._zone = sources.site.zone
        self._newest: datetime | None = None
        self._reach: dict[str, datetime] = {}
        # Where the index goes on, if the sitemap falls short.
        self._later: dict[str, ListSource] = {}
        self._sitemaps: dict[str, bool] = {}  # asked for (False), answered (True)
        self._feeds: set[str | None] = set()  # asked for; None is that of the whole site
        self._quiet: set[str] = set()  # whose index without a day came empty
        self._done: set[str] = set()
        self._whole_site = False

    def first(self, sections: Iterable[str], *, whole_site: bool) -> Iterator[ListSource]:
        """Yield where to begin. A section that was never read to its end is looked for everywhere.

        Sections without a list of their own are looked for in the feed of the site and, where that
        does not reach back to the run before, in the index of all sections.
        """
        sections = list(sections)
        self._whole_site = whole_site
        if whole_site or not all(map(self._has_list, sections)):
            self._sitemaps[EVERY_SECTION] = True  # there is none
            yield from self._feed(None)
        for section in sections:
            index, is_new = self._sources.front_index(section), self._reads.is_new(section)
            if index is None or is_new:
                yield from self._sitemap(section)
            if is_new:
                yield from self._feed(section)
            if index is not None:
                yield index

    def came(self, here: ListSource, found: Listing) -> list[ListSource]:
        """Return where to go on after a list that came."""
        newest, oldest = newest_and_oldest(found, self._zone)
        if newest is not None:
            self._newest = max(newest, self._newest or newest)
        if here.section is None:
            return self._after_site_feed(oldest) if found.articles else self._other_feed(here)
        if here.kind == "sitemap":
            return self._after_sitemap(here.section, oldest)
        if here.kind == "feed":
            return []
        following = following_page(here, found)
        reach = oldest if following else self._start_of(here, oldest)
        if here.day is None and here.depth == 0:
            if not found.articles:
                self._quiet.add(here.section)
                return self._on(here, None, self._today_of(here))
            if reach is not None:
                self._reach[here.section] = reach
        return self._on(here, reach, following)

    def unchanged(self, here: ListSource) -> list[ListSource]:
        """Return where to go on after a 304: the list is as a complete run has read it."""
        if here.section is None:
            return self._finish(EVERY_SECTION)
        if here.kind == "feed":
            return []
        if here.kind == "sitemap":
            return self._finish(here.section)
        if here.day is not None:
            return self._on(here, self._midnight(date.fromisoformat(here.day)), None)
        reach = self._reads.reach(here.section)
        if reach is None:
            return self._on(here, None, self._today_of(here))
        self._reach[here.section] = reach
        following = None if reach.time() == time() else self._today_of(here)
        return self._on(here, reach, following)

    def failed(self, here: ListSource) -> list[ListSource]:
        """Return where to look instead of a list that could not be had."""
        if here.section is None or here.kind == "feed":
            return self._other_feed(here)
        if here.kind == "sitemap":
            self._sitemaps[here.section] = True
            return [*self._feed(here.section), *self._waiting(here.section)]
        if here.day is None and here.depth == 0:
            return self._on(here, None, self._today_of(here))
        return []

    def facts(self) -> dict[str, int]:
        """Return for the next run how far this one has read, section by section."""
        # Of the feed of the site only the chosen sections were read.
        done = self._done if self._whole_site else self._done - {EVERY_SECTION}
        return self._reads.facts(done, self._reach, self._newest)

    def _horizon(self, section: str) -> datetime | None:
        return self._reads.horizon(section, self._newest)

    def _on(
        self, here: ListSource, reach: datetime | None, following: ListSource | None
    ) -> list[ListSource]:
        """Return the next step through an index that has been read back to `reach`."""
        section = here.section or ""
        horizon = self._horizon(section)
        if reach is not None and horizon is not None and reach <= horizon:
            return self._finish(section)
        if section in self._done or here.depth >= MOST_PAGES:
            return []
        onward = following or self._day_before(here, reach)
        if onward is None:
            return []
        asked = self._sitemaps.get(section)
        if asked is None and (following is not None or self._is_long(section, horizon)):
            sitemap = self._sitemap(section)
            self._later[section] = onward
            return sitemap or self._waiting(section)
        if asked is False:
            self._later[section] = onward
            return []
        return [onward]

    def _is_long(self, section: str, horizon: datetime | None) -> bool:
        """Tell whether more articles are expected than a page of the index shows."""
        steps = self._sources.site.index_steps
        return horizon is None or not steps or self._reads.is_crowded(section, horizon, steps[0])

    def _after_sitemap(self, section: str, oldest: datetime | None) -> list[ListSource]:
        self._sitemaps[section] = True
        horizon = self._horizon(section)
        if horizon is None:
            return [*self._feed(section), *self._waiting(section)]
        within = self._newest is not None and horizon >= self._newest - _SITEMAP_HOLDS
        holds = within and section in self._quiet  # a short sitemap is then no sign of a cut one
        if holds or (oldest is not None and oldest <= horizon):
            return self._finish(section)
        return self._waiting(section)

    def _finish(self, section: str) -> list[ListSource]:
        self._done.add(section)
        self._later.pop(section, None)
        return []

    def _waiting(self, section: str) -> list[ListSource]:
        waiting = self._later.pop(section, None)
        return [waiting] if waiting else []

    def _has_list(self, section: str) -> bool:
        sources = self._sources
        return any(
            (sources.front_index(section), sources.news_sitemap(section), sources.feed(section))
        )

    def _sitemap(self, section: str) -> list[ListSource]:
        found = self._sources.news_sitemap(section)
        self._sitemaps[section] = found is None
        return [found] if found else []

    def _feed(self, section: str | None) -> list[ListSource]:
        """Return the feed of a section or of the site, once a run."""
        found = None if section in self._feeds else self._sources.feed(section)
        self._feeds.add(section)
        return [found] if found else []

    def _other_feed(self, here: ListSource) -> list[ListSource]:
        is_feed = here.kind == "feed"
        other = self._sources.feed(here.section, here.depth + 1) if is_feed else None
        if other is None and here.section is None:
            return self._after_site_feed(None)
        return [other] if other else []

    def _after_site_feed(self, oldest: datetime | None) -> list[ListSource]:
        """Return the index of all sections, where the feed does not reach back to the last run."""
        horizon = self._horizon(EVERY_SECTION)
        if oldest is not None and horizon is not None and oldest <= horizon:
            return self._finish(EVERY_SECTION)
        index = self._sources.front_index(EVERY_SECTION)
        return [index] if index else []

    def _start_of(self, here: ListSource, oldest: datetime | None) -> datetime:
        """Return how far back a list reaches that ended: to the start of its day."""
        if here.day is not None:
            return self._midnight(date.fromisoformat(here.day))
        return self._midnight(oldest.astimezone(self._zone).date() if oldest else self._today)

    def _today_of(self, here: ListSource) -> ListSource | None:
        return self._sources.daily_index(here.section or "", self._today)

    def _day_before(self, here: ListSource, reach: datetime | None) -> ListSource | None:
        if reach is None:
            return None
        day = reach.astimezone(self._zone).date() - timedelta(days=1)
        before = self._sources.daily_index(here.section or "", day)
        return replace(before, depth=here.depth + 1) if before else None

    def _midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self._zone)
