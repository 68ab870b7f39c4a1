"""The few system calls that durability stands on, one method each.

Everything the store promises after a kill or a power cut rests on the order of these calls, so
they pass through one small object that a test can make fail or end at the n-th call.
"""

import fcntl
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import sqlite3

_CREATE = os.O_WRONLY | os.O_CREAT

FILE_MODE: Final = 0o666
"""Permissions of a new file, less the umask: with 002 the group of the folder may go on."""


class Disk:
    """The real disk. Every method may raise `OSError`; `commit` raises `sqlite3.Error`."""

    def open_append(self, path: Path) -> int:
        """Open `path` to append to it, created when absent; not inherited by children."""
        return os.open(path, _CREATE | os.O_APPEND, FILE_MODE)

    def open_new(self, path: Path) -> int:
        """Create `path` to append to it; raises `FileExistsError` where there is one."""
        return os.open(path, _CREATE | os.O_EXCL | os.O_APPEND, FILE_MODE)

    def open_in_place(self, path: Path) -> int:
        """Open an existing file to read and write it at chosen offsets."""
        return os.open(path, os.O_RDWR)

    def write(self, descriptor: int, data: bytes | memoryview) -> int:
        """Write bytes, perhaps fewer than given; return how many."""
        return os.write(descriptor, data)

    def size(self, descriptor: int) -> int:
        """Return the length of the file in bytes, as the kernel sees it."""
        return os.fstat(descriptor).st_size

    def is_at(self, descriptor: int, path: Path) -> bool:
        """Return whether the open file is still the one of that name."""
        try:
            return os.path.samestat(os.fstat(descriptor), path.stat())
        except FileNotFoundError:
            return False

    def identity(self, path: Path) -> tuple[int, int]:
        """Return what tells the file of that name from any other: its device and inode."""
        found = path.stat()
        return found.st_dev, found.st_ino

    def sync(self, descriptor: int) -> None:
        """Wait until data and length are on the medium."""
        if sys.platform == "darwin":
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)  # there fsync stops at the drive's cache
        else:
            os.fdatasync(descriptor)

    def truncate(self, descriptor: int, size: int) -> None:
        """Cut the file to `size` bytes."""
        os.ftruncate(descriptor, size)

    def sync_folder(self, folder: Path) -> None:
        """Make names created in or moved within `folder` durable."""
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        """Give `source` the name `target`, at once."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Take a name away."""
        path.unlink()

    def commit(self, connection: "sqlite3.Connection") -> None:
        """Commit the open transaction of the state."""
        connection.execute("COMMIT")

    def free(self, folder: Path) -> int:
        """Return how many bytes an ordinary user may still write beside `folder`."""
        stats = os.statvfs(folder)
        return stats.f_bavail * stats.f_frsize

    def write_all(self, descriptor: int, data: bytes) -> None:
        """Write everything, however little each call takes."""
        rest = memoryview(data)
        while rest:
            rest = rest[self.write(descriptor, rest) :]

    def put(self, path: Path, data: bytes) -> None:
        """Make `path` hold `data`: readers and crashes see the old file or the new, never half."""
        draft = path.with_name(path.name + ".tmp")
        descriptor = os.open(draft, _CREATE | os.O_TRUNC, FILE_MODE)
        try:
            self.write_all(descriptor, data)
            self.sync(descriptor)
        finally:
            os.close(descriptor)
        self.replace(draft, path)
        self.sync_folder(path.parent)
