"""What an old state knows that the files of the output cannot tell, for a rebuild."""

import sqlite3
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Final, Self

from newsspider.store.files.times import utc
from newsspider.store.state import tables
from newsspider.store.state.database import State

_CARRIED: Final = tuple(
    table for table in (*tables.SMALL, "listed", "skipped") if table != "output"
)

_ARTICLE: Final = (
    "id, url, section, date_published, content_hash, stated, revision, first_stored, last_seen,"
    " missing_since, missing_reason"
)


class Past:
    """An old state, attached to the new one while that is being made.

    `days` are those whose files are not here (compressed elsewhere, moved away): for them the old
    state is the only witness. A state that cannot be read knows nothing.
    """

    def __init__(self, state: State, found: str) -> None:
        self.found = found
        self.days: set[str] = set()
        self.carried = 0
        self._state = state

    @classmethod
    def attach(cls, state: State, old: Path, present: Collection[str], today: str) -> Self:
        """Attach the state at `old`, if it is one; outside of a transaction.

        `today`, WIB: a file of this day that is not here was not moved away, but lost.
        """
        if not old.exists():
            return cls(state, "missing")
        try:
            problem = _attached(state.connection, old)
        except sqlite3.Error as error:
            problem = str(error)
        past = cls(state, problem or "read")
        if not problem:
            past._gather(present, today)
        return past

    def _gather(self, present: Collection[str], today: str) -> None:
        marks = ",".join("?" * len(present))
        self._state.write(
            "CREATE TEMP TABLE carried AS SELECT day, offset, length, headline, fetched_at,"
            f" id, url, section, date_published, content_hash, stated, l.revision AS revision,"
            " first_stored, last_seen, missing_since, missing_reason"
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
            " fetched_at FROM carried JOIN articles USING (id) WHERE day = ?",
            (day,),
        )
        write(
            "INSERT INTO output SELECT day, committed, lines, 1 FROM old.output WHERE day = ?",
            (day,),
        )

    def ask_again(self, now: datetime) -> int:
        """Have the next run ask for the articles that the old state had and no file has: their
        lines were cut off, spoilt, or deleted with the file of today. How many there are."""
        if self.found != "read":
            return 0
        moment = utc(now)
        return self._state.write(
            "INSERT OR IGNORE INTO attempts SELECT url, 1, 'its line was lost', ?, ?"
            " FROM old.articles WHERE id NOT IN (SELECT id FROM articles)",
            (moment, moment),
        )

    def carry_rest(self) -> None:
        """Take over takedowns and everything that is not about lines."""
        if self.found != "read":
            return
        for table in _CARRIED:
            self._state.write(f"INSERT OR IGNORE INTO main.{table} SELECT * FROM old.{table}")
        self._state.write(
            "UPDATE articles SET last_seen = past.last_seen, missing_since = past.missing_since,"
            " missing_reason = past.missing_reason FROM old.articles AS past"
            " WHERE past.id = articles.id AND past.last_seen >= articles.last_seen"
        )


def _attached(connection: sqlite3.Connection, old: Path) -> str | None:
    """Why the state cannot be used, or None."""
    connection.execute("ATTACH ? AS old", (f"{old.absolute().as_uri()}?mode=ro",))
    (application,) = connection.execute("PRAGMA old.application_id").fetchone()
    (version,) = connection.execute("PRAGMA old.user_version").fetchone()
    if (application, version) != (tables.APPLICATION, tables.VERSION):
        return f"schema {version}, need {tables.VERSION}"
    (check,) = connection.execute("PRAGMA old.quick_check(1)").fetchone()
    return None if check == "ok" else str(check).splitlines()[-1]
