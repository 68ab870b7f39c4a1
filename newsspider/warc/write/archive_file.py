"""A WARC file that grows: `….warc.gz.open` until it is complete and has its index."""

import fcntl
import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from newsspider.errors import from_os
from newsspider.store.files.disk import Disk
from newsspider.warc.cdxj import Indexed, written

OPEN: Final = ".open"
"""What the name of a file ends in that is written to, or that a killed run left."""
INDEX: Final = ".cdxj"
_SUFFIX: Final = ".warc.gz"


class ArchiveFile:
    """A file of whole gzip members, held by a lock that the kernel drops when its holder dies.

    What `append` has returned for outlives a kill of the process; what `sync` has, a power cut.
    Every method raises a `Refusal` when the disk fails.
    """

    def __init__(self, path: Path, descriptor: int, disk: Disk) -> None:
        self.path = path
        self.size = 0
        self.captures: list[Indexed] = []
        self._descriptor = descriptor
        self._disk = disk
        self._synced = 0

    @classmethod
    def create(cls, folder: Path, site: str, now: datetime, disk: Disk) -> Self:
        """Create a file named after the site and the moment, that no other process writes to."""
        moment = now.astimezone(UTC).strftime("%Y%m%d%H%M%S%f")[:17]
        serial = 0
        while True:
            path = folder / f"{site}-{moment}-{serial:05}{_SUFFIX}{OPEN}"
            try:
                descriptor = None if complete_path(path).exists() else _open_locked(path, disk)
            except OSError as error:
                raise from_os(error, f"creating {path}") from error
            if descriptor is not None:
                return cls(path, descriptor, disk)
            serial += 1

    @property
    def name(self) -> str:
        """Return the name of the file once it is complete."""
        return complete_path(self.path).name

    def append(self, data: bytes) -> int:
        """Append whole members; return their offset. Where it fails, none of them is there."""
        offset = self.size
        try:
            self._disk.write_all(self._descriptor, data)
        except OSError as error:
            with suppress(OSError):  # else the next start cuts it off
                self._disk.truncate(self._descriptor, offset)
            raise from_os(error, f"writing {self.path}") from error
        self.size += len(data)
        return offset

    def sync(self) -> None:
        """Bring to the medium what was appended; costs nothing when there is nothing."""
        if self._synced < self.size:
            try:
                self._disk.sync(self._descriptor)
            except OSError as error:
                raise from_os(error, f"writing {self.path}") from error
            self._synced = self.size

    def complete(self) -> None:
        """Write the index, give the file its name, and close it."""
        self.sync()
        finish(self.path, self.captures, self._disk)
        self.close()

    def close(self) -> None:
        """Let go of the file as it stands; the next start completes it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def _open_locked(path: Path, disk: Disk) -> int | None:
    """Create a file and lock it; None where another process was faster."""
    try:
        descriptor = disk.open_new(path)
    except FileExistsError:
        return None
    try:
        if lock(descriptor, path, disk):
            disk.sync_folder(path.parent)
            return descriptor
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def lock(descriptor: int, path: Path, disk: Disk) -> bool:
    """Return whether the open file is now ours alone, and still the one of that name."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return disk.is_at(descriptor, path)


def finish(path: Path, captures: list[Indexed], disk: Disk) -> None:
    """Write the index beside an open file, then give the file its name. Raises a `Refusal`.

    In this order: a kill between the two leaves an open file, which the next start finishes.
    """
    target = complete_path(path)
    try:
        disk.put(index_path(target), written(captures))
        disk.replace(path, target)
        disk.sync_folder(path.parent)
    except OSError as error:
        raise from_os(error, f"completing {path}") from error


def complete_path(path: Path) -> Path:
    """Return the name of an open file once it is complete."""
    return path.with_name(path.name.removesuffix(OPEN))


def index_path(path: Path) -> Path:
    """Return where the index of a complete file stands.

    >>> index_path(Path("w/kabar-20260724120000000-00000.warc.gz")).name
    'kabar-20260724120000000-00000.cdxj'
    """
    return path.with_name(path.name.removesuffix(_SUFFIX) + INDEX)


def files_of(folder: Path, site: str, ending: str) -> list[Path]:
    """Return the files of a site that end so, the oldest first."""
    return sorted(
        path for path in folder.glob(f"{site}-*{ending}") if path.name.rsplit("-", 2)[0] == site
    )
