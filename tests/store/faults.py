"""Disks that fail, end the process or lose power at a chosen call, and the check that follows.

The real disk does the work; these only decide when it stops. `iterate` follows SQLite's way of
testing: the n-th call fails, for n = 1, 2, 3 … until a run no longer reaches it.
"""

import errno
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from newsspider.store.files.day_files import day_files
from newsspider.store.files.disk import Disk
from newsspider.store.files.jsonl import from_line
from newsspider.store.store import Store
from tests.store.records import SITE

OPERATIONS = (
    "open_append",
    "open_new",
    "open_in_place",
    "write",
    "size",
    "sync",
    "truncate",
    "sync_folder",
    "replace",
    "remove",
    "commit",
)


class Killed(BaseException):
    """The process ended here; nothing of it runs any more."""


class FaultyDisk(Disk):
    """Calls `fault` in place of the `n`-th call of an operation (or of all of them, `any`).

    Everything else is done by `real`.
    """

    def __init__(
        self, operation: str, n: int, fault: Callable[..., Any], real: Disk | None = None
    ) -> None:
        real = real or Disk()
        self.calls: Counter[str] = Counter()
        self.reached = False
        self._operation = operation
        self._n = n
        self._fault = fault
        for name in OPERATIONS:
            setattr(self, name, self._counted(name, getattr(real, name)))

    def _counted(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            self.calls[name] += 1
            self.calls["any"] += 1
            concerned = self._operation in {name, "any"}
            if concerned and self.calls[self._operation] == self._n:
                self.reached = True
                return self._fault(real, *arguments)
            return real(*arguments)

        return call


def kill_before(real: Callable[..., Any], *arguments: Any) -> Any:
    """End before the call has any effect."""
    raise Killed


def kill_after(real: Callable[..., Any], *arguments: Any) -> Any:
    """End after its effect, before its answer."""
    real(*arguments)
    raise Killed


def kill_within(real: Callable[..., Any], *arguments: Any) -> Any:
    """End when half of the data is written; like `kill_before` for other calls."""
    if isinstance(arguments[-1], bytes | memoryview):
        real(*arguments[:-1], arguments[-1][: len(arguments[-1]) // 2])
    raise Killed


def no_space(real: Callable[..., Any], *arguments: Any) -> Any:
    """Half of the data fits, then the disk is full; a commit fails as SQLite reports it."""
    if isinstance(arguments[-1], bytes | memoryview):
        real(*arguments[:-1], arguments[-1][: len(arguments[-1]) // 2])
    _failed(errno.ENOSPC, "SQLITE_FULL", arguments)


def io_error(real: Callable[..., Any], *arguments: Any) -> Any:
    """The device fails."""
    _failed(errno.EIO, "SQLITE_IOERR", arguments)


def io_error_after(real: Callable[..., Any], *arguments: Any) -> Any:
    """The device fails when everything has arrived; a commit may then have been made."""
    real(*arguments)
    _failed(errno.EIO, "SQLITE_IOERR", arguments)


def _failed(code: int, name: str, arguments: tuple[Any, ...]) -> None:
    if isinstance(arguments[-1], sqlite3.Connection):
        error = sqlite3.OperationalError(name)
        error.sqlite_errorcode = getattr(sqlite3, name)
        raise error
    raise OSError(code, os.strerror(code))


FAULTS = (kill_before, kill_within, kill_after, no_space, io_error, io_error_after)


def iterate(fault: Callable[..., Any], operation: str) -> Iterator[FaultyDisk]:
    """Disks whose n-th call fails, n = 1, 2, 3 … until the last one given was not reached."""
    n = 1
    while True:
        disk = FaultyDisk(operation, n, fault)
        yield disk
        if not disk.reached:
            return
        n += 1


class PowerDisk(Disk):
    """Remembers what has been synced, files and names; `cut` takes the rest away.

    With `dying` set, the power fails at the next sync.
    """

    def __init__(self) -> None:
        self.dying = False
        self.synced: dict[Path, int] = {}
        self.unnamed: set[Path] = set()

    def _opened(self, path: Path, descriptor: int) -> int:
        self.synced.setdefault(path, os.fstat(descriptor).st_size)
        return descriptor

    def open_append(self, path: Path) -> int:
        if not path.exists():
            self.unnamed.add(path)
        return self._opened(path, super().open_append(path))

    def open_in_place(self, path: Path) -> int:
        return self._opened(path, super().open_in_place(path))

    def sync(self, descriptor: int) -> None:
        if self.dying:
            raise Killed
        super().sync(descriptor)
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        if path in self.synced:
            self.synced[path] = self.size(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        if not target.exists():
            self.unnamed.add(target)
        super().replace(source, target)

    def sync_folder(self, folder: Path) -> None:
        super().sync_folder(folder)
        self.unnamed = {path for path in self.unnamed if path.parent != folder}

    def cut(self, site: str, where: float, zeros: bool) -> None:
        """Lose power: of each day's file, what is not synced is cut at a share of it.

        With `zeros` the length survives and the data does not, as journalling file systems do.
        """
        for path in self.unnamed:
            path.unlink(missing_ok=True)
        self.unnamed.clear()
        for path, synced in self.synced.items():
            if not path.exists() or not path.name.startswith(f"{site}-"):
                continue
            size = path.stat().st_size
            kept = min(size, synced) + int(max(0, size - synced) * where)
            with path.open("r+b") as file:
                file.truncate(kept)
                if zeros:
                    file.truncate(size)
            self.synced[path] = path.stat().st_size


def abandon(store: Store) -> None:
    """What the kernel does when the process is gone: descriptors and lock go, nothing is saved."""
    store._release()


def stored(output: Path) -> list[tuple[str, int]]:
    """Id and revision of every line in the output; every byte must belong to a valid one."""
    found = []
    for file in day_files(output, SITE):
        data = file.read()
        assert not data or data.endswith(b"\n"), file.path
        for line in data.split(b"\n")[:-1]:
            record = from_line(line)
            found.append((record["id"], record["revision"]))
    return found
