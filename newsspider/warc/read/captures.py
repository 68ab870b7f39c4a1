"""The captures of a WARC file: what addresses answered, and what of the file cannot be read."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Final, cast

from newsspider.warc.read.capture import Capture
from newsspider.warc.read.damage import Damage
from newsspider.warc.read.from_record import METADATA, capture_of, listed_of
from newsspider.warc.read.record_choice import Choice
from newsspider.warc.read.records import Record, read_records

_IN_MEMORY: Final = 64 * 1024 * 1024


def read_captures(
    source: Path | BinaryIO, hosts: Collection[str] | None = None
) -> Iterator[Capture | Damage]:
    """Yield the captures of a WARC file in its order, and each place that cannot be read.

    The file may be plain or packed by gzip or zstd, cut, damaged, or no WARC at all. `hosts` are
    domains: captures of others, and of what lies under others, are passed over by the header of
    their records, before HTTP is looked at. A `resource` is a capture with status 200.

    Raises `OSError` where the file itself cannot be opened or read, and nothing else.
    """
    if isinstance(source, Path):
        with source.open("rb") as file:
            yield from _captures(file, Choice(hosts))
    elif source.seekable():
        yield from _captures(source, Choice(hosts))
    else:
        with SpooledTemporaryFile(_IN_MEMORY) as copy:
            copyfileobj(source, copy)
            yield from _captures(cast("BinaryIO", copy), Choice(hosts))


def _captures(file: BinaryIO, choice: Choice) -> Iterator[Capture | Damage]:
    held: Capture | None = None  # until its metadata, which follow it, have come
    for found in read_records(file, choice):
        if isinstance(found, Record) and found.type == METADATA:
            held = _with_metadata(held, found)
            continue
        read = found if isinstance(found, Damage) else capture_of(found)
        if isinstance(read, Damage):
            choice.records_seen += 1
            yield read
            continue
        if held is not None:
            yield held
        held = read
    if held is not None:
        yield held
    if not choice.records_seen:
        yield Damage("foreign", 0, "the file has no WARC record")


def _with_metadata(held: Capture | None, record: Record) -> Capture | None:
    """Return the last capture with what its metadata say, unless they are of one that was lost."""
    concurrent = record.headers.get_multiple("WARC-Concurrent-To")
    if held is None or held.record_id not in concurrent:
        return held
    return replace(held, listed=listed_of(record) or held.listed)
