"""Brings a state of an older version to the present one, in one transaction.

Each step is tested with a state that a program of that version wrote (`tests/store/data`).
"""

from collections.abc import Callable, Mapping
from sqlite3 import Connection
from typing import Any, Final

from newsspider.sites import registry
from newsspider.store.state.versions import tables


def _from_2(connection: Connection) -> None:
    """Give lines a digest, takedowns a history with those known, and failures an identity."""
    connection.execute("ALTER TABLE lines ADD COLUMN digest BLOB")
    connection.execute(tables.TAKEDOWNS)
    connection.execute(
        "INSERT INTO takedowns (n, noticed, last_seen, reason) SELECT n, missing_since, last_seen,"
        " coalesce(missing_reason, '') FROM articles WHERE missing_since IS NOT NULL"
    )
    connection.execute(tables.EVENTS)
    _key_attempts_by_identity(connection)


def _key_attempts_by_identity(connection: Connection) -> None:
    """Give the failures of each article one history, those of all its addresses together.

    The newest of them says where and when to try again, unless it gave up and another did not.
    """
    old = connection.execute(
        "SELECT url, failures, last_error, last_try, next_try FROM attempts ORDER BY last_try"
    ).fetchall()
    found: dict[str, tuple[Any, ...]] = {}
    for url, failures, error, last_try, next_try in old:
        identity = identity_of(url)
        _, before, _, _, other, _ = found.get(identity, (None, 0, None, None, None, None))
        row = (url, before + failures, error, last_try, next_try or other, identity)
        found[identity] = row
    connection.execute("DROP TABLE attempts")
    connection.execute(tables.ATTEMPTS)
    connection.executemany("INSERT INTO attempts VALUES (?,?,?,?,?,?)", found.values())


def identity_of(url: str) -> str:
    """Return the identity of the article at an address, or the address where none is told."""
    site = registry.of_address(url)
    return (site.address(url).id if site else None) or url


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
