"""What a killed run left in an archive: cut to whole records, indexed, and given its name."""

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Final

from fastwarc.warc import WarcRecord, WarcRecordType

from newsspider.errors import from_os
from newsspider.store.files.disk import Disk
from newsspider.warc.cdxj import Indexed
from newsspider.warc.write.archive_file import OPEN, complete_path, files_of, finish, lock
from newsspider.warc.write.exchange import Exchange
from newsspider.warc.write.exchange_records import index_line

_BLOCK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that was completed: how many captures it has, and how many bytes were cut off."""

    path: Path
    captures: int
    cut: int

    def __str__(self) -> str:
        return (
            f"{self.path} was left open by a run that was killed; it has {self.captures} captures"
            f", and {self.cut} bytes of a record that was not whole were cut off"
        )


def mend(folder: Path, site: str, disk: Disk) -> Iterator[Mended]:
    """Complete the files of a site that no living process writes to, and yield each.

    One without a capture is removed. Raises a `Refusal`.
    """
    for path in files_of(folder, site, OPEN):
        try:
            descriptor = disk.open_in_place(path)
        except FileNotFoundError:  # its writer completed it this instant
            continue
        except OSError as error:
            raise from_os(error, f"mending {path}") from error
        try:
            if lock(descriptor, path, disk):
                yield _mended(path, descriptor, disk)
        except OSError as error:
            raise from_os(error, f"mending {path}") from error
        finally:
            os.close(descriptor)


def _mended(path: Path, descriptor: int, disk: Disk) -> Mended:
    captures: list[Indexed] = []
    end = 0
    with path.open("rb") as file:
        for offset, length, content in whole_members(file):
            try:
                record = WarcRecord.from_bytes(content)
            except OSError:
                break
            captures += _indexed(record, offset, length, complete_path(path).name)
            end = offset + length
    cut = disk.size(descriptor) - end
    if not captures:
        disk.remove(path)
        return Mended(complete_path(path), 0, cut)
    if cut:
        disk.truncate(descriptor, end)
    disk.sync(descriptor)
    finish(path, captures, disk)
    return Mended(complete_path(path), len(captures), cut)


def whole_members(file: IO[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """Yield offset, length and content of each gzip member, up to one that is cut or damaged."""
    offset, rest = 0, b""
    while True:
        member, content, length = zlib.decompressobj(wbits=31), [], 0
        while not member.eof:
            block = rest or file.read(_BLOCK)
            if not block:
                return
            try:
                content.append(member.decompress(block))
            except zlib.error:
                return
            rest = member.unused_data
            length += len(block) - len(rest)
        yield offset, length, b"".join(content)
        offset += length


def _indexed(record: WarcRecord, offset: int, length: int, name: str) -> Iterator[Indexed]:
    headers = record.headers
    url = headers.get("WARC-Target-URI")
    if url is None or record.record_type not in (WarcRecordType.response, WarcRecordType.revisit):
        return
    exchange = Exchange(
        url=url,
        date=datetime.fromisoformat(str(headers.get("WARC-Date"))),
        request=b"",
        answer=record.reader.read(),
        truncated=headers.get("WARC-Truncated"),  # type: ignore[arg-type]
    )
    is_revisit = record.record_type is WarcRecordType.revisit
    digest = headers.get("WARC-Payload-Digest")
    yield index_line(exchange, digest, offset, length, name, is_revisit=is_revisit)
