"""The store of one site: what is known, and the one way to add to it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from newsspider.errors import OutputFailed, OutputUnwritable, Refusal
from newsspider.store.event_log import EventLog
from newsspider.store.files.disk import Disk
from newsspider.store.files.events import ArchivedFrom, EventJournal
from newsspider.store.files.journal import Journal
from newsspider.store.files.jsonl import to_line
from newsspider.store.files.lock import Lock
from newsspider.store.files.state_files import database_path, lock_path, state_folder
from newsspider.store.files.times import day_of
from newsspider.store.line_batch import BATCH, LineBatch, StoreOutcome
from newsspider.store.line_index import Index
from newsspider.store.preparation import opened, prepare
from newsspider.store.repair.event_recovery import recover_events
from newsspider.store.repair.recovery import Reconciliation, Recovered
from newsspider.store.state.articles import Articles, Known
from newsspider.store.state.database import State
from newsspider.store.state.day_ledger import Days
from newsspider.store.state.http import HttpState
from newsspider.store.state.retries import Attempts
from newsspider.store.state.runs import Runs
from newsspider.store.state.takedowns import Evidence


class Store:
    """The open store of one site; made by `open`, ended by `close`.

    What is appended is stored when `flush` returns: whole lines on the medium, and the state
    that knows them in one commit. Any failure ends it: the batch is forgotten, the file cut back,
    and every later call refuses. `lost` counts the lines of that batch, by what `append` said.
    Each of `rests_on` brings to the medium, before lines are promised, what they were made of; it
    raises a `Refusal` where it cannot.
    """

    def __init__(
        self,
        output: Path,
        site: str,
        state: State,
        journal: Journal,
        lock: Lock,
        indexes: Sequence[Index],
        batch: int,
    ) -> None:
        self.output = output
        self.site = site
        self.state = state
        self.articles = Articles(state)
        self.attempts = Attempts(state)
        self.http = HttpState(state)
        self.days = Days(state)
        self.events = EventLog(state, EventJournal(journal.disk, output, site))
        self.runs = Runs(state)
        self.recovered: list[Recovered] = []
        self._journal = journal
        self._batch = LineBatch(state, journal, self.events, batch)
        self.lost = self._batch.lost
        self.rests_on = self._batch.rests_on
        self._lock = lock
        self.indexes = indexes

    @classmethod
    def open(
        cls,
        output: Path,
        site: str,
        now: datetime,
        *,
        indexes: Sequence[Index] = (),
        batch: int = BATCH,
        disk: Disk | None = None,
    ) -> Self:
        """Lock, check and reconcile the output of a site; see `recovered` for what was mended.

        Raises `OutputUnwritable` (cannot create, or a promised byte is missing), `OutputFailed`
        (disk full, device error), `Locked`, `StateInvalid`, `StateCorrupt`. Nothing is half made.
        """
        disk = disk or Disk()
        prepare(output, state_folder(output), disk)
        lock = Lock(lock_path(output, site), now)
        try:
            state = opened(database_path(output, site), output, site, disk)
        except BaseException:
            lock.release()
            raise
        store = cls(output, site, state, Journal(disk, output, site), lock, indexes, batch)
        try:
            store._start(disk, output, site, now)
        except BaseException:
            store._release()
            raise
        return store

    def _start(self, disk: Disk, output: Path, site: str, now: datetime) -> None:
        self.state.begin()
        with self.state.refusals:
            for index in self.indexes:
                index.prepare(self.state.connection)
        self.days.reopen_later_than(now)
        self.state.commit()
        self.events.begin()
        told = recover_events(disk, self.state, self.events, output, site)
        check = Reconciliation(
            disk, self.state, output, site, self.articles, self._indexed, self.events, told
        )
        self.recovered = check.run(day_of(now))
        self._turn_to(day_of(now))

    def known(self, article_id: str) -> Known | None:
        """Return the stored article with this id, those in the batch included."""
        return self.articles.known(article_id)

    def append(
        self, record: dict[str, Any], now: datetime, archived_from: ArchivedFrom | None = None
    ) -> StoreOutcome:
        """Take a record, unless it says nothing new of an article that is known.

        What was read from an archive adds articles and changes none: a capture may be older than
        what is stored. `revision` is set here. The line goes to the file of the day of `now` in
        Jakarta; what is held over midnight stays together. A full batch is flushed. Raises
        `BadRecord` for what is no record (the store goes on), and a `Refusal` when it cannot be
        written (the store has ended).
        """
        self._batch.check_usable()
        known = self.articles.known(record["id"])
        if known and archived_from is not None:
            return StoreOutcome.UNCHANGED
        if known and not known.changed(record):
            self._alive(known, now)
            self.articles.seen(known.id, now)
            return StoreOutcome.UNCHANGED
        record = {**record, "revision": known.revision + 1 if known else 1}
        line = to_line(record)
        day = day_of(now)
        if day != self._journal.day and not (self._batch.held and self._journal.waiting):
            held = self._batch.held
            self.release()
            self._turn_to(day)
            self._batch.held = held
        try:
            with self.state.all_or_nothing():
                place = self._journal.add(line)
                self._indexed(self.articles.add(record, place, line), record)
                if known:
                    self._alive(known, now)
                    self.events.revised(known, record)
                elif archived_from is not None:
                    self.events.archived(record, archived_from)
        except Refusal as refusal:
            self._batch.fail(refusal)
            raise
        except BaseException:
            self._journal.drop_last()
            raise
        outcome = StoreOutcome.REVISED if known else StoreOutcome.NEW
        self._batch.took(outcome)
        return outcome

    def _alive(self, known: Known, now: datetime) -> None:
        if known.missing_since is not None:
            self.events.restored(known, now)

    def taken_down(
        self, article_id: str, now: datetime, reason: str, evidence: Evidence | None = None
    ) -> None:
        """Note that the site no longer has a stored article; the first time and reason stay.

        `evidence` is what it answered. Raises a `Refusal` when the store has ended.
        """
        self._batch.check_usable()
        known = self.articles.known(article_id)
        if known is not None and known.missing_since is None:
            self.events.taken_down(known, now, reason, evidence)

    def flush(self) -> None:
        """Make everything given so far durable; costs nothing when there is nothing.

        Whoever holds the store calls this every second or two, so that a slow crawl's lines do
        not wait for a full batch.
        """
        self._batch.flush()

    def hold(self) -> None:
        """Make nothing durable from now on, until `release` or `discard`.

        For the first articles of a run, while it shows whether the pages still read as they used
        to. A kill meanwhile costs their fetches only.
        """
        self._batch.hold()

    def release(self) -> None:
        """Make durable what was held, and what follows as usual."""
        self._batch.release()

    def discard(self) -> None:
        """Forget everything since `hold`, but for failures, which are tried again by later runs,
        for the pauses that hosts asked for, and for what was spent of the day's budget."""
        self._batch.discard(self.attempts, self.http)

    def offsets(self) -> dict[str, int]:
        """Return the promised length in bytes of each day's file."""
        return dict(self.state.rows("SELECT day, committed FROM output"))

    def close(self) -> None:
        """Flush, fold the state's log, let the next run in. Idempotent."""
        try:
            if self._batch.failure is None:
                self.release()
        finally:
            self._batch.end(OutputFailed("output failed: the store is closed"))
            self._release()

    def _release(self) -> None:
        self._journal.close()
        self.events.journal.close()
        self.state.close()
        self._lock.release()

    def _indexed(self, n: int, record: dict[str, Any]) -> None:
        with self.state.refusals:
            for index in self.indexes:
                index.add(self.state.connection, n, record)

    def _turn_to(self, day: str) -> None:
        row = self.state.row("SELECT committed, lines FROM output WHERE day = ?", (day,))
        self._journal.turn_to(day, *(row or (0, 0)))
        if row and row[0] and not self._journal.path.exists():
            raise OutputUnwritable(
                f"output changed: the clock says {day}, but {self._journal.path} has been moved"
                " away; correct the clock or restore the file"
            )
        self.state.write("UPDATE output SET closed = (day != ?) WHERE day <= ?", (day, day))
        self.state.commit()
