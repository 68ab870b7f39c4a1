"""Copies an output while a crawl may be writing to it.

The state first, then the files: they only grow, so that each holds what the copied state promises.
What stands behind that is of the crawl that went on, and is taken over when the copy is used.
"""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from newsspider.errors import OutputUnwritable, StateInvalid, from_os, from_sqlite
from newsspider.store.files.state_files import state_folder

_TAKEN_ALONG = ("runs", "quarantine")


def backup(output: Path, target: Path) -> int:
    """Copy the whole output into the new folder `target`; return how many files that are.

    Raises `OutputUnwritable` where `target` holds something, `StateInvalid` where there is nothing
    to copy, and the refusals of reading and writing.
    """
    if not state_folder(output).is_dir():
        raise StateInvalid(f"state missing: nothing was crawled into {output}")
    if target.exists() and any(target.iterdir()):
        raise OutputUnwritable(f"cannot write: {target} is not empty; name a new folder")
    try:
        state_folder(target).mkdir(parents=True, exist_ok=True)
        copied = 0
        for path in sorted(state_folder(output).glob("*.sqlite3")):
            _copy_state(path, state_folder(target) / path.name)
            copied += 1
        for path in _files(output):
            copied += _copy_file(path, target / path.relative_to(output))
    except OSError as error:
        raise from_os(error, f"copying {output} to {target}") from error
    return copied


def _copy_state(path: Path, target: Path) -> None:
    try:
        with (
            closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as source,
            closing(sqlite3.connect(target)) as copy,
        ):
            source.backup(copy)
    except sqlite3.Error as error:
        raise from_sqlite(error, str(path)) from error


def _files(output: Path) -> Iterator[Path]:
    """Yield the files beside the state, those of lines first."""
    yield from sorted(path for path in output.iterdir() if path.is_file())
    for folder in _TAKEN_ALONG:
        yield from sorted(path for path in (output / folder).glob("*") if path.is_file())


def _copy_file(path: Path, target: Path) -> int:
    """Copy a file; what was pruned or compressed meanwhile is there under another name, or gone."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copy2(path, target)
    except FileNotFoundError:
        packed = path.with_name(path.name + ".gz")
        if not packed.exists():
            return 0
        shutil.copy2(packed, target.with_name(packed.name))
    return 1
