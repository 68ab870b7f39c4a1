"""What an old state knows that the files of the output cannot tell, for a rebuild."""

import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from newsspider.store.files.times import utc
from newsspider.store.repair.salvage import salvage
from newsspider.store.state.database import State
from newsspider.store.state.database_file import remove_database
from newsspider.store.state.versions import migrations, tables

_CARRIED: Final = tuple(
    table for table in (*tables.SMALL, "listed", "skipped") if table != "output"
)

_ARTICLE: Final = (
    "id, url, section, date_published, content_hash, stated, revision, first_stored, last_seen,"
    " missing_since, missing_reason"
)

_TAKEDOWN: Final = "noticed, last_seen, reason, status, location, excerpt, ended"


class Past:
    """An old state, attached as `old` to the new one while that is being made.

    `days` are those whose files are not here (compressed elsewhere, moved away): for them the old
    state is the only witness. `rows` counts, by table, what was taken over; `unread` says, by
    table, what a damaged state, or one of a version not known here, could not tell any more.
    """

    def __init__(self, state: State, found: str, unread: dict[str, str] | None = None) -> None:
        self.found = found
        self.is_there = unread is not None
        self.unread = unread or {}
        self.days: set[str] = set()
        self.carried = 0
        self.rows: dict[str, int] = {}
        self._state = state

    @classmethod
    def attach(
        cls, state: State, candidates: Iterable[Path], present: Collection[str], today: str
    ) -> Self:
        """Attach the first of `candidates` that is there; outside of a transaction.

        `today`, WIB: a file of this day that is not here was not moved away, but lost.
        """
        old = next((path for path in candidates if path.exists() and path.stat().st_size), None)
        if old is None:
            return cls(state, "missing")
        try:
            found, unread = _attached(state, old)
        except sqlite3.Error as error:
            return cls(state, f"{old}: {error}")
        past = cls(state, found, unread)
        past._gather(present, today)
        return past

    def _gather(self, present: Collection[str], today: str) -> None:
        marks = ",".join("?" * len(present))
        self._state.write(
            "CREATE TEMP TABLE carried AS SELECT day, offset, length, headline, fetched_at,"
            " id, url, section, date_published, content_hash, stated, l.revision AS revision,"
            " first_stored, last_seen, missing_since, missing_reason, digest"
            f" FROM old.lines l JOIN old.articles USING (n) WHERE day NOT IN ({marks})"
            " AND day < ?",
            (*present, today),
        )
        self._state.write("CREATE INDEX temp.carried_day ON carried (day, offset)")
        self.days = {day for (day,) in self._state.rows("SELECT DISTINCT day FROM carried")}

    def carry_day(self, day: str) -> None:
        """Take over the articles of a day whose file is not here."""
        write = self._state.write
        write(
            f"INSERT INTO articles ({_ARTICLE}) SELECT {_ARTICLE} FROM carried WHERE day = ?"
            " ORDER BY offset ON CONFLICT (id) DO UPDATE SET revision = excluded.revision,"
            " content_hash = excluded.content_hash, stated = excluded.stated"
            " WHERE excluded.revision > articles.revision",
            (day,),
        )
        self.carried += write(
            "INSERT OR IGNORE INTO lines SELECT n, carried.revision, day, offset, length, headline,"
            " fetched_at, digest FROM carried JOIN articles USING (id) WHERE day = ?",
            (day,),
        )
        write(
            "INSERT INTO output SELECT day, committed, lines, 1 FROM old.output WHERE day = ?",
            (day,),
        )

    def ask_again(self, now: datetime) -> int:
        """Have the next run ask for the articles that the old state had and no file has: their
        lines were cut off, spoilt, or deleted with the file of today. How many there are."""
        if not self.is_there:
            return 0
        moment = utc(now)
        return self._state.write(
            "INSERT OR IGNORE INTO attempts SELECT url, 1, 'its line was lost', ?, ?, id"
            " FROM old.articles WHERE id NOT IN (SELECT id FROM articles)",
            (moment, moment),
        )

    def carry_rest(self) -> None:
        """Take over takedowns and everything that is not about lines."""
        if not self.is_there:
            return
        write = self._state.write
        for table in _CARRIED:
            self.rows[table] = write(
                f"INSERT OR IGNORE INTO main.{table} SELECT * FROM old.{table}"
            )
        write(
            "UPDATE articles SET last_seen = past.last_seen, missing_since = past.missing_since,"
            " missing_reason = past.missing_reason FROM old.articles AS past"
            " WHERE past.id = articles.id AND past.last_seen >= articles.last_seen"
        )
        self.rows["takedowns"] = write(
            f"INSERT OR IGNORE INTO takedowns (n, {_TAKEDOWN}) SELECT a.n,"
            f" t.{_TAKEDOWN.replace(', ', ', t.')} FROM old.takedowns t"
            " JOIN old.articles o ON o.n = t.n JOIN articles a USING (id)"
        )


def _attached(state: State, old: Path) -> tuple[str, dict[str, str]]:
    """Attach the state at `old`, or a copy that is up to date; how it was found, what is unread."""
    copy = state.path.with_name(state.path.name + "-old")
    remove_database(copy)
    found, unread = "read", {}
    with closing(sqlite3.connect(f"{old.absolute().as_uri()}?mode=ro", uri=True)) as source:
        version, damage = _inspected(source)
        if damage is None and migrations.is_older(version):
            _bring_up_to_date(source, version, copy)
            old = copy
        elif damage is not None or version != tables.VERSION:
            found = damage or f"version {version}, this program knows {tables.VERSION}"
            unread = salvage(source, copy)
            old = copy
    state.connection.execute("ATTACH ? AS old", (f"{old.absolute().as_uri()}?mode=ro",))
    return found, unread


def _inspected(source: sqlite3.Connection) -> tuple[int, str | None]:
    """Return the version of a state, and what is damaged in it; raises for what is none."""
    (application,) = source.execute("PRAGMA application_id").fetchone()
    (version,) = source.execute("PRAGMA user_version").fetchone()
    if application != tables.APPLICATION:
        raise sqlite3.DatabaseError("no state of newsspider")
    try:
        (check,) = source.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        return version, f"damaged: {error}"
    return version, None if check == "ok" else f"damaged: {str(check).splitlines()[-1]}"


def _bring_up_to_date(source: sqlite3.Connection, version: int, copy: Path) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as target:
        source.backup(target)
        migrations.migrate(target, version)
