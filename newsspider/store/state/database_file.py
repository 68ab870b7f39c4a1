"""The file of a state: how it is made, opened and found whole, before anything is read from it."""

import os
import sqlite3
from pathlib import Path
from typing import Final

from newsspider.errors import StateCorrupt, StateInvalid, from_os
from newsspider.store.files.disk import FILE_MODE, Disk
from newsspider.store.state.sqlite_errors import Refusals
from newsspider.store.state.versions import tables

SMALL_FILE: Final = 64 << 20
"""Bytes up to which the whole file is checked at start (about 0.2 s); above, the small tables."""


def create_state(path: Path, disk: Disk) -> None:
    """Make an empty state at `path`: complete and durable under its name, or not there.

    Raises the refusals of writing.
    """
    draft = path.with_name(path.name + ".new")
    remove_database(draft)
    for name in side_files(path):
        name.unlink(missing_ok=True)
    try:  # with our own permissions, which SQLite then gives to its side files too
        os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, FILE_MODE))
    except OSError as error:
        raise from_os(error, f"creating {draft}") from error
    with Refusals(path):
        _fill(draft)
    try:
        descriptor = disk.open_in_place(draft)
        try:
            disk.sync(descriptor)
        finally:
            os.close(descriptor)
        disk.replace(draft, path)
        disk.sync_folder(path.parent)
    except OSError as error:
        raise from_os(error, f"creating {path}") from error


def _fill(draft: Path) -> None:
    connection = sqlite3.connect(draft, isolation_level=None)
    try:
        connection.execute("PRAGMA page_size=4096")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("BEGIN")
        for statement in tables.TABLES:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id={tables.APPLICATION}")
        connection.execute(f"PRAGMA user_version={tables.VERSION}")
        connection.execute("COMMIT")
    finally:
        connection.close()


def connected(path: Path, mode: str, patience: float = 5.0) -> sqlite3.Connection:
    """Open the database at `path`, read-only (`ro`) or to write (`rw`), without making it.

    `patience` is how many seconds another program's lock is waited for.
    """
    with Refusals(path):
        return sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            timeout=patience,
        )


def check_health(connection: sqlite3.Connection, path: Path) -> None:
    """Raise `StateInvalid` where the database cannot have a write-ahead log, `StateCorrupt` where
    SQLite finds it damaged."""
    (mode,) = connection.execute("PRAGMA journal_mode=WAL").fetchone()
    if mode != "wal":
        raise StateInvalid(
            f"state invalid: {path} cannot use a write-ahead log ({mode}); keep it on a local disk"
        )
    whole = path.stat().st_size <= SMALL_FILE
    for check in ["quick_check(1)"] if whole else [f"quick_check('{t}')" for t in tables.SMALL]:
        (result,) = connection.execute(f"PRAGMA {check}").fetchone()
        if result != "ok":
            finding = str(result).splitlines()[-1]
            raise StateCorrupt(f"state corrupt: {path}: {finding}; run `scrapy rebuild`")


def side_files(path: Path) -> list[Path]:
    """Return the files that SQLite keeps beside a database."""
    return [path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal")]


def remove_database(path: Path) -> None:
    """Remove a database and its side files, as far as they are there."""
    for name in (path, *side_files(path)):
        name.unlink(missing_ok=True)
