"""What was given to the store and is not durable yet: lines, events, the state that knows them."""

from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from typing import Final

from newsspider.errors import Refusal
from newsspider.store.event_log import EventLog
from newsspider.store.files.journal import Journal
from newsspider.store.state.database import State
from newsspider.store.state.http import HttpState
from newsspider.store.state.retries import Attempts

BATCH: Final = 10
"""Lines that share one wait for the disk. A kill costs the fetches of one batch, never a line
that was reported stored."""


class StoreOutcome(StrEnum):
    """What became of a record that was given to the store."""

    NEW = "new"
    REVISED = "revised"
    UNCHANGED = "unchanged"


Sync = Callable[[], None]
"""Brings to the medium what lines were made of; raises a `Refusal` where it cannot."""


class LineBatch:
    """Lines that become durable together, in one commit.

    A failure ends it: what waits is forgotten and counted in `lost`, and every later call raises
    that failure. Each of `rests_on` brings to the medium, before lines are promised, what they
    were made of.
    """

    def __init__(self, state: State, journal: Journal, events: EventLog, size: int) -> None:
        self._state = state
        self._journal = journal
        self._events = events
        self._size = size
        self._waiting: Counter[StoreOutcome] = Counter()
        self.lost: Counter[StoreOutcome] = Counter()
        self.rests_on: list[Sync] = []
        self.held = False
        self.failure: Refusal | None = None

    def check_usable(self) -> None:
        """Raise the failure that ended the store, if one did."""
        self.end(self._state.failure)
        if self.failure is not None:
            raise self.failure

    def end(self, failure: Refusal | None) -> None:
        """Let every later call raise this failure, or the one that came first."""
        self.failure = self.failure or failure

    def fail(self, refusal: Refusal) -> None:
        """End with a failure, and forget what waits."""
        self.failure = refusal
        self.lost.update(self._waiting)
        self._waiting.clear()
        self._state.rollback()

    def took(self, outcome: StoreOutcome) -> None:
        """Count a line that was added; a full batch becomes durable."""
        if self._journal.waiting >= self._size:
            self.flush()
        else:
            self._waiting[outcome] += 1

    def flush(self) -> None:
        """Make everything given so far durable, unless it is held; see `Store.flush`."""
        self.check_usable()
        if self.held:
            return
        journal, events = self._journal, self._events.journal
        try:
            if journal.waiting:
                for sync in self.rests_on:
                    sync()
            self._events.write()  # first: a line does not say what its event does
            if journal.waiting:
                journal.write()
                self._state.promise(journal.day, *journal.after())
            self._state.check_place()
        except Refusal as refusal:
            journal.undo()
            events.undo()
            self.fail(refusal)
            raise
        try:
            self._state.commit()
        except Refusal as refusal:
            # The lines stay: whether the commit reached the medium is known at the next start,
            # which finds it done or adopts them.
            self.fail(refusal)
            raise
        journal.settle()
        events.settle()
        self._waiting.clear()

    def hold(self) -> None:
        """Make nothing durable from now on, until `release` or `discard`."""
        self.check_usable()
        self.flush()
        self.held = True

    def release(self) -> None:
        """Make durable what was held, and what follows as usual."""
        self.held = False
        self.flush()

    def discard(self, attempts: Attempts, http: HttpState) -> None:
        """Forget everything since `hold`, but for failures, what hosts asked for, and what was
        spent."""
        if self.held:
            self.held = False
            self._waiting.clear()
            failed, asked, spent = attempts.all(), http.pauses.all(), http.spending.all()
            self._journal.undo()
            self._events.journal.undo()
            self._state.rollback()
            attempts.restore(failed)
            for host, until in asked.items():
                http.pauses.pause(host, until)
            for day, sums in spent.items():
                http.spending.spend(day, sums.beyond(http.spending.spent(day)))
