"""Which version of the tables a state has, and the copy that is kept of an older one."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from newsspider.errors import StateInvalid, from_os
from newsspider.store.files.disk import Disk
from newsspider.store.state.versions import tables
from newsspider.store.state.versions.migrations import OLDEST, is_older


def version_of(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the tables of a state that can be used, as it is or brought up to date.

    Raises `StateInvalid`, which says what to do, for every other one.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != tables.APPLICATION:
        raise StateInvalid(
            f"state invalid: {path} is no state of newsspider; move it away and run"
            " `scrapy rebuild`"
        )
    if version > tables.VERSION:
        raise StateInvalid(
            f"state too new: {path} has version {version}, this program knows {tables.VERSION}; use"
            " the newer program that wrote it (a rebuild with this one would leave out what it does"
            " not know)"
        )
    if version != tables.VERSION and not is_older(version):
        raise StateInvalid(
            f"state too old: {path} has version {version}, this program upgrades {OLDEST} and"
            " later; `scrapy rebuild` makes it anew, carries over what it can read, and says what"
            " it cannot"
        )
    return int(version)


def keep_copy(connection: sqlite3.Connection, path: Path, version: int, disk: Disk) -> None:
    """Copy a state as it is, log included, durably, to `….version-<n>` beside it.

    One that is there already stays. Raises `OutputUnwritable` or `OutputFailed`, and what SQLite
    raises.
    """
    target = path.with_name(f"{path.name}.version-{version}")
    if target.exists():
        return
    draft = target.with_name(target.name + ".tmp")
    try:
        draft.unlink(missing_ok=True)
        with closing(sqlite3.connect(draft)) as copy:
            connection.backup(copy)
        descriptor = disk.open_in_place(draft)
        try:
            disk.sync(descriptor)
        finally:
            os.close(descriptor)
        disk.replace(draft, target)
        disk.sync_folder(target.parent)
    except OSError as error:
        raise from_os(error, f"copying the state to {target}") from error
