"""Whatever can still be read of a state that is damaged, or of a version that is not known here."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from newsspider.store.state.versions import tables
from newsspider.store.state.versions.migrations import identity_of

_EXTRA: Final = "near_dropped"
"""Of the index of texts: which articles were dropped as duplicates. No line tells of them."""

_DERIVED: Final = {("attempts", "id"): "identity(url)"}
"""What stands for a column that an older state has not."""

Row = tuple[object, ...]


def salvage(source: sqlite3.Connection, target: Path) -> dict[str, str]:
    """Copy into a new state at `target` each row that can be read, by the columns known here.

    Return, by table, why it could not be copied whole.
    """
    unread: dict[str, str] = {}
    source.create_function("identity", 1, identity_of)
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous=OFF")  # a draft
        copy.execute("BEGIN")
        for statement in tables.TABLES:
            copy.execute(statement)
        copy.execute(f"CREATE TABLE {_EXTRA} (id TEXT PRIMARY KEY, duplicate_of, similarity)")
        names = copy.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in names:
            if problem := _copy(source, copy, table):
                unread[table] = problem
        copy.execute("COMMIT")
    return unread


def _copy(source: sqlite3.Connection, copy: sqlite3.Connection, table: str) -> str | None:
    try:
        there = {row[1] for row in source.execute(f"PRAGMA table_info({table})")}
    except sqlite3.Error as error:
        return str(error)
    known = list(copy.execute(f"PRAGMA table_info({table})"))
    if not there:
        return None if table in {_EXTRA, "takedowns", "events"} else "there is no such table"
    derived = {name: expression for (of, name), expression in _DERIVED.items() if of == table}
    columns = derived | {name: name for _, name, *_ in known if name in there}
    needed = {row[1] for row in known if row[3] and row[4] is None}
    if missing := needed - columns.keys():
        return f"it has no {', '.join(sorted(missing))}"
    return _rows(source, copy, table, columns, [row[1] for row in known if row[5]])


def _rows(
    source: sqlite3.Connection,
    copy: sqlite3.Connection,
    table: str,
    columns: Mapping[str, str],
    keys: list[str],
) -> str | None:
    """Copy from the front and, where that breaks off, from the back; `columns` says of what."""
    names, marks = ", ".join(columns.values()), ",".join("?" * len(columns))
    into = f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})"
    by = ", ".join(f"{columns[key]} DESC" for key in keys)
    backwards = f" ORDER BY {by}" if keys else ""
    try:
        copy.executemany(into, source.execute(f"SELECT {names} FROM {table}"))
    except sqlite3.Error as error:
        with suppress(sqlite3.Error):
            copy.executemany(into, source.execute(f"SELECT {names} FROM {table}{backwards}"))
        (found,) = copy.execute(f"SELECT count(*) FROM {table}").fetchone()
        return f"{found:,} rows could be read: {error}"
    return None
