"""How far earlier runs have read each section: what they leave in their facts, and in the store."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from newsspider.dates import WIB
from newsspider.store.state.day_ledger import EVERY_SECTION
from newsspider.store.state.publication_times import PublicationTimes
from newsspider.store.store import Store

FACTS: Final = "latest/"
_READ: Final = f"{FACTS}read/"  # + section: epoch seconds of the site's newest article then
_REACH: Final = f"{FACTS}reach/"  # + section: of how far back page 1 of the index went
_RUNS: Final = 200  # complete ones, that are asked how far they read
_LATELY: Final = timedelta(days=14)  # articles older than these are of an archive


class LastReads:
    """What the newest complete runs say of each section; without a store nothing is known.

    The *horizon* of a section is `overlap` before the newest article that the site had when a
    complete run last read the section.
    """

    def __init__(
        self, store: Store | None, sections: Iterable[str], overlap: timedelta, now: datetime
    ) -> None:
        self._store = store
        self._overlap = overlap
        self._facts: dict[str, int] = {}
        self._stored: dict[str, datetime] = {}
        if store is None:
            return
        for facts in islice(store.runs.complete(), _RUNS):
            for key, value in facts.items():
                if key.startswith(FACTS):
                    self._facts.setdefault(key, value)
        lately = now.astimezone(WIB) - _LATELY
        for section in sections:
            if newest := PublicationTimes(store.state).newest_of(section, lately):
                self._stored[section] = datetime.fromisoformat(newest)

    def is_new(self, section: str) -> bool:
        """Tell whether no complete run has read a section."""
        return _READ + section not in self._facts

    def reach(self, section: str) -> datetime | None:
        """Return how far back page 1 of a section's index went, if an earlier run says so."""
        stated = self._facts.get(_REACH + section)
        return None if stated is None else datetime.fromtimestamp(stated, WIB)

    def horizon(self, section: str, newest: datetime | None) -> datetime | None:
        """Return how far back a section is to be read; None while nothing tells the site's time.

        `newest` is the newest article of this run. What appears late is found by the lists of the
        sections: the list of all of them is read no further back than the last time.
        """
        read = self._facts.get(_READ + section)
        if read:
            since = datetime.fromtimestamp(read, WIB)
            return since if section == EVERY_SECTION else since - self._overlap
        last = self._stored.get(section) or newest
        return last - self._overlap if last else None

    def is_crowded(self, section: str, since: datetime, most: int) -> bool:
        """Tell whether `most` stored articles of a section were published since a moment."""
        return (
            self._store is not None
            and PublicationTimes(self._store.state).count_since(section, since, most) >= most
        )

    def facts(
        self, done: Iterable[str], reach: Mapping[str, datetime], newest: datetime | None
    ) -> dict[str, int]:
        """Return for the next run how far this one has read the sections, those `done` to the end.

        `reach` is how far back page 1 of their index went.
        """
        told = {_REACH + section: int(moment.timestamp()) for section, moment in reach.items()}
        latest = int(newest.timestamp()) if newest else 0
        for section in done:
            if read := max(latest, self._facts.get(_READ + section, 0)):
                told[_READ + section] = read
        return told
