"""The days of the archive: what their lists named, and what became of it."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime

from newsspider.base_spiders.articles.known import Clock, FindStore, KnownArticles
from newsspider.dates import WIB
from newsspider.extract import Listed
from newsspider.sites.site import Site
from newsspider.store.state.day_ledger import EVERY_SECTION

Day = tuple[str, str]
"""ISO date and section of a daily index."""


class ArchiveDays:
    """Files what daily indexes list, between a spider and the day ledger of its store.

    An article that a daily index lists is entered under that day and section until something final
    became of it: stored, unchanged, gone. What failed stays open, and is asked for by the next run.
    """

    def __init__(self, store: FindStore, clock: Clock, site: Site, known: KnownArticles) -> None:
        self._store = store
        self._clock = clock
        self._site = site
        self._known = known
        self._filed: dict[str, dict[Day, str]] = {}  # articles on their way: where they are listed
        self._answered: dict[Day, datetime] = {}

    def is_closed(self, day: Day) -> bool:
        """Tell whether a day was listed in full after it had ended.

        The list of all sections tells of those without a list of their own.
        """
        store, now = self._store(), self._clock()
        if store is None or not _has_ended(day, now):
            return False
        sections = [day[1]] if self._site.lists_by_day(day[1]) else [day[1], EVERY_SECTION]
        return any(store.days.closed(day[0], section, now) for section in sections)

    def open_articles(self, day: Day) -> list[Listed]:
        """Return articles of a day that were listed, and are not stored or gone."""
        store = self._store()
        waiting = store.days.waiting(*day) if store else []
        return self.enter(day, [self._site.listed(url) for url in waiting])

    def file(self, day: Day, entries: list[Listed]) -> None:
        """File what a page of a day's index lists, under the articles' own sections too where only
        the list of all sections tells of them."""
        self.enter(day, entries)
        if day[1] != EVERY_SECTION:
            return
        by_section: dict[str, list[Listed]] = {}
        for entry in entries:
            section = entry.address.section if entry.address else ""
            by_section.setdefault(section, []).append(entry)
        for section, those in by_section.items():
            if not self._site.lists_by_day(section):
                self.enter((day[0], section), those)

    def enter(self, day: Day, entries: Iterable[Listed]) -> list[Listed]:
        """File articles under one day and section; return those that are not stored yet."""
        addressed = [(e.address.id, e) for e in entries if e.address and e.address.id is not None]
        known = self._known.known_among([identity for identity, _ in addressed])
        wanted = [(identity, entry) for identity, entry in addressed if identity not in known]
        for identity, entry in wanted:
            self._filed.setdefault(identity, {})[day] = entry.url
        if store := self._store():
            stored = [entry.url for identity, entry in addressed if identity in known]
            store.days.listed(*day, [*stored, *(entry.url for _, entry in wanted)])
            if stored:
                store.days.settle_all([(*day, url) for url in stored], "stored")
        return [entry for _, entry in wanted]

    def skip(self, day: Day, kinds: Mapping[str, int], *, afresh: bool) -> None:
        """File how much else a day's index leads to, by kind; `afresh` on its first page."""
        if store := self._store():
            store.days.skipped(*day, kinds, afresh=afresh)

    def is_filed(self, identity: str | None) -> bool:
        """Tell whether the index of a day listed the article in this run, and it is on its way."""
        return identity in self._filed

    def answered(self, day: Day, stated: datetime | None) -> None:
        """Note when the site says, by its own clock, that it made a page of a day's list."""
        if stated is not None:
            self._answered.setdefault(day, stated)  # of the first page, which new articles go to

    def close(self, day: Day) -> bool:
        """Close a day that was read to its end; return False for one that has not ended yet.

        Nor by the site's clock: ours may go ahead, and then the day's list goes on.
        """
        store, now = self._store(), self._clock()
        if store is None or not _has_ended(day, min(now, self._answered.pop(day, now))):
            return False
        store.days.close(*day, now)
        return True

    def settle(self, identity: str | None, outcome: str) -> Collection[Day]:
        """Say that something final became of an article; return the days that listed it."""
        store, filed = self._store(), self._filed.pop(identity or "", {})
        if store is not None and filed:
            store.days.settle_all([(*day, url) for day, url in filed.items()], outcome)
        return filed.keys()

    def stored(self, identity: str, url: str, stated: Day) -> None:
        """Say that an article was stored, with its canonical address.

        `stated` is the day and section that the article itself states: an earlier run may have
        found it listed there, and failed to have it.
        """
        store, filed = self._store(), self.settle(identity, "stored")
        for place in (stated, (stated[0], EVERY_SECTION)):
            if store is not None and place not in filed:
                store.days.resettle(*place, url, "stored")

    def forget(self, identity: str | None) -> None:
        """Forget that an article is on its way; it stays open."""
        self._filed.pop(identity or "", None)


def _has_ended(day: Day, now: datetime) -> bool:
    """Whether a day is over by a clock, which at another run may have gone ahead."""
    return date.fromisoformat(day[0]) < now.astimezone(WIB).date()
