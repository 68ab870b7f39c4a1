"""How far back the newest articles of each kanal are to be read, and for how few requests. Pure.

A kanal is read back to its *horizon*: the overlap before the newest article that the site had when
a complete run last read the kanal. So nothing between two complete runs is missed, be they an hour
or a week apart, and what appears late within the overlap is found.

First comes page 1 of the kanal's index. Where that does not reach the horizon, the news sitemap
lists two days in one answer; where that does not either, the index is paged through, day by day.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from newsspider.base_spiders.listing_pages import MOST_PAGES, following_page, newest_and_oldest
from newsspider.base_spiders.listing_sources import (
    Source,
    daily_index,
    feed,
    front_index,
    news_sitemap,
)
from newsspider.dates import WIB
from newsspider.extract import Listing
from newsspider.sites.sindonews.listing_urls import INDEX_STEP
from newsspider.sites.sindonews.sections import SindonewsSection as Section
from newsspider.store.state.day_ledger import EVERY_SECTION

FACTS: Final = "latest/"
_READ: Final = f"{FACTS}read/"  # + kanal: epoch seconds of the site's newest article at that time
_REACH: Final = f"{FACTS}reach/"  # + kanal: of how far back page 1 of the index went
_SITEMAP_HOLDS: Final = timedelta(hours=48)


class Latest:
    """The walks of one run.

    `before` is what earlier runs said in `facts`; `stored` when the newest stored article of a
    kanal was published, if lately; `crowded` tells whether so many were published since a moment.
    """

    def __init__(
        self,
        overlap: timedelta,
        before: Mapping[str, int],
        stored: Mapping[str, datetime],
        crowded: Callable[[str, datetime, int], bool],
        today: date,
    ) -> None:
        self._overlap = overlap
        self._before = before
        self._crowded = crowded
        self._stored = stored
        self._today = today
        self._newest: datetime | None = None
        self._reach: dict[str, datetime] = {}
        self._later: dict[str, Source] = {}  # where the index goes on, if the sitemap falls short
        self._sitemaps: dict[str, bool] = {}  # asked for (False), answered (True)
        self._feeds: set[str | None] = set()  # asked for; None is that of the whole site
        self._quiet: set[str] = set()  # whose index without a day came empty
        self._done: set[str] = set()

    def first(self, sections: list[Section], *, whole_site: bool) -> Iterator[Source]:
        """Yield where to begin. A section that was never read to its end is looked for everywhere.

        On the whole site, sections without a list of their own are looked for in the feed of the
        site and, where that does not reach back to the run before, in the index of all sections.
        """
        if whole_site:
            self._sitemaps[EVERY_SECTION] = True  # there is none
            yield from self._feed(None)
        for section in sections:
            index, is_new = front_index(section.name), _READ + section.name not in self._before
            if index is None or is_new:
                self._sitemaps[section.name] = False
                yield news_sitemap(section.name)
            if is_new:
                yield from self._feed(section.name)
            if index is not None:
                yield index

    def came(self, here: Source, found: Listing) -> list[Source]:
        """Where to go on after a list that came."""
        newest, oldest = newest_and_oldest(found)
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

    def unchanged(self, here: Source) -> list[Source]:
        """Where to go on after a 304: the list is as a complete run has read it."""
        if here.section is None:
            return self._finish(EVERY_SECTION)
        if here.kind == "feed":
            return []
        if here.kind == "sitemap":
            return self._finish(here.section)
        if here.day is not None:
            return self._on(here, _midnight(date.fromisoformat(here.day)), None)
        stated = self._before.get(_REACH + here.section)
        if stated is None:
            return self._on(here, None, self._today_of(here))
        reach = self._reach[here.section] = datetime.fromtimestamp(stated, WIB)
        following = None if reach.time() == time() else self._today_of(here)
        return self._on(here, reach, following)

    def failed(self, here: Source) -> list[Source]:
        """Where to look instead of a list that could not be had."""
        if here.section is None or here.kind == "feed":
            return self._other_feed(here)
        if here.kind == "sitemap":
            self._sitemaps[here.section] = True
            waiting = self._later.pop(here.section, None)
            return [*self._feed(here.section), *([waiting] if waiting else [])]
        if here.day is None and here.depth == 0:
            return self._on(here, None, self._today_of(here))
        return []

    def facts(self) -> dict[str, int]:
        """For the next run: how far this one has read, kanal by kanal."""
        told = {_REACH + section: int(reach.timestamp()) for section, reach in self._reach.items()}
        newest = int(self._newest.timestamp()) if self._newest else 0
        for section in self._done:
            read = max(newest, self._before.get(_READ + section, 0))
            if read:
                told[_READ + section] = read
        return told

    def _horizon(self, section: str) -> datetime | None:
        """How far back to look; None while nothing is known of the site's time."""
        read = self._before.get(_READ + section)
        since = (
            datetime.fromtimestamp(read, WIB) if read else self._stored.get(section) or self._newest
        )
        if read and section == EVERY_SECTION:
            return since  # what appeared late is for the lists of the sections
        return since - self._overlap if since else None

    def _on(self, here: Source, reach: datetime | None, following: Source | None) -> list[Source]:
        """The next step of the walk through an index that has been read back to `reach`."""
        section = here.section or ""
        horizon = self._horizon(section)
        if reach is not None and horizon is not None and reach <= horizon:
            return self._finish(section)
        if section in self._done or here.depth >= MOST_PAGES:
            return []
        onward = following or self._day_before(here, reach)
        if onward is None:
            return []
        is_long = horizon is None or self._crowded(section, horizon, INDEX_STEP)
        asked = self._sitemaps.get(section)
        if asked is None and (following is not None or is_long):
            self._sitemaps[section] = False
            self._later[section] = onward
            return [news_sitemap(section)]
        if asked is False:
            self._later[section] = onward
            return []
        return [onward]

    def _after_sitemap(self, section: str, oldest: datetime | None) -> list[Source]:
        self._sitemaps[section] = True
        waiting = self._later.pop(section, None)
        horizon = self._horizon(section)
        if horizon is None:
            return [*self._feed(section), *([waiting] if waiting else [])]
        within = self._newest is not None and horizon >= self._newest - _SITEMAP_HOLDS
        holds = within and section in self._quiet  # a short sitemap is then no sign of a cut one
        if holds or (oldest is not None and oldest <= horizon):
            return self._finish(section)
        return [waiting] if waiting else []

    def _finish(self, section: str) -> list[Source]:
        self._done.add(section)
        self._later.pop(section, None)
        return []

    def _feed(self, section: str | None) -> list[Source]:
        """The feed of a section or of the site, once a run."""
        found = None if section in self._feeds else feed(section)
        self._feeds.add(section)
        return [found] if found else []

    def _other_feed(self, here: Source) -> list[Source]:
        other = feed(here.section, here.depth + 1) if here.kind == "feed" else None
        if other is None and here.section is None:
            return self._after_site_feed(None)
        return [other] if other else []

    def _after_site_feed(self, oldest: datetime | None) -> list[Source]:
        """The index of all sections, where the feed does not reach back to the last run."""
        horizon = self._horizon(EVERY_SECTION)
        if oldest is not None and horizon is not None and oldest <= horizon:
            return self._finish(EVERY_SECTION)
        index = front_index(EVERY_SECTION)
        return [index] if index else []

    def _start_of(self, here: Source, oldest: datetime | None) -> datetime:
        """A list that ended reaches back to the start of its day."""
        if here.day is not None:
            return _midnight(date.fromisoformat(here.day))
        return _midnight(oldest.astimezone(WIB).date() if oldest else self._today)

    def _today_of(self, here: Source) -> Source:
        return daily_index(here.section or "", self._today)

    def _day_before(self, here: Source, reach: datetime | None) -> Source | None:
        if reach is None:
            return None
        day = reach.astimezone(WIB).date() - timedelta(days=1)
        return replace(daily_index(here.section or "", day), depth=here.depth + 1)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), WIB)
