"""After a kill or a power cut: make output and state agree again, under the lock.

What the state promises must be there. What stands behind it in a file was being written when the
run ended: whole valid lines are adopted, anything else goes to the quarantine folder, byte for
byte. Ended in the middle of this, the next start does it over and comes to the same.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from newsspider.errors import OutputUnwritable, from_os
from newsspider.store.event_log import EventLog
from newsspider.store.files.day_files import DayFile, day_files, day_path, split_lines
from newsspider.store.files.disk import Disk
from newsspider.store.files.jsonl import BadRecord, from_line
from newsspider.store.state.articles import Articles, LinePlace
from newsspider.store.state.database import State

Indexed = Callable[[int, dict[str, Any]], None]
"""Tells the indexes that share the state of an article's `n` and record."""


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was found behind the promised end of a file."""

    path: Path
    adopted: int
    torn: int
    kept_in: Path | None

    def __str__(self) -> str:
        torn = f", moved {self.torn:,} torn bytes to {self.kept_in}" if self.torn else ""
        return f"recovered {self.path}: adopted {self.adopted} lines{torn}"


@dataclass(frozen=True, slots=True)
class _Line:
    place: LinePlace
    text: bytes
    record: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Compares the files of a site with what the state says of them.

    `told` are the revisions that stood behind the promised end of the file of events.
    """

    disk: Disk
    state: State
    output: Path
    site: str
    articles: Articles
    indexed: Indexed
    events: EventLog
    told: set[tuple[str, int]]

    def run(self, today: str) -> list[Recovered]:
        """Check every file that is there and settle what is not promised yet.

        Raises `OutputUnwritable` when a promised byte is missing.
        """
        promised = {
            day: (committed, lines, bool(closed))
            for day, committed, lines, closed in self.state.rows(
                "SELECT day, committed, lines, closed FROM output"
            )
        }
        found = {file.day: file for file in day_files(self.output, self.site)}
        plain = {day for day, file in found.items() if not file.compressed}
        for day in plain:
            self._check(found[day].path, promised.get(day, (0, 0, False))[0])
        for day, (committed, _, closed) in promised.items():
            if day not in plain and committed and not closed and day >= today:
                path = day_path(self.output, self.site, day)
                beside = f"; {found[day].path.name} is beside it" if day in found else ""
                raise _changed(path, f"missing{beside}", committed)
        recovered = []
        for day, file in found.items():
            committed, lines, closed = promised.get(day, (0, 0, False))
            if day in plain or not closed:
                recovered += self._settle(file, committed, lines)
        # Finished, then compressed or moved away: nothing more will be asked of these.
        for day in promised.keys() - plain:
            self.state.write("UPDATE output SET closed = 1 WHERE day = ?", (day,))
        self.state.commit()
        return recovered

    def _check(self, path: Path, committed: int) -> None:
        if not path.is_file():
            raise OutputUnwritable(
                f"cannot write: {path} is no regular file; move it away and run again"
            )
        if not os.access(path, os.R_OK | os.W_OK):
            raise OutputUnwritable(f"cannot write: {path}: permission denied; check its owner")
        size = path.stat().st_size
        if size < committed:
            raise _changed(path, f"only {size:,} bytes", committed)

    def _settle(self, file: DayFile, committed: int, lines: int) -> list[Recovered]:
        if not file.compressed and file.path.stat().st_size == committed:
            return []
        data = file.read()
        if len(data) <= committed:
            return []
        good, spoilt_from = self._sorted(file.day, data, committed)
        kept_in = None
        if not file.compressed:  # else the day is over, and the file is taken as it is
            if spoilt_from < len(data):
                kept_in = self._quarantine(file, spoilt_from, data[spoilt_from:])
            good = self._rewrite(file, committed, spoilt_from, good)
        for line in good:
            self._adopt(line)
        adopted = sum(line.place.length for line in good)
        end = len(data) if file.compressed else committed + adopted
        self.events.write()
        self.state.promise(file.day, end, lines + len(good))
        self.state.commit()
        self.events.journal.settle()
        torn = len(data) - committed - adopted
        return [Recovered(file.path, len(good), torn, kept_in)]

    def _adopt(self, line: _Line) -> None:
        """Enter a line, and tell of the correction that it is, where that is not told yet."""
        record = line.record
        known = self.articles.known(record["id"])
        self.indexed(self.articles.add(record, line.place, line.text), record)
        if known and (known.id, record["revision"]) not in self.told:
            self.events.revised(known, record)

    def _sorted(self, day: str, data: bytes, committed: int) -> tuple[list[_Line], int]:
        """Return the whole valid new lines behind `committed`, and where other bytes begin."""
        good: list[_Line] = []
        spoilt_from = len(data)
        entered = set()
        for offset, text, ended in split_lines(data, committed):
            try:
                record = from_line(text)
            except BadRecord:
                spoilt_from = min(spoilt_from, offset)
                continue
            key = (record["id"], record["revision"])
            if ended and key not in entered and not self.articles.holds(*key):
                entered.add(key)
                good.append(_Line(LinePlace(day, offset, len(text) + 1), text, record))
            else:
                spoilt_from = min(spoilt_from, offset)
        return good, spoilt_from

    def _quarantine(self, file: DayFile, offset: int, data: bytes) -> Path:
        target = self.output / "quarantine" / f"torn-{file.path.name}-{offset}"
        try:
            target.parent.mkdir(exist_ok=True)
            self.disk.put(target, data)
        except OSError as error:
            raise from_os(error, f"moving the torn tail of {file.path} to {target}") from error
        return target

    def _rewrite(self, file: DayFile, committed: int, keep: int, good: list[_Line]) -> list[_Line]:
        """Make the file end in the good lines; these, where they stand then.

        They are written again even when nothing is torn: after a failed fsync the kernel may
        hold pages that read well and never reach the medium. Written again, they are dirty again.
        Cut first: a kill in between leaves fewer lines to adopt, never one line twice.
        """
        try:
            descriptor = self.disk.open_in_place(file.path)
            try:
                self.disk.truncate(descriptor, keep)
                os.lseek(descriptor, committed, os.SEEK_SET)
                self.disk.write_all(descriptor, b"".join(line.text + b"\n" for line in good))
                self.disk.sync(descriptor)
            finally:
                os.close(descriptor)
            self.disk.sync_folder(file.path.parent)
        except OSError as error:
            raise from_os(error, f"repairing {file.path}") from error
        moved = []
        offset = committed
        for line in good:
            moved.append(replace(line, place=replace(line.place, offset=offset)))
            offset += line.place.length
        return moved


def _changed(path: Path, what: str, committed: int) -> OutputUnwritable:
    return OutputUnwritable(
        f"output changed: {path} is {what}, state says {committed:,} bytes;"
        " restore it or run `scrapy rebuild`"
    )
