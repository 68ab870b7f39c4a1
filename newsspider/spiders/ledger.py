"""What a crawl knows of the articles it meets, and what it tells the store of them."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final

from newsspider.extract import Listed
from newsspider.extract.sindonews import urls
from newsspider.store.again import is_due, note_failure
from newsspider.store.clock import WIB
from newsspider.store.duplicates import is_dropped
from newsspider.store.store import Store

# From so many, and such a share of the articles looked at again, it is the site that is ill.
_DOUBTED_FROM: Final = 5
_DOUBTED_SHARE: Final = 0.5

Day = tuple[str, str]
"""ISO date and kanal of a daily index."""


class Ledger:
    """Between a spider and its store; without one (`scrapy parse`) nothing is known or kept.

    An article that a daily index lists is entered under that day and kanal until something final
    became of it: stored, unchanged, gone. What failed stays open, and is asked for by the next run.
    """

    def __init__(self, store: Callable[[], Store | None], clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._filed: dict[str, tuple[Day, str]] = {}
        self._missing: dict[str, str] = {}
        self._looked_at = 0

    def is_empty(self) -> bool:
        """Whether no article is stored."""
        store = self._store()
        return store is None or store.articles.is_empty()

    def is_known(self, url: str) -> bool:
        """Whether the article of this address is stored, or was dropped as a duplicate."""
        store, identity = self._store(), urls.article_id(url)
        if store is None or identity is None:
            return False
        return store.known(identity) is not None or is_dropped(store, identity)

    def is_due(self, url: str) -> bool:
        """Whether an article that failed may be asked for again."""
        store, address = self._store(), urls.canonical(url)
        return store is None or address is None or is_due(store, address, self._clock())

    def due(self) -> Iterator[Listed]:
        """Articles that failed in earlier runs, whether or not a list still names them."""
        if store := self._store():
            yield from [Listed(url=attempt.url) for attempt in store.attempts.due(self._clock())]

    def published_within(self, window: timedelta) -> Iterator[Listed]:
        """Stored articles to look at again, that are not known to be taken down."""
        if store := self._store():
            since = self._clock() - window
            for known in store.articles.published_since(since):
                self._looked_at += 1
                yield Listed(url=known.url, date_published=known.date_published)

    def is_closed(self, day: Day) -> bool:
        """Whether a day was listed in full after it had ended."""
        store = self._store()
        return store is not None and store.days.closed(*day)

    def open_articles(self, day: Day) -> list[Listed]:
        """Articles of a day that were listed, and are not stored or gone."""
        store = self._store()
        addresses = store.days.waiting(*day) if store else []
        return self.enter(day, [Listed(url=address) for address in addresses])

    def enter(self, day: Day, entries: Iterable[Listed]) -> list[Listed]:
        """Files what a day's index lists; the entries that are not stored yet."""
        store, wanted, known = self._store(), [], []
        for entry in entries:
            identity = urls.article_id(entry.url)
            if identity is None:
                continue
            if self.is_known(entry.url):
                known.append(entry.url)
            else:
                wanted.append(entry)
                self._filed[identity] = (day, entry.url)
        if store is not None:
            store.days.listed(*day, [*known, *(entry.url for entry in wanted)])
            for address in known:
                store.days.settle(*day, address, "stored")
        return wanted

    def close(self, day: Day) -> bool:
        """Closes a day that was read to its end, unless it has not ended yet."""
        store, now = self._store(), self._clock()
        if store is None or date.fromisoformat(day[0]) >= now.astimezone(WIB).date():
            return False
        store.days.close(*day, now)
        return True

    def settle(self, identity: str, outcome: str) -> None:
        """Something final became of an article."""
        store, filed = self._store(), self._filed.pop(identity, None)
        if store is not None and filed is not None:
            day, address = filed
            store.days.settle(*day, address, outcome)

    def failed(self, url: str, error: str, *, gone: bool) -> None:
        """An article could not be had: gone for good, or to be tried again."""
        store, identity = self._store(), urls.article_id(url)
        if store is None or identity is None:
            return
        if gone and self.is_known(url):
            self._missing[identity] = error
            return
        note_failure(store, urls.canonical(url) or url, self._clock(), error, gone=gone)
        if gone:
            self.settle(identity, "gone")

    def end(self) -> tuple[int, bool]:
        """Records the takedowns of this run: how many, and whether they were believed.

        A site that is ill answers 404 for everything, or sends everybody to its front page.
        """
        count = len(self._missing)
        doubted = count >= _DOUBTED_FROM and count >= _DOUBTED_SHARE * self._looked_at
        store = self._store()
        if store is not None and not doubted:
            for identity, reason in self._missing.items():
                store.articles.missing(identity, self._clock(), reason)
        self._missing.clear()
        return count, not doubted
