"""How a WARC file is packed, told by its first bytes."""

import zlib
from typing import BinaryIO, Final

from newsspider.store.files.compressed import zstd
from newsspider.warc.read.forms.form import Form, Part
from newsspider.warc.read.forms.packed import Packed
from newsspider.warc.read.forms.plain import Plain

_DICTIONARY: Final = b"\x5d\x2a\x4d\x18"  # a zstd file whose frames need the dictionary before them


class Opaque:
    """What fastwarc reads and nothing else here: LZ4, and zstd with a dictionary of its own."""

    guards_bytes = guards_lengths = True

    def reads_alone(self, file: BinaryIO) -> bool:
        """Return False: offsets are not looked at."""
        return False

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
