"""What must hold before a store is opened: a folder, room on the disk, a state for its files."""

from pathlib import Path
from typing import Final

from newsspider.errors import OutputFailed, StateInvalid, from_os
from newsspider.store.files.day_files import day_files
from newsspider.store.files.disk import Disk
from newsspider.store.state.database import State
from newsspider.store.state.database_file import create_state

LEAST_FREE: Final = 1 << 20
"""Bytes that must be free at start: room for a batch and the state's log."""


def prepare(output: Path, folder: Path, disk: Disk) -> None:
    """Make the folder of the state. Raises `OutputUnwritable`, or `OutputFailed` without room."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        free = disk.free(output)
    except OSError as error:
        raise from_os(error, f"creating {folder}") from error
    if free < LEAST_FREE:
        raise OutputFailed(
            f"output failed: only {free:,} bytes free for {output}, need {LEAST_FREE:,};"
            " free some space and run again"
        )


def opened(path: Path, output: Path, site: str, disk: Disk) -> State:
    """Return the state at `path`, made where nothing is stored yet; raises as `State.open`.

    Output without its state is refused: all of it would be fetched again.
    """
    if not path.exists():
        written = [
            file.path
            for file in day_files(output, site)
            if file.path.is_file() and file.path.stat().st_size
        ]
        if written:
            raise StateInvalid(
                f"state missing: {path} is gone, but {written[0]} has articles;"
                " run `scrapy rebuild`"
            )
        create_state(path, disk)
    return State.open(path, disk)
