"""The state: a SQLite file in WAL with `synchronous=FULL`, so that a commit outlives a power cut.

One writer, the holder of the lock; other programs may read at any time. Writes gather in one
transaction until `commit`, together with the lines they belong to.
"""

import sqlite3
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain, islice
from pathlib import Path
from typing import Any, Final, Self

from newsspider.errors import OutputFailed, Refusal, StateCorrupt, StateInvalid, from_os
from newsspider.store.files.disk import Disk
from newsspider.store.state.database_file import check_health, connected
from newsspider.store.state.sqlite_errors import Refusals
from newsspider.store.state.versions import tables
from newsspider.store.state.versions.migrations import migrate
from newsspider.store.state.versions.stored_version import keep_copy, version_of

_PRAGMAS: Final = (
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=OFF",
    "PRAGMA cache_size=-16384",
    "PRAGMA journal_size_limit=16777216",
)

_MOST_VALUES: Final = 512


class State:
    """The open state at `path`. Errors of SQLite come out as a `Refusal` (see `from_sqlite`)."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, disk: Disk, *, writes: bool = True
    ) -> None:
        self.path = path
        self._writes = writes
        self.connection = connection
        self.failure: Refusal | None = None
        self.refusals = Refusals(path, self._lost)
        self._reading = Refusals(path)
        self._disk = disk
        self._identity: tuple[int, int] | None = None
        self._closed = False

    @classmethod
    def open(cls, path: Path, disk: Disk, *, patience: float = 1.0) -> Self:
        """Open the state for writing, check it, and bring one of an older version up to date.

        `patience` is how many seconds to wait for another program's lock on it. The state as it was
        before stays beside it, as `….version-2`. Raises `StateInvalid`, `StateCorrupt`, `Locked`,
        `OutputUnwritable`, `OutputFailed`.
        """
        if path.stat().st_size == 0:
            raise StateCorrupt(f"state corrupt: {path} is empty; run `scrapy rebuild`")
        state = cls(path, connected(path, "rw", patience), disk)
        try:
            state._version()
            with state._reading:
                check_health(state.connection, path)
            state._upgrade()
            with Refusals(path):
                for pragma in _PRAGMAS:
                    state.connection.execute(pragma)
            state._identity = disk.identity(path)
        except BaseException:
            state.connection.close()
            raise
        return state

    @classmethod
    def read(cls, path: Path) -> Self:
        """Open the state for a report: no lock, no write, also while a crawl is running.

        One of an older version is brought up to date in memory only.
        """
        if not path.exists():
            raise StateInvalid(f"state missing: {path} is not there; nothing was crawled into it")
        state = cls(path, connected(path, "ro"), Disk(), writes=False)
        version = state._version()
        if version != tables.VERSION:
            with Refusals(path):
                copy = sqlite3.connect(":memory:", isolation_level=None)
                state.connection.backup(copy)
                state.connection.close()
                migrate(copy, version)
            state = cls(path, copy, Disk(), writes=False)
        return state

    @classmethod
    def in_memory(cls) -> Self:
        """Return an empty state that ends with the process."""
        connection = sqlite3.connect(":memory:", isolation_level=None)
        for statement in tables.TABLES:
            connection.execute(statement)
        return cls(Path(":memory:"), connection, Disk())

    def _version(self) -> int:
        with self._reading:
            return version_of(self.connection, self.path)

    def _upgrade(self) -> None:
        """Bring an older version up to date: after a kill it is the old one still, or the new."""
        version = self._version()
        if version == tables.VERSION:
            return
        with self._reading:
            keep_copy(self.connection, self.path, version, self._disk)
        self.begin()
        with self._reading:
            migrate(self.connection, version)
        self.commit()

    def _lost(self, refusal: Refusal) -> None:
        # SQLite may have undone the whole transaction by itself: none of it can be committed.
        self.failure = refusal

    def begin(self) -> None:
        """Open the transaction that `commit` will end, unless it is open."""
        if not self.connection.in_transaction:
            with self._reading:
                self.connection.execute("BEGIN IMMEDIATE")

    def write(self, statement: str, values: Sequence[Any] = ()) -> int:
        """Run one change within the transaction; the number of rows it touched."""
        self.begin()
        with self.refusals:
            return self.connection.execute(statement, values).rowcount

    def write_many(self, statement: str, rows: Iterable[Sequence[Any]]) -> int:
        """Run one change for each of `rows` within the transaction; the number of rows touched."""
        self.begin()
        with self.refusals:
            return self.connection.executemany(statement, rows).rowcount

    def rows(self, query: str, values: Sequence[Any] = ()) -> Generator[tuple[Any, ...]]:
        """Yield the rows of a query, those of the open transaction included."""
        with self._reading:
            # Through `chain`, or a reader that stops half way would close the cursor when it is
            # forgotten, of a state that may be closed by then.
            yield from chain(self.connection.execute(query, values))

    def row(self, query: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """Return the first row of a query."""
        with self._reading:
            row: tuple[Any, ...] | None = self.connection.execute(query, values).fetchone()
        return row

    def ids_among(self, table: str, ids: Iterable[str]) -> set[str]:
        """Return which of these ids a table has, those of the open transaction included."""
        rows = self.rows_among(f"SELECT id FROM {table} WHERE id IN", ids)
        return {identity for (identity,) in rows}

    def rows_among(self, query: str, values: Iterable[str]) -> Generator[tuple[Any, ...]]:
        """Yield the rows of a query that ends in IN, for any of these values.

        In portions: a statement takes no more values than 999 where SQLite is an old one. Their
        sizes are few, since each makes another statement that SQLite has to compile.
        """
        left = iter(values)
        while some := list(islice(left, _MOST_VALUES)):
            size = 1 << (len(some) - 1).bit_length()
            some += some[-1:] * (size - len(some))
            yield from self.rows(f"{query} ({','.join('?' * size)})", some)

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Undo the changes made inside together when an error leaves the block."""
        self.begin()
        with self._reading:
            self.connection.execute("SAVEPOINT part")
        try:
            yield
        except BaseException:
            with suppress(sqlite3.Error):  # the first error is the one to tell
                self.connection.execute("ROLLBACK TO part")
                self.connection.execute("RELEASE part")
            raise
        with self._reading:
            self.connection.execute("RELEASE part")

    def promise(self, day: str, committed: int, lines: int) -> None:
        """Promise, with the next commit, so many bytes and lines of a day's file."""
        self.write(
            "INSERT INTO output (day, committed, lines) VALUES (?,?,?) ON CONFLICT (day)"
            " DO UPDATE SET committed=excluded.committed, lines=excluded.lines",
            (day, committed, lines),
        )

    def check_place(self) -> None:
        """Raise `OutputFailed` where the file is no longer the one of its name.

        SQLite would go on writing to it, where no later run looks.
        """
        if self._identity is None:
            return
        try:
            if self._disk.identity(self.path) == self._identity:
                return
        except FileNotFoundError:
            pass
        except OSError as error:
            raise from_os(error, f"looking for {self.path}") from error
        raise OutputFailed(
            f"output failed: {self.path} was renamed, replaced or deleted during the run; put it"
            " back, or run `scrapy rebuild`"
        )

    def commit(self) -> None:
        """Make the transaction durable; raise `OutputFailed` where it would be in vain."""
        if self.connection.in_transaction:
            self.check_place()
            with self.refusals:
                self._disk.commit(self.connection)

    def rollback(self) -> None:
        """Forget the transaction; never raises."""
        if self.connection.in_transaction:
            with suppress(sqlite3.Error):
                self.connection.execute("ROLLBACK")

    def close(self) -> None:
        """Fold the log into the file and close. What is not committed is forgotten. Idempotent."""
        if self._closed:
            return
        self._closed = True
        self.rollback()
        if self._writes:
            with suppress(sqlite3.Error):  # a reader may hold the log; the next start folds it
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.connection.close()
