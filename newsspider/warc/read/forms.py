"""How the records of a WARC file are packed, and how to look at one record alone.

Reading on fast is fastwarc's work. These look closely where it failed, since it says neither which
bytes were wrong nor whether the record before them was whole.
"""

import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, Protocol

from newsspider.store.files.compressed import zstd
from newsspider.warc.read.damage import Damage
from newsspider.warc.read.digest import digest_agrees

_CHUNK: Final = 64 * 1024
_WINDOW: Final = 1024 * 1024
_MOST: Final = 1024 * 1024 * 1024  # bytes of one member; beyond them it is given up
_VERSION: Final = rb"WARC/\d\.\d+\r?\n"
_HEAD: Final = re.compile(rb"[\r\n]*" + _VERSION + rb"(?:[^\r\n][^\n]*\n)*\r?\n")
_LENGTH: Final = re.compile(rb"\nContent-Length:[ \t]*(\d+)[ \t]*\r?\n", re.I)
_DIGEST: Final = re.compile(rb"\nWARC-Block-Digest:([^\r\n]*)", re.I)
_BLANK: Final = b"\0\r\n \t"
_DICTIONARY: Final = b"\x5d\x2a\x4d\x18"  # a zstd file whose frames need the dictionary before them


@dataclass(frozen=True, slots=True)
class Part:
    """What stands at an offset: the records that are packed together there, and where they end.

    `flaw` is why they cannot be read; `end` is then None unless the next record begins there.
    Blanks that fill up a file are a part without content.
    """

    end: int | None
    content: bytes = b""
    flaw: Damage | None = None


class Form(Protocol):
    """A way of packing records."""

    guards_bytes: bool
    """Whether reading a record fails where its bytes have changed."""
    guards_lengths: bool
    """Whether the next record is found where a record is longer or shorter than it says."""

    def begins(self, file: BinaryIO, at: int) -> bool:
        """Tell whether a member with a record begins at an offset."""

    def part(self, file: BinaryIO, at: int) -> Part:
        """Return what stands at an offset before the end of the file."""

    def next_start(self, file: BinaryIO, at: int) -> int | None:
        """Return where the next record begins that can be told to be one, or None."""


class Packed:
    """A compressed member for each record, as gzip and zstd files have them."""

    guards_lengths = True

    def __init__(self, magic: bytes, stream: Callable[[], Any], error: type[Exception]) -> None:
        self.guards_bytes = error is zlib.error  # most programs leave out the checksum of zstd
        self._magic = magic
        self._stream = stream
        self._error = error

    def begins(self, file: BinaryIO, at: int) -> bool:
        """Tell whether a member with a record begins at an offset."""
        file.seek(at)
        return self._holds_record(file.read(_CHUNK))

    def part(self, file: BinaryIO, at: int) -> Part:
        """Return the member that begins at an offset, whole or not at all."""
        file.seek(at)
        stream, held, read, size = self._stream(), [], 0, 0
        while not stream.eof:
            data = file.read(_CHUNK)
            if not read and not data.startswith(self._magic):
                return _no_record(at, data)
            read += len(data)
            try:
                held.append(stream.decompress(data) if data else b"")
            except self._error as error:
                return Part(None, flaw=Damage("broken", at, str(error)))
            size += len(held[-1])
            if not data or size > _MOST:
                return Part(None, flaw=Damage("cut", at, "the record has no end"))
        end = at + read - len(stream.unused_data)
        content = b"".join(held)
        if not re.match(_VERSION, content.lstrip(b"\r\n")[:20]):
            return Part(end, flaw=Damage("foreign", at, "no WARC record"))
        return Part(end, content)

    def next_start(self, file: BinaryIO, at: int) -> int | None:
        """Return where the next member begins that holds a record."""
        return _search(file, at, re.compile(re.escape(self._magic)), self._holds_record)

    def _holds_record(self, data: bytes) -> bool:
        try:
            return bool(self._stream().decompress(data, 5) == b"WARC/")
        except self._error:
            return False


class Plain:
    """Records one after the other, without compression; only their digest tells changed bytes."""

    guards_bytes = guards_lengths = False

    def begins(self, file: BinaryIO, at: int) -> bool:
        """Return True: records are not packed together."""
        return True

    def part(self, file: BinaryIO, at: int) -> Part:
        """Return the record that begins at an offset."""
        file.seek(at)
        data = file.read(_CHUNK)
        head = _HEAD.match(data)
        length = _LENGTH.search(head[0]) if head else None
        if head is None or length is None:
            return _no_record(at, data)
        end = at + head.end() + int(length[1])
        file.seek(at)
        content = file.read(min(end - at, _MOST))
        if len(content) < end - at:
            return Part(None, flaw=Damage("cut", at, "the record has no end"))
        behind = file.read(_CHUNK)
        start_of_next = behind.lstrip(b"\r\n")
        is_next = not start_of_next or bool(re.match(_VERSION, start_of_next))
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
        return _search(file, at, re.compile(_VERSION), _begins_with_head)


class Opaque:
    """What fastwarc reads and nothing else here: LZ4, and zstd with a dictionary of its own."""

    guards_bytes = guards_lengths = True

    def begins(self, file: BinaryIO, at: int) -> bool:
        """Return False: offsets are not looked at."""
        return False

    def part(self, file: BinaryIO, at: int) -> Part:
        """Return nothing: the rest of the file is not looked at."""
        return Part(file.seek(0, 2))

    def next_start(self, file: BinaryIO, at: int) -> int | None:
        """Return None."""
        return None


def form_of(file: BinaryIO) -> Form:
    """Return how a file is packed, by its first bytes."""
    file.seek(0)
    start = file.read(4)
    if start.startswith(b"\x1f\x8b"):
        return Packed(b"\x1f\x8b\x08", lambda: zlib.decompressobj(wbits=31), zlib.error)
    if start == b"\x28\xb5\x2f\xfd":
        return Packed(start, zstd.ZstdDecompressor, zstd.ZstdError)
    return Opaque() if start in (b"\x04\x22\x4d\x18", _DICTIONARY) else Plain()


def _begins_with_head(data: bytes) -> bool:
    head = _HEAD.match(data)
    return head is not None and b"WARC-Type" in head[0]


def _no_record(at: int, data: bytes) -> Part:
    """Return a part that is no record; blanks up to the end of a file are no flaw."""
    if not data.strip(_BLANK):
        return Part(at + len(data))
    return Part(None, flaw=Damage("foreign", at, "no WARC record"))


def _search(
    file: BinaryIO, at: int, pattern: re.Pattern[bytes], is_start: Callable[[bytes], bool]
) -> int | None:
    """Return the first offset from `at` on where the pattern stands and is a start."""
    while True:
        file.seek(at)
        window = file.read(_WINDOW + _CHUNK)
        for match in pattern.finditer(window):
            if match.start() < _WINDOW and is_start(window[match.start() : match.start() + _CHUNK]):
                return at + match.start()
        if len(window) <= _WINDOW:
            return None
        at += _WINDOW
