"""What a crawl knows of the articles it meets, and what it tells the store of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Final, Literal

from newsspider.base_spiders.incremental import FACTS, Latest
from newsspider.base_spiders.listing_sources import has_own_list
from newsspider.base_spiders.takedowns import Takedowns
from newsspider.dates import WIB
from newsspider.extract import Listed
from newsspider.sites.sindonews import addresses
from newsspider.sites.sindonews.sections import SECTIONS
from newsspider.store.duplicates.lookup import is_dropped
from newsspider.store.state.day_ledger import EVERY_SECTION
from newsspider.store.store import Store

_RUNS: Final = 200  # complete ones, that are asked how far they read
_LATELY: Final = timedelta(days=14)  # articles older than these are of an archive

Day = tuple[str, str]
"""ISO date and kanal of a daily index."""

Standing = Literal["open", "known", "not_due"]
"""Of an article that is listed: to be asked for, stored already, or to be tried again later."""


class Ledger:
    """Between a spider and its store; without one (`scrapy parse`) nothing is known or kept.

    An article that a daily index lists is entered under that day and kanal until something final
    became of it: stored, unchanged, gone. What failed stays open, and is asked for by the next run.
    """

    def __init__(self, store: Callable[[], Store | None], clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._filed: dict[str, dict[Day, str]] = {}  # articles on their way: where they are listed
        self._takedowns = Takedowns()

    def latest(self, overlap: timedelta) -> Latest:
        """The walks to the newest articles, as far as earlier runs have not made them."""
        store, now = self._store(), self._clock()
        if store is None:
            return Latest(overlap, {}, {}, lambda *_: False, now.astimezone(WIB).date())
        before: dict[str, int] = {}
        for facts in islice(store.runs.complete(), _RUNS):
            for key, value in facts.items():
                if key.startswith(FACTS):
                    before.setdefault(key, value)
        lately = now.astimezone(WIB) - _LATELY
        stored = {
            section: datetime.fromisoformat(newest)
            for section in SECTIONS
            if (newest := store.articles.newest_of(section, lately))
        }

        def crowded(section: str, since: datetime, most: int) -> bool:
            return store.articles.count_since(section, since, most) >= most

        return Latest(overlap, before, stored, crowded, now.astimezone(WIB).date())

    def is_known(self, url: str) -> bool:
        """Whether the article of this address is stored, or was dropped as a duplicate."""
        store, identity = self._store(), addresses.article_id(url)
        if store is None or identity is None:
            return False
        return store.known(identity) is not None or is_dropped(store, identity)

    def is_gone(self, url: str) -> bool:
        """Whether the article is stored, and was not on the site when last looked for."""
        store, identity = self._store(), addresses.article_id(url)
        known = store.known(identity) if store and identity else None
        return known is not None and known.missing_since is not None

    def standing(self, url: str) -> Standing:
        """Whether an article is to be asked for. One that was taken down is: it may come back."""
        store, identity = self._store(), addresses.article_id(url)
        if store is None or identity is None:
            return "open"
        known = store.known(identity)
        if known.missing_since is None if known else is_dropped(store, identity):
            return "known"
        address = addresses.canonical(url)
        is_due = address is None or store.attempts.is_due(address, self._clock())
        return "open" if is_due else "not_due"

    def due(self) -> Iterator[Listed]:
        """Articles that failed in earlier runs, whether or not a list still names them."""
        if store := self._store():
            yield from [Listed(url=attempt.url) for attempt in store.attempts.due(self._clock())]

    def published_within(self, window: timedelta) -> Iterator[Listed]:
        """Stored articles to look at again; those taken down as well, for they may come back."""
        if store := self._store():
            for known in store.articles.published_since(self._clock() - window):
                yield Listed(url=known.url, date_published=known.date_published)

    def is_closed(self, day: Day) -> bool:
        """Whether a day was listed in full after it had ended."""
        store = self._store()
        if store is None:
            return False
        by_all = not has_own_list(day[1]) and store.days.closed(day[0], EVERY_SECTION)
        return by_all or store.days.closed(*day)

    def open_articles(self, day: Day) -> list[Listed]:
        """Articles of a day that were listed, and are not stored or gone."""
        store = self._store()
        addresses = store.days.waiting(*day) if store else []
        return self.enter(day, [Listed(url=address) for address in addresses])

    def skip(self, day: Day, kinds: Mapping[str, int], *, afresh: bool) -> None:
        """Files how much else a day's index leads to, by kind; `afresh` on its first page."""
        if store := self._store():
            store.days.skipped(*day, kinds, afresh=afresh)

    def enter(self, day: Day, entries: Iterable[Listed]) -> list[Listed]:
        """Files what a day's index lists; the entries that are not stored yet."""
        store, wanted, known = self._store(), [], []
        for entry in entries:
            identity = addresses.article_id(entry.url)
            if identity is None:
                continue
            if self.is_known(entry.url):
                known.append(entry.url)
            else:
                wanted.append(entry)
                self._filed.setdefault(identity, {})[day] = entry.url
        if store is not None:
            store.days.listed(*day, [*known, *(entry.url for entry in wanted)])
            for address in known:
                store.days.settle(*day, address, "stored")
        return wanted

    def is_filed(self, url: str) -> bool:
        """Whether the index of a day listed the article in this run, and it is on its way."""
        return addresses.article_id(url) in self._filed

    def close(self, day: Day) -> bool:
        """Closes a day that was read to its end, unless it has not ended yet."""
        store, now = self._store(), self._clock()
        if store is None or date.fromisoformat(day[0]) >= now.astimezone(WIB).date():
            return False
        store.days.close(*day, now)
        return True

    def settle(self, identity: str, outcome: str, natural: Day | None = None) -> None:
        """Something final became of an article.

        `natural` is the day and kanal that the article itself states: an earlier run may have found
        it listed there, and failed to have it.
        """
        store, filed = self._store(), self._filed.pop(identity, {})
        if store is None:
            return
        for day, address in filed.items():
            store.days.settle(*day, address, outcome)
        known = store.known(identity) if natural else None
        if natural is None or known is None:
            return
        for place in (natural, (natural[0], EVERY_SECTION)):
            if place not in filed:
                store.days.resettle(*place, known.url, outcome)

    def alive(self, url: str) -> None:
        """The site showed this article."""
        self._takedowns.alive(addresses.parse(url).section)

    def healthy(self) -> None:
        """The site answered with a list, as it should."""
        self._takedowns.healthy = True

    def failed(self, url: str, error: str, *, gone: bool) -> None:
        """An article could not be had: gone for good, or to be tried again.

        One that is stored is either taken down, or left to the next look at it.
        """
        store, identity = self._store(), addresses.article_id(url)
        if store is None or identity is None:
            return
        if self.is_known(url):
            if gone and not self.is_gone(url):
                self._takedowns.missing(identity, addresses.parse(url).section, error)
            return
        store.attempts.failed(addresses.canonical(url) or url, self._clock(), error, gone=gone)
        if gone:
            self.settle(identity, "gone")
        self.forget(url)

    def forget(self, url: str) -> None:
        """An article is no longer on its way; it stays open."""
        self._filed.pop(addresses.article_id(url) or "", None)

    def end(self) -> tuple[int, int]:
        """Records the takedowns of this run; how many, and how many more were not believed."""
        believed, doubted = self._takedowns.judged()
        if store := self._store():
            for identity, reason in believed.items():
                store.articles.missing(identity, self._clock(), reason)
        return len(believed), len(doubted)
