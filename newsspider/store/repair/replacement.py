"""A state replaced by another one, at once."""

import os
from pathlib import Path
from typing import Final

from newsspider.errors import from_os
from newsspider.store.files.disk import Disk
from newsspider.store.state.database_file import remove_database, side_files

BACKUP: Final = ".before-rebuild"
"""What the name of the state before ends in; it is asked where the state itself is gone."""


def put_in_place(draft: Path, path: Path, disk: Disk) -> None:
    """Give the draft of a state the name of the old one, which stays beside it.

    Killed at any moment, one of the two has the name. Raises the refusals of writing.
    """
    backup = path.with_name(path.name + BACKUP)
    try:
        descriptor = disk.open_in_place(draft)
        try:
            disk.sync(descriptor)
        finally:
            os.close(descriptor)
        if path.exists():
            remove_database(backup)
            os.link(path, backup)
        for side, kept in zip(side_files(path), side_files(backup), strict=True):
            if side.exists():
                disk.replace(side, kept)  # else the new state would take it for its own
        disk.replace(draft, path)
        disk.sync_folder(path.parent)
    except OSError as error:
        raise from_os(error, f"putting {path} in place") from error
