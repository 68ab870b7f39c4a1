"""The files of the output: one a day and site, plain while it grows, perhaps compressed later."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsspider.errors import OutputFailed, unreadable
from newsspider.store.files.compressed import DAMAGED, SUFFIXES, open_bytes


@dataclass(frozen=True, slots=True, order=True)
class DayFile:
    """One day's file; `compressed` when its name ends in one of `SUFFIXES`."""

    day: str
    path: Path
    compressed: bool = False

    def read(self) -> bytes:
        """Return the lines, decompressed. Raises `OutputFailed`."""
        try:
            with open_bytes(self.path) as file:
                return file.read()
        except DAMAGED as error:
            raise OutputFailed(
                f"output damaged: {self.path}: {error}; restore the file or move it away"
            ) from error
        except OSError as error:
            raise unreadable(error, str(self.path)) from error


def day_path(output: Path, site: str, day: str) -> Path:
    """Return the file that lines of a day are appended to."""
    return output / f"{site}-{day}.jsonl"


def day_files(output: Path, site: str) -> list[DayFile]:
    """Return the files of a site that are there, by day; the plain one where a day has both."""
    ends = "|".join(map(re.escape, SUFFIXES))
    pattern = re.compile(rf"{re.escape(site)}-(\d{{4}}-\d\d-\d\d)\.jsonl({ends})?")
    found: dict[str, DayFile] = {}
    for path in sorted(output.iterdir(), reverse=True):
        match = pattern.fullmatch(path.name)
        if match:
            found[match[1]] = DayFile(match[1], path, compressed=match[2] is not None)
    return sorted(found.values())


def split_lines(data: bytes, start: int = 0) -> Iterator[tuple[int, bytes, bool]]:
    r"""Yield offset, bytes without the newline, and whether there was one, of each line.

    >>> list(split_lines(b"a\nbc\nd"))
    [(0, b'a', True), (2, b'bc', True), (5, b'd', False)]
    """
    while start < len(data):
        end = data.find(b"\n", start)
        if end < 0:
            yield start, data[start:], False
            return
        yield start, data[start:end], True
        start = end + 1
