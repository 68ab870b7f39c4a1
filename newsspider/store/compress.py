"""Compresses finished days: they stay known, verified and shown, in an eighth of the room."""

import gzip
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from newsspider.errors import OutputFailed, OutputUnwritable, from_os
from newsspider.store.files.day_files import DayFile, day_path
from newsspider.store.files.disk import Disk
from newsspider.store.files.lock import Lock
from newsspider.store.files.state_files import database_path, lock_path
from newsspider.store.state.database import State

SUFFIX = ".gz"


@dataclass(slots=True)
class Compressed:
    """What was compressed: how many days, and their bytes before and after."""

    days: int = 0
    before: int = 0
    after: int = 0


def compress(
    output: Path,
    site: str,
    now: datetime,
    until: date,
    *,
    progress: Callable[[str], None] = lambda text: None,
    disk: Disk | None = None,
) -> Compressed:
    """Compress the finished days of a site up to `until`, under the lock.

    Killed at any moment, a day is there plain, or compressed, or both and the same: it can simply
    be run again. Raises `Locked` while a crawl runs, `OutputUnwritable` for a file that is not what
    the state says, and the refusals of reading and writing.
    """
    disk = disk or Disk()
    lock = Lock(lock_path(output, site), now)
    try:
        state = State.open(database_path(output, site), disk)
        query = "SELECT day, committed FROM output WHERE closed AND day <= ? ORDER BY day"
        finished = list(state.rows(query, (until.isoformat(),)))
        state.close()
        done = Compressed()
        for day, committed in finished:
            path = day_path(output, site, day)
            if path.exists():
                progress(f"compressing {path}")
                _compress(disk, DayFile(day, path), committed, done)
    finally:
        lock.release()
    return done


def _compress(disk: Disk, file: DayFile, committed: int, done: Compressed) -> None:
    data = file.read()
    if len(data) != committed:
        raise OutputUnwritable(
            f"output changed: {file.path} is {len(data):,} bytes, state says {committed:,}; see"
            " `scrapy verify`"
        )
    target = file.path.with_name(file.path.name + SUFFIX)
    try:
        # No time in the file: the same day is the same bytes.
        disk.put(target, gzip.compress(data, 9, mtime=0))
        packed = DayFile(file.day, target, compressed=True)
        if packed.read() != data:
            raise OutputFailed(f"output failed: {target} does not read back as it was written")
        disk.remove(file.path)
        disk.sync_folder(file.path.parent)
    except OSError as error:
        raise from_os(error, f"compressing {file.path}") from error
    done.days += 1
    done.before += len(data)
    done.after += target.stat().st_size
