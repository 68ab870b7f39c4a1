"""A copy of the state as its last commit left it, taken while a crawl goes on writing to it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from newsspider.store.state.database_file import connected
from newsspider.store.state.sqlite_errors import Refusals


@dataclass(frozen=True, slots=True)
class PromisedBytes:
    """How many bytes of each day's file, and of the file of events, a state promises."""

    days: dict[str, int]
    events: int


def snapshot(state: Path, target: Path) -> PromisedBytes:
    """Copy the state to the new file `target`, packed and without its log; return what it promises.

    What the crawl has not committed yet is not in it. Raises the refusals of reading and writing.
    """
    # To write, although nothing is written: the last to close it then leaves no log behind.
    with closing(connected(state, "rw")) as source, Refusals(state):
        source.execute("VACUUM INTO ?", (str(target),))
    with closing(connected(target, "ro")) as copy, Refusals(target):
        return promised(copy)


def promised(connection: sqlite3.Connection) -> PromisedBytes:
    """Return what a state promises of the files beside it."""
    days = dict(connection.execute("SELECT day, committed FROM output WHERE committed"))
    row = connection.execute("SELECT committed FROM events").fetchone()
    return PromisedBytes(days, row[0] if row else 0)
