"""Which articles are stored, and which are due to be asked for."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Literal

from scrapy.http import Response

from newsspider.base_spiders.articles.evidence import evidence_of
from newsspider.base_spiders.articles.missing import Missing
from newsspider.extract import Listed
from newsspider.reading.address import Address
from newsspider.sites.site import Site
from newsspider.store.duplicates.lookup import dropped_among
from newsspider.store.state.articles import Known
from newsspider.store.store import Store

FindStore = Callable[[], Store | None]
"""Returns the open store of the crawl, or None: `scrapy parse` opens none."""

Clock = Callable[[], datetime]

Standing = Literal["known", "not_due"]
"""Of a listed article that is not to be asked for: stored already, or to be tried again later."""


class KnownArticles:
    """What the store knows of articles, by their identity; without a store it knows nothing."""

    def __init__(self, store: FindStore, clock: Clock, site: Site) -> None:
        self._store = store
        self._clock = clock
        self._site = site

    def find(self, identity: str | None) -> Known | None:
        """Return the stored article of an identity, or None."""
        store = self._store()
        return store.known(identity) if store is not None and identity is not None else None

    def is_known(self, identity: str | None) -> bool:
        """Tell whether an article is stored, or was dropped as a duplicate."""
        return identity is not None and identity in self.known_among([identity])

    def known_among(self, identities: Collection[str]) -> set[str]:
        """Return which articles are stored, or were dropped as duplicates: a list asked at once."""
        store = self._store()
        if store is None:
            return set()
        return store.articles.stored_among(identities) | dropped_among(store, identities)

    def is_gone(self, identity: str | None) -> bool:
        """Tell whether an article is stored, and was not on the site when last looked for."""
        known = self.find(identity)
        return known is not None and known.missing_since is not None

    def standings(self, identities: Collection[str]) -> dict[str, Standing]:
        """Return which articles not to ask for, and why: a list asked at once.

        One that was taken down is to be asked for: it may come back.
        """
        store = self._store()
        if store is None:
            return {}
        missing = store.articles.missing_among(identities)
        taken_down = {identity for identity, is_missing in missing.items() if is_missing}
        known = (missing.keys() | dropped_among(store, identities)) - taken_down
        waiting = store.attempts.not_due_among(identities, self._clock())
        return {**dict.fromkeys(waiting, "not_due"), **dict.fromkeys(known, "known")}

    def note_failure(self, address: Address, error: str, *, gone: bool) -> None:
        """Remember that an article that is not stored could not be had, and when to try again."""
        store = self._store()
        if store is not None and address.id is not None:
            url = address.canonical or ""
            store.attempts.failed(address.id, url, self._clock(), error, gone=gone)

    def due(self) -> Iterator[Listed]:
        """Yield articles that failed in earlier runs, whether or not a list still names them."""
        if store := self._store():
            for attempt in store.attempts.due(self._clock()):
                yield self._site.listed(attempt.url)

    def published_within(self, window: timedelta) -> Iterator[Listed]:
        """Yield stored articles to look at again, those taken down too: they may come back."""
        if store := self._store():
            for known in store.articles.published_since(self._clock() - window):
                yield self._site.listed(known.url, known.date_published)

    def record_takedowns(self, takedowns: Mapping[str, Missing]) -> None:
        """Remember that the site no longer shows stored articles, by identity, with evidence."""
        if store := self._store():
            for identity, found in takedowns.items():
                store.taken_down(identity, found.noticed, found.reason, found.evidence)

    def missing(self, reason: str, answer: Response) -> Missing:
        """Return what is known of an article that was found missing just now.

        `answer` is an error, a notice, or the page that the site led to instead.
        """
        return Missing(self._clock(), reason, evidence_of(answer))
