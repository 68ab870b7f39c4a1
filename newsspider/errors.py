"""Why a run is refused: each error knows its exit code and says what, where and what to do.

The codes are those of `sysexits.h`: 73 cannot create, 74 input/output error, 75 try later,
78 configuration.
"""

import difflib
import errno
import sqlite3
from collections.abc import Iterable
from typing import ClassVar

_CANNOT_CREATE = {
    errno.EACCES,
    errno.EEXIST,
    errno.EISDIR,
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EPERM,
    errno.EROFS,
    errno.ELOOP,
    errno.ENAMETOOLONG,
}

_FEW = 30  # words that are named one by one


class Refusal(Exception):
    """The run cannot go on; `str()` is one line for the user and `exit_code` is the process's."""

    exit_code: ClassVar[int]


class OutputUnwritable(Refusal):
    """The output, or a file in it, cannot be created or is not what the state says."""

    exit_code = 73


class OutputFailed(Refusal):
    """Writing failed: disk full, quota, device error. Never retried; the next run reconciles."""

    exit_code = 74


class StateCorrupt(Refusal):
    """The state is damaged; it can be made again from the output."""

    exit_code = 74


class Locked(Refusal):
    """Another process holds the lock or the state; try later."""

    exit_code = 75


class LeaseLost(Refusal):
    """Another machine has taken over the site; what is not shared yet is fetched again by it."""

    exit_code = 75


class ClusterAway(Refusal):
    """No scheduler of the cluster answers; try later."""

    exit_code = 75


class SharedAway(Refusal):
    """The place that machines share does not answer; try later."""

    exit_code = 75


class SharedDamaged(Refusal):
    """An object of the shared place is missing, or not what the commit that names it says."""

    exit_code = 74


class StateInvalid(Refusal):
    """The state is missing beside its output, or of a version that this program does not read."""

    exit_code = 78


class BadArgument(Refusal):
    """A setting or an argument that cannot be used."""

    exit_code = 78


class MissingExtra(BadArgument):
    """The library is not installed that a setting or an option needs.

    >>> str(MissingExtra("ARCHIVE", "fastwarc", "archive"))
    'ARCHIVE: needs fastwarc; install newsspider[archive]'
    """

    def __init__(self, asked: str, library: str | None, extra: str) -> None:
        super().__init__(f"{asked}: needs {library}; install newsspider[{extra}]")


def nearest(word: str, choices: Iterable[str]) -> str:
    """Return what a refusal of an unknown word ends with: the one that was meant, or all of few.

    >>> nearest("OUTPT_DIR", ["OUTPUT_DIR", "REPLAY_DIR"])
    '; did you mean OUTPUT_DIR?'
    >>> nearest("x", ["oldest", "newest"])
    '; known are newest, oldest'
    """
    known = {choice.lower(): choice for choice in choices}
    close = difflib.get_close_matches(word.lower(), known, n=1)
    if close:
        return f"; did you mean {known[close[0]]}?"
    return f"; known are {', '.join(sorted(known.values()))}" if len(known) <= _FEW else ""


def from_os(error: OSError, what: str) -> Refusal:
    """Return the refusal for a failed system call; `what` says what was being done and where.

    >>> from_os(OSError(errno.ENOSPC, "No space left on device"), "writing a.jsonl").exit_code
    74
    >>> str(from_os(PermissionError(errno.EACCES, "Permission denied"), "creating out"))
    'cannot write: creating out: Permission denied; check path and permissions'
    """
    reason = error.strerror or str(error)
    if error.errno in _CANNOT_CREATE:
        return OutputUnwritable(f"cannot write: {what}: {reason}; check path and permissions")
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return OutputFailed(f"output failed: {what}: {reason}; free some space and run again")
    return OutputFailed(f"output failed: {what}: {reason}; check the disk and run again")


def unreadable(error: OSError, what: str) -> Refusal:
    """Return the refusal for what could not be read; `what` names it where the error does not.

    >>> str(unreadable(PermissionError(errno.EACCES, "Permission denied", "a.jsonl"), ""))
    'cannot read: a.jsonl: Permission denied; check path and permissions'
    """
    where, reason = error.filename or what, error.strerror or str(error)
    if error.errno in _CANNOT_CREATE:
        return OutputUnwritable(f"cannot read: {where}: {reason}; check path and permissions")
    source = "address" if "://" in str(where) else "disk"
    return OutputFailed(
        f"input or output failed: {where}: {reason}; check the {source} and run again"
    )


def from_sqlite(error: sqlite3.Error, path: str) -> Refusal:
    """Return the refusal for an error of SQLite on the state at `path`."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return Locked(f"state locked: another program is using {path}; close it or try later")
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return StateCorrupt(f"state corrupt: {path}: {error}; run `scrapy rebuild`")
    if code in {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}:
        return OutputUnwritable(f"cannot write: {path}: {error}; check path and permissions")
    if code in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}:
        return OutputFailed(f"output failed: {path}: {error}; check disk and space, run again")
    return StateInvalid(f"state invalid: {path}: {error}; run `scrapy rebuild`")
