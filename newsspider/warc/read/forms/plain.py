"""WARC files that are not compressed."""

import re
from typing import BinaryIO, Final

from newsspider.warc.read.damage import Damage
from newsspider.warc.read.digest import digest_agrees
from newsspider.warc.read.forms.form import (
    CHUNK,
    HEAD,
    LENGTH,
    MOST,
    VERSION,
    Part,
    no_record,
    search,
)

_DIGEST: Final = re.compile(rb"\nWARC-Block-Digest:([^\r\n]*)", re.I)


class Plain:
    """Records one after the other, without compression; only their digest tells changed bytes."""

    guards_bytes = guards_lengths = False

    def reads_alone(self, file: BinaryIO) -> bool:
        """Return True: an offset is that of a record."""
        return True

    def begins(self, file: BinaryIO, at: int) -> bool:
        """Return True: records are not packed together."""
        return True

    def part(self, file: BinaryIO, at: int) -> Part:
        """Return the record that begins at an offset."""
        file.seek(at)
        data = file.read(CHUNK)
        head = HEAD.match(data)
        length = LENGTH.search(head[0]) if head else None
        if head is None or length is None:
            return no_record(at, data)
        end = at + head.end() + int(length[1])
        file.seek(at)
        content = file.read(min(end - at, MOST))
        if len(content) < end - at:
            return Part(None, flaw=Damage("cut", at, "the record has no end"))
        behind = file.read(CHUNK)
        start_of_next = behind.lstrip(b"\r\n")
        is_next = not start_of_next or bool(re.match(VERSION, start_of_next))
        next_at = end + len(behind) - len(start_of_next)
        digest = _DIGEST.search(head[0])
        block = content[head.end() :]
        stated = digest_agrees(digest[1].decode("latin-1"), block) if digest else None
        is_whole = is_next or behind.startswith(b"\r\n\r\n") if stated is None else stated
        if is_whole:
            return Part(next_at, content)
        broken = Damage("broken", at, "the record is not what its header says")
        return Part(next_at if is_next else None, flaw=broken)

    def next_start(self, file: BinaryIO, at: int) -> int | None:
        """Return where the next line stands that begins a record."""
        return search(file, at, re.compile(VERSION), _begins_with_head)


def _begins_with_head(data: bytes) -> bool:
    head = HEAD.match(data)
    return head is not None and b"WARC-Type" in head[0]
