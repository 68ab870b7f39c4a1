"""A folder that appears whole under its name, or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from newsspider.errors import BadArgument, OutputUnwritable, from_os
from newsspider.store.files.disk import Disk
from newsspider.store.files.living_processes import lives

CHECKSUMS: Final = "SHA256SUMS"
"""The file by which an export is known as one, and may be replaced by another."""

_SYNCED_ONE_BY_ONE: Final = 1_000  # files; above, one call for the whole machine is cheaper


@contextmanager
def draft_folder(target: Path, *, overwrite: bool = False) -> Iterator[Path]:
    """Give a new folder beside `target`, which takes that name when the block has ended well.

    An earlier export there is replaced if `overwrite` says so. What a killed process left is
    removed. Raises `OutputUnwritable` or `OutputFailed` where that cannot be, `BadArgument` where
    `target` holds something else.
    """
    _refuse_taken(target, overwrite=overwrite)
    draft = target.with_name(f".{target.name}.partial-{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove_abandoned(target)
        draft.mkdir()
    except OSError as error:
        raise from_os(error, f"creating {target}") from error
    try:
        yield draft
        try:
            _sync(draft)
            _take_name(draft, target)
        except OSError as error:
            raise from_os(error, f"creating {target}") from error
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def _refuse_taken(target: Path, *, overwrite: bool) -> None:
    if not target.exists() or (target.is_dir() and not any(target.iterdir())):
        return
    if not (target / CHECKSUMS).is_file():
        raise BadArgument(f"--out {target}: there is something else there; name a new folder")
    if not overwrite:
        raise OutputUnwritable(
            f"cannot write: {target} holds an export; name a new folder, or give --overwrite"
        )


def _remove_abandoned(target: Path) -> None:
    """Remove the drafts of processes that are no more."""
    prefix = f".{target.name}.partial-"
    for path in target.parent.iterdir():
        number = path.name.removeprefix(prefix)
        if path.name.startswith(prefix) and number.isdecimal() and not lives(int(number)):
            shutil.rmtree(path)


def _sync(folder: Path) -> None:
    """Wait until everything in the folder is on the medium."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    if len(files) > _SYNCED_ONE_BY_ONE:
        os.sync()
        return
    for path in files:
        with path.open("rb") as file:
            os.fsync(file.fileno())
    for path in (folder, *(path for path in folder.rglob("*") if path.is_dir())):
        Disk().sync_folder(path)


def _take_name(draft: Path, target: Path) -> None:
    if target.exists():
        former = target.with_name(f"{draft.name}-former")
        target.rename(former)
        draft.rename(target)
        shutil.rmtree(former)
    else:
        draft.rename(target)
    Disk().sync_folder(target.parent)
