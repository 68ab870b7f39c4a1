"""CDXJ: one line a capture, sorted, which says where in a WARC file it stands.

As pywb and cdxj-indexer write it: key (`surt`), time, and a JSON object of strings.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Final, Self

from newsspider.warc.surt import surt

REVISIT: Final = "warc/revisit"
"""The `mime` of a capture whose body another capture has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """A capture as its line tells it: `date` as WARC-Date, offset and length in compressed bytes.

    `truncated` is why it is not whole, and is not in the line of one that is.
    """

    url: str
    date: str
    mime: str
    status: str
    digest: str
    offset: int
    length: int
    filename: str
    truncated: str = ""

    def line(self) -> str:
        """Return the line, without its newline."""
        told = {key: str(value) for key, value in asdict(self).items() if value != ""}
        del told["date"]
        return f"{surt(self.url)} {_timestamp(self.date)} {json.dumps(told)}"

    @classmethod
    def from_line(cls, line: str) -> Self:
        """Return the capture of a line. Raises `ValueError` for what is no line of ours."""
        try:
            _, timestamp, told = line.split(" ", 2)
            facts = json.loads(told)
            offset, length = int(facts.pop("offset")), int(facts.pop("length"))
            return cls(date=_date(timestamp), offset=offset, length=length, **facts)
        except (KeyError, TypeError) as error:
            raise ValueError(f"no line of an index: {line:.80}") from error


def written(captures: list[Indexed]) -> bytes:
    """Return an index of captures, sorted as `LC_ALL=C sort` does."""
    lines = sorted(capture.line().encode() for capture in captures)
    return b"".join(line + b"\n" for line in lines)


def last_whole(path: Path, url: str) -> Indexed | None:
    """Return the last capture of an address in an index that has a body of its own, or None.

    Found by bisection: an index of 1 GB of pages has some 10 MB. Raises `OSError`, `ValueError`.
    """
    key = f"{surt(url)} ".encode()
    found = None
    with path.open("rb") as file:
        file.seek(_first_from(file, key))
        for line in file:
            if not line.startswith(key):
                break
            capture = Indexed.from_line(line.decode())
            if capture.url == url and has_body(capture):
                found = capture
    return found


def has_body(capture: Indexed) -> bool:
    """Return whether a capture is of a page that was there, whole, with its body."""
    return capture.status == "200" and capture.mime != REVISIT and not capture.truncated


def _first_from(file: IO[bytes], key: bytes) -> int:
    """Return the offset of the first line that sorts not before `key`."""
    low, high = 0, file.seek(0, 2)
    while low < high:
        middle = (low + high) // 2
        file.seek(middle)
        if middle:
            file.seek(middle - 1)
            file.readline()  # to the line that begins at `middle` or after it
        start = file.tell()
        line = file.readline()
        if start < high and line and line < key:
            low = start + len(line)
        else:
            high = middle
    return low


def _timestamp(date: str) -> str:
    """Return a WARC-Date in 14 digits."""
    return "".join(filter(str.isdigit, date))[:14]


def _date(timestamp: str) -> str:
    """Return 14 digits as a WARC-Date."""
    day, time = timestamp[:8], timestamp[8:14]
    return f"{day[:4]}-{day[4:6]}-{day[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}Z"
