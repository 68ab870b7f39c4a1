"""The one writer of the output: lines gather in a batch and reach the disk before the state."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from newsspider.errors import OutputFailed, OutputUnwritable, from_os
from newsspider.store.files.day_files import day_path
from newsspider.store.files.disk import Disk
from newsspider.store.state.articles import LinePlace

_CUT: Final = "it was cut during the run: restore it, or run `scrapy rebuild`"
_LONGER: Final = "does another program write to it? run again"


class Journal:
    """The file of one day, open for appending, and the lines that it shall take next.

    `committed` is the length in bytes that the state promises; whatever stands behind it in the
    file is not stored yet.
    """

    def __init__(self, disk: Disk, output: Path, site: str) -> None:
        self.output = output
        self.site = site
        self.disk = disk
        self._descriptor = -1
        self._batch: list[bytes] = []
        self.day = ""
        self.committed = 0
        self.lines = 0
        self._pending = 0

    @property
    def path(self) -> Path:
        """Return the file of the current day."""
        return day_path(self.output, self.site, self.day)

    @property
    def waiting(self) -> int:
        """Return how many lines the batch holds."""
        return len(self._batch)

    def turn_to(self, day: str, committed: int, lines: int) -> None:
        """Go on with another day's file; the batch must have been settled."""
        assert not self._batch
        self.close()
        self.day, self.committed, self.lines = day, committed, lines

    def add(self, line: bytes) -> LinePlace:
        """Take a line into the batch; the place it will have in the file."""
        place = LinePlace(self.day, self.committed + self._pending, len(line))
        self._batch.append(line)
        self._pending += len(line)
        return place

    def drop_last(self) -> None:
        """Take the newest line out of the batch again."""
        self._pending -= len(self._batch.pop())

    def after(self) -> tuple[int, int]:
        """Return bytes and lines of the file once the batch is part of it."""
        return self.committed + self._pending, self.lines + len(self._batch)

    def write(self) -> None:
        """Bring the batch to the medium, behind what is committed. Raises a `Refusal`."""
        try:
            if self._descriptor < 0:
                self._open()
            self.disk.write_all(self._descriptor, b"".join(self._batch))
            size = self.disk.size(self._descriptor)
            expected, _ = self.after()
            if size != expected:
                raise OutputFailed(
                    f"output failed: {self.path} has {size:,} bytes instead of {expected:,}; "
                    + (_CUT if size < expected else _LONGER)
                )
            self.disk.sync(self._descriptor)
            if not self.disk.is_at(self._descriptor, self.path):
                raise OutputFailed(
                    f"output failed: {self.path} was renamed, replaced or deleted during the run;"
                    " put it back, or run `scrapy rebuild`"
                )
        except OSError as error:
            raise from_os(error, f"writing {self.path}") from error

    def _open(self) -> None:
        try:
            created = not self.path.exists()
            self._descriptor = self.disk.open_append(self.path)
        except OSError as error:
            raise from_os(error, f"opening {self.path}") from error
        if created:
            self.disk.sync_folder(self.output)
        size = self.disk.size(self._descriptor)
        if size != self.committed:
            raise OutputUnwritable(
                f"output changed: {self.path} is {size:,} bytes, state says {self.committed:,};"
                " restore it or run `scrapy rebuild`"
            )

    def settle(self) -> None:
        """Take the batch, which is committed, as part of the file."""
        self.committed, self.lines = self.after()
        self._forget()

    def undo(self) -> None:
        """Cut off what `write` may have left and forget the batch; never raises.

        Should even the cut fail, the next run makes it.
        """
        if self._descriptor >= 0:
            with suppress(OSError):
                if self.disk.size(self._descriptor) > self.committed:
                    self.disk.truncate(self._descriptor, self.committed)
                    self.disk.sync(self._descriptor)
        self._forget()

    def _forget(self) -> None:
        self._batch.clear()
        self._pending = 0

    def close(self) -> None:
        """Close the file. The batch is forgotten."""
        self._forget()
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
