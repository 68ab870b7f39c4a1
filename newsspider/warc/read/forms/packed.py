"""WARC files with a compressed member for each record."""

import re
import zlib
from collections.abc import Callable
from typing import Any, BinaryIO

from newsspider.warc.read.damage import Damage
from newsspider.warc.read.forms.form import (
    CHUNK,
    MOST,
    VERSION,
    WINDOW,
    Part,
    is_one_record,
    no_record,
    search,
)


class Packed:
    """A compressed member for each record, as gzip and zstd files have them."""

    guards_lengths = True

    def __init__(self, magic: bytes, stream: Callable[[], Any], error: type[Exception]) -> None:
        self.guards_bytes = error is zlib.error  # most programs leave out the checksum of zstd
        self._magic = magic
        self._stream = stream
        self._error = error

    def reads_alone(self, file: BinaryIO) -> bool:
        """Tell whether each record can be read alone: a short first member holds one record."""
        file.seek(0)
        stream = self._stream()
        try:
            content = stream.decompress(file.read(CHUNK), WINDOW)
        except self._error:
            return False
        return stream.eof and is_one_record(content)

    def begins(self, file: BinaryIO, at: int) -> bool:
        """Tell whether a member with a record begins at an offset."""
        file.seek(at)
        return self._holds_record(file.read(CHUNK))

    def part(self, file: BinaryIO, at: int) -> Part:
        """Return the member that begins at an offset, whole or not at all."""
        file.seek(at)
        stream, held, read, size = self._stream(), [], 0, 0
        while not stream.eof:
            data = file.read(CHUNK)
            if not read and not data.startswith(self._magic):
                return no_record(at, data)
            read += len(data)
            try:
                held.append(stream.decompress(data) if data else b"")
            except self._error as error:
                return Part(None, flaw=Damage("broken", at, str(error)))
            size += len(held[-1])
            if not data or size > MOST:
                return Part(None, flaw=Damage("cut", at, "the record has no end"))
        end = at + read - len(stream.unused_data)
        content = b"".join(held)
        if not re.match(VERSION, content.lstrip(b"\r\n")[:20]):
            return Part(end, flaw=Damage("foreign", at, "no WARC record"))
        return Part(end, content)

    def next_start(self, file: BinaryIO, at: int) -> int | None:
        """Return where the next member begins that holds a record."""
        return search(file, at, re.compile(re.escape(self._magic)), self._holds_record)

    def _holds_record(self, data: bytes) -> bool:
        try:
            return bool(self._stream().decompress(data, 5) == b"WARC/")
        except self._error:
            return False
