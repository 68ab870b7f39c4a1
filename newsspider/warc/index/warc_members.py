"""Where the last record of a piece of a WARC file begins, which may not be all there. Pure."""

import zlib
from typing import Final

_MAGIC: Final = b"\x1f\x8b\x08"
_START: Final = b"WARC/"
_ENOUGH: Final = 4096  # compressed bytes that hold the first line of a record


def whole_members(data: bytes) -> int:
    """Return how many bytes of a piece that begins with a record are records that are whole.

    Each record is a gzip member; all but the last one must be there. 0 where no second one begins:
    the bytes of a magic number that stand in a record by chance begin none.

    >>> import gzip
    >>> first, second = gzip.compress(b"WARC/1.1 first"), gzip.compress(b"WARC/1.1 second")
    >>> whole_members(first + second[:20]) == len(first), whole_members(first[:30])
    (True, 0)
    """
    at = data.rfind(_MAGIC)
    while at > 0:
        if _begins_record(data[at : at + _ENOUGH]):
            return at
        at = data.rfind(_MAGIC, 0, at)
    return 0


def _begins_record(data: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(data, len(_START)) == _START
    except zlib.error:
        return False
