"""One crawl at a time: a lock that the kernel drops when its holder dies, however it dies."""

import fcntl
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from newsspider.errors import Locked, from_os
from newsspider.store.files.disk import FILE_MODE
from newsspider.store.files.times import utc


class Lock:
    """An exclusive `flock` on a file, held from construction to `release`.

    What the file says (process and time) serves only the message to whoever comes second: a
    file left by a killed run holds nothing.

    Raises `Locked` when another process holds it, `OutputUnwritable` or `OutputFailed` when the
    file cannot be made.
    """

    def __init__(self, path: Path, now: datetime) -> None:
        self.path = path
        try:
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, FILE_MODE)
        except OSError as error:
            raise from_os(error, f"creating the lock {path}") from error
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            refusal = _locked(self._descriptor, path)
            os.close(self._descriptor)
            raise refusal from error
        except OSError as error:
            os.close(self._descriptor)
            raise from_os(error, f"locking {path}") from error
        with suppress(OSError):  # a full disk takes the message, not the lock
            os.ftruncate(self._descriptor, 0)
            os.pwrite(self._descriptor, f"pid {os.getpid()} since {utc(now)}\n".encode(), 0)

    def release(self) -> None:
        """Let the next one in; the file stays, so that no two processes lock different ones."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


def held(path: Path) -> bool:
    """Whether some process holds the lock at this moment (asking shares it for an instant)."""
    try:
        refuse_held(path)
    except Locked:
        return True
    return False


def refuse_held(path: Path) -> None:
    """Raise `Locked` where some process holds the lock at this moment, without taking it."""
    try:
        descriptor = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        raise _locked(descriptor, path) from error
    finally:
        os.close(descriptor)


def _locked(descriptor: int, path: Path) -> Locked:
    holder = os.pread(descriptor, 200, 0).decode("ascii", "replace").strip()
    return Locked(f"locked by {holder or 'another process'} ({path}); try again when it has ended")
