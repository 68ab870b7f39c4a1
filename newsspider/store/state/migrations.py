"""Brings a state of an older version to the present one, in one transaction.

Each step is tested with a state that a program of that version wrote (`tests/store/data`).
"""

from collections.abc import Callable, Mapping
from sqlite3 import Connection
from typing import Final

from newsspider.store.state import tables


def _from_2(connection: Connection) -> None:
    """Lines get a digest; takedowns get a history, which begins with those that are known."""
    connection.execute("ALTER TABLE lines ADD COLUMN digest BLOB")
    connection.execute(tables.TAKEDOWNS)
    connection.execute(
        "INSERT INTO takedowns (n, noticed, last_seen, reason) SELECT n, missing_since, last_seen,"
        " coalesce(missing_reason, '') FROM articles WHERE missing_since IS NOT NULL"
    )
    connection.execute(tables.EVENTS)


STEPS: Final[Mapping[int, Callable[[Connection], None]]] = {2: _from_2}
"""What brings a state of a version to the one after it."""

OLDEST: Final = min(STEPS)


def is_older(version: int) -> bool:
    """Return whether `migrate` can bring a state of this version to the present one."""
    return OLDEST <= version < tables.VERSION


def migrate(connection: Connection, version: int) -> None:
    """Take every step from `version` on, and note it; within a transaction of the caller."""
    for step in range(version, tables.VERSION):
        STEPS[step](connection)
    connection.execute(f"PRAGMA user_version={tables.VERSION}")
