"""The full-text index of a site, beside its state: made from the lines, brought up to date on
demand. It may be deleted at any time: the next search makes it again.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final, Self

from newsspider.errors import OutputFailed, Refusal, StateCorrupt, from_sqlite
from newsspider.store.files.day_files import DayFile, day_files
from newsspider.store.files.state_files import beside_state
from newsspider.store.files.times import moment, utc, wib_day
from newsspider.store.state.database import State
from newsspider.store.stored_lines import StoredLine, read_lines

VERSION: Final = 1
COLUMNS: Final = ("headline", "description", "article_body", "authors", "keywords")
"""Keys of a record that are searched."""
TOKENIZER: Final = "tokenize='unicode61 remove_diacritics 2'"

_BATCH: Final = 2_000  # lines of a transaction; a kill costs as many
_TABLES: Final = (
    """CREATE TABLE articles (
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        revision INTEGER NOT NULL,
        url TEXT NOT NULL,
        headline TEXT NOT NULL,
        section TEXT NOT NULL,
        date_published TEXT NOT NULL,
        published TEXT NOT NULL,
        day TEXT NOT NULL
    )""",
    f"CREATE VIRTUAL TABLE texts USING fts5({', '.join(COLUMNS)}, {TOKENIZER})",
    "INSERT INTO texts (texts, rank) VALUES ('rank', 'bm25(4.0, 1.0, 1.0, 1.0, 2.0)')",
    # How much of each day's file is indexed, in bytes.
    "CREATE TABLE indexed (day TEXT PRIMARY KEY, bytes INTEGER NOT NULL) WITHOUT ROWID",
    f"PRAGMA user_version={VERSION}",
)
_NEW: Final = (
    "SELECT lines.day, offset, length, id, lines.revision, digest FROM lines"
    " JOIN articles USING (n) JOIN temp.fresh ON fresh.day = lines.day AND offset >= fresh.bytes"
    " ORDER BY lines.day, offset"
)

Track = Callable[[Iterable[Any], int], Iterable[Any]]


def index_path(output: Path, site: str) -> Path:
    """Return where the index of a site stands."""
    return beside_state(output, site, "search.sqlite3")


@contextmanager
def up_to_date(output: Path, site: str, state: State, track: Track) -> Iterator["SearchIndex"]:
    """Give the index of a site, with every line that its state promises. Raises a `Refusal`."""
    with closing(SearchIndex.open(index_path(output, site))) as index:
        files = {file.day: file for file in day_files(output, site)}
        index.update(state, files, track)
        yield index


class SearchIndex:
    """The open index at `path`. Errors of SQLite come out as a `Refusal`."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self.connection = connection
        self.missing: Counter[str] = Counter()

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the index, made anew where there is none or one of another version.

        Raises `OutputUnwritable` where it cannot be, `OutputFailed` for a damaged one.
        """
        try:
            connection = sqlite3.connect(path, isolation_level=None, timeout=60)
            index = cls(path, connection)
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "cache_size=-65536"):
                connection.execute(f"PRAGMA {pragma}")
            if version != VERSION:
                index._make()
        except sqlite3.Error as error:
            raise refusal(error, path) from error
        return index

    def _make(self) -> None:
        """Make the tables, in place of others."""
        self.connection.execute("BEGIN IMMEDIATE")
        for table in ("articles", "texts", "indexed"):
            self.connection.execute(f"DROP TABLE IF EXISTS {table}")
        for statement in _TABLES:
            self.connection.execute(statement)
        self.connection.execute("COMMIT")

    def update(self, state: State, files: Mapping[str, DayFile], track: Track) -> None:
        """Index the lines that the state has beyond those that are indexed.

        Days whose file is not there are counted in `missing`, and tried again next time.
        """
        try:
            fresh = self._fresh_days(state)
            if fresh:
                self._index(state, fresh, files, track)
        except sqlite3.Error as error:
            raise refusal(error, self.path) from error

    def _fresh_days(self, state: State) -> dict[str, int]:
        """Return the days with lines to index, and from which byte on."""
        promised = dict(state.rows("SELECT day, committed FROM output"))
        indexed = dict(self.connection.execute("SELECT day, bytes FROM indexed"))
        if any(promised.get(day, 0) < size for day, size in indexed.items()):
            self._make()  # lines are gone: what is indexed is not what is stored
            indexed = {}
        return {
            day: indexed.get(day, 0) for day, size in promised.items() if size > indexed.get(day, 0)
        }

    def _index(
        self, state: State, fresh: dict[str, int], files: Mapping[str, DayFile], track: Track
    ) -> None:
        state.connection.execute("CREATE TEMP TABLE fresh (day TEXT PRIMARY KEY, bytes INTEGER)")
        state.connection.executemany("INSERT INTO fresh VALUES (?,?)", fresh.items())
        joined = "lines JOIN temp.fresh ON fresh.day = lines.day AND offset >= fresh.bytes"
        row = state.row(f"SELECT count(*) FROM {joined}")
        with (
            closing(state.rows(_NEW)) as found,
            closing(read_lines(files, (StoredLine(*row) for row in found), self.missing)) as read,
        ):
            lines = iter(track(read, row[0] if row else 0))
            while batch := list(islice(lines, _BATCH)):
                self._add(batch)

    def _add(self, batch: list[tuple[StoredLine, dict[str, Any]]]) -> None:
        """Index a batch, in one transaction with how far that is."""
        self.connection.execute("BEGIN IMMEDIATE")
        for line, record in batch:
            self._add_record(record)
            self.connection.execute(
                "INSERT OR REPLACE INTO indexed VALUES (?,?)", (line.day, line.offset + line.length)
            )
        self.connection.execute("COMMIT")

    def _add_record(self, record: dict[str, Any]) -> None:
        known = self.connection.execute(
            "SELECT n, revision FROM articles WHERE id = ?", (record["id"],)
        ).fetchone()
        if known:
            if known[1] >= record["revision"]:
                return
            for table, key in (("articles", "n"), ("texts", "rowid")):
                self.connection.execute(f"DELETE FROM {table} WHERE {key} = ?", (known[0],))
        published = record["date_published"]
        values = (known and known[0], *(record[key] for key in _STATED))
        n = self.connection.execute(
            "INSERT INTO articles VALUES (?,?,?,?,?,?,?,?,?)",
            (*values, utc(moment(published)), wib_day(published)),
        ).lastrowid
        texts = (n, *(_text(record[key]) for key in COLUMNS))
        self.connection.execute(
            f"INSERT INTO texts (rowid, {', '.join(COLUMNS)}) VALUES (?,?,?,?,?,?)", texts
        )

    def close(self) -> None:
        """Close it."""
        self.connection.close()


_STATED: Final = ("id", "revision", "url", "headline", "section", "date_published")


def _text(value: str | list[str] | None) -> str:
    return "\n".join(value) if isinstance(value, list) else value or ""


def refusal(error: sqlite3.Error, path: Path) -> Refusal:
    """Return the refusal for an error of SQLite on an index, which can be made again."""
    found = from_sqlite(error, str(path))
    if isinstance(found, StateCorrupt):
        return OutputFailed(f"search index damaged: {path}: {error}; delete it and search again")
    return found
