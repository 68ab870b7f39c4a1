"""Stored lines read back in the order of the files, as the state promises them."""

from collections import Counter
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from newsspider.errors import OutputFailed, unreadable
from newsspider.store.files.compressed import DAMAGED, open_bytes
from newsspider.store.files.day_files import DayFile
from newsspider.store.files.line_digest import digest


@dataclass(frozen=True, slots=True)
class StoredLine:
    """Where a line stands and what it is; `digest` is None where version 2 stored it."""

    day: str
    offset: int
    length: int
    id: str
    revision: int
    digest: bytes | None


Line = TypeVar("Line", bound=StoredLine)


def read_lines(
    files: Mapping[str, DayFile], lines: Iterable[Line], missing: Counter[str]
) -> Generator[tuple[Line, dict[str, Any]]]:
    """Yield each line with its record; a file is read once, from its beginning to its end.

    `lines` come by day and offset. Those of days whose file is not there are counted in `missing`,
    by day. Raises `OutputFailed` for a file that cannot be read, and for a line that is not the one
    that was stored.
    """
    for day, of_day in groupby(lines, key=lambda line: line.day):
        if day in files:
            yield from _read_day(files[day], of_day)
        else:
            missing[day] += sum(1 for _ in of_day)


def _read_day(file: DayFile, lines: Iterable[Line]) -> Generator[tuple[Line, dict[str, Any]]]:
    try:
        with open_bytes(file.path) as source:
            for line in lines:
                source.seek(line.offset)
                yield line, _record(file.path, line, source.read(line.length))
    except DAMAGED as error:
        raise OutputFailed(f"output damaged: {file.path}: {error}; restore the file") from error
    except OSError as error:
        raise unreadable(error, str(file.path)) from error


def _record(path: Path, line: StoredLine, data: bytes) -> dict[str, Any]:
    try:
        record: dict[str, Any] = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        record = {}
    is_known = line.digest is None or digest(data) == line.digest
    if not is_known or record.get("id") != line.id or record.get("revision") != line.revision:
        raise OutputFailed(
            f"output damaged: {path}, offset {line.offset:,}: not revision {line.revision} of"
            f" {line.id}; run `scrapy verify`"
        )
    return record
