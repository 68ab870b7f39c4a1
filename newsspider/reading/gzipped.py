"""Gzip files as servers send them: of several members, packed twice, cut, or broken at the end."""

from typing import Final

from zlib_ng import zlib_ng

MAGIC: Final = b"\x1f\x8b"
_CHUNK: Final = 64 * 1024
_MOST_LAYERS: Final = 3  # a file that was packed, and packed again by the server


def inflated(body: bytes, most: int) -> bytes:
    """Return what a gzip file holds, as far as it can be read, at most `most` bytes of it.

    Bytes that are no gzip are returned as they are.

    >>> import gzip
    >>> inflated(gzip.compress(gzip.compress(b"Garam ") + gzip.compress(b"Rembang")), 1000)
    b'Garam Rembang'
    """
    for _ in range(_MOST_LAYERS):
        if not body.startswith(MAGIC):
            break
        body = _members(body, most)
    return body


def _members(body: bytes, most: int) -> bytes:
    """Return the members of one file, joined; what stands behind the last one is left out."""
    held = bytearray()
    rest = memoryview(body)
    while bytes(rest[:2]) == MAGIC and len(held) < most:
        inflater = zlib_ng.decompressobj(wbits=zlib_ng.MAX_WBITS | 16)
        position = 0
        try:
            while not inflater.eof and position < len(rest) and len(held) < most:
                chunk = inflater.unconsumed_tail or rest[position : position + _CHUNK]
                position += 0 if inflater.unconsumed_tail else _CHUNK
                held += inflater.decompress(chunk, most - len(held))
        except zlib_ng.error:
            break
        rest = rest[min(position, len(rest)) - len(inflater.unused_data) :]
        if not inflater.eof:
            break
    return bytes(held)
