"""Content codings undone in full or not at all, and never past a limit. Pure.

Scrapy decodes as far as it gets: half a gzip stream makes half an article that looks whole.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

import brotli
from zlib_ng import zlib_ng

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ACCEPTED: Final = ("gzip", "deflate", "br", "zstd")
"""What we ask for; RFC 9110 section 8.4.1 and RFC 8878."""

_CHUNK: Final = 256 * 1024  # most pages in one piece: a quarter less time than with 64 KiB
_MOST_CODINGS: Final = 3  # more than one is a mistake of a server, more than this an attack

_GZIP_MAGIC: Final = b"\x1f\x8b"


class Undecodable(ValueError):
    """A body that is not what its Content-Encoding says; `reason` is a code such as
    `truncated_gzip`, `bad_br`, `unknown_coding` or `too_large`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def decode(body: bytes, codings: Sequence[str], limit: int) -> bytes:
    """Return `body` without its codings, of which the last was applied last.

    `limit` is in bytes and holds for every step. Raises `Undecodable`.

    >>> import gzip
    >>> decode(gzip.compress(b"halo"), ["gzip"], limit=100)
    b'halo'
    >>> decode(gzip.compress(b"halo")[:-1], ["gzip"], limit=100)
    Traceback (most recent call last):
    newsspider.reading.content_coding.Undecodable: truncated_gzip
    """
    if len(codings) > _MOST_CODINGS:
        raise Undecodable("unknown_coding")
    for coding in reversed(codings):
        if coding not in _DECODERS:
            raise Undecodable("unknown_coding")
        body = _joined(_DECODERS[coding](body), limit)
    return body


def codings_of(header: Sequence[bytes]) -> list[str]:
    """Return the codings of all Content-Encoding header lines, `identity` left out.

    >>> codings_of([b"GZIP, identity", b"br"])
    ['gzip', 'br']
    """
    named = b",".join(header).decode("latin-1").lower().split(",")
    return [name for coding in named if (name := coding.strip()) not in ("", "identity")]


def _joined(chunks: Iterator[bytes], limit: int) -> bytes:
    found: list[bytes] = []
    size = 0
    for chunk in chunks:
        size += len(chunk)
        if size > limit:
            raise Undecodable("too_large")
        found.append(chunk)
    return b"".join(found)


def _gzip(body: bytes) -> Iterator[bytes]:
    """Yield every member of the stream; what follows the last one is padding (RFC 1952 section
    2.2).
    """
    while True:
        member = zlib_ng.decompressobj(wbits=31)
        yield from _inflated(member, body, "gzip")
        body = member.unused_data
        if not body.startswith(_GZIP_MAGIC):
            return


def _deflate(body: bytes) -> Iterator[bytes]:
    """Yield a zlib stream, or the bare deflate stream that some servers send instead."""
    try:
        zlib_ng.decompressobj().decompress(body, 1)
        wbits = zlib_ng.MAX_WBITS
    except zlib_ng.error:
        wbits = -zlib_ng.MAX_WBITS
    yield from _inflated(zlib_ng.decompressobj(wbits), body, "deflate")


def _inflated(stream: Any, data: bytes, coding: str) -> Iterator[bytes]:
    while not stream.eof:
        try:
            chunk = stream.decompress(data, _CHUNK)
        except zlib_ng.error:
            raise Undecodable(f"bad_{coding}") from None
        data = stream.unconsumed_tail
        if not chunk and not data and not stream.eof:
            raise Undecodable(f"truncated_{coding}")
        yield chunk


def _br(body: bytes) -> Iterator[bytes]:
    stream = brotli.Decompressor()
    while not stream.is_finished():
        try:
            chunk = stream.process(body, output_buffer_limit=_CHUNK)
        except brotli.error:
            raise Undecodable("bad_br") from None
        if not chunk and not stream.is_finished():
            raise Undecodable("truncated_br")
        body = b""
        yield chunk


def _zstd(body: bytes) -> Iterator[bytes]:
    while body:
        frame = zstd.ZstdDecompressor()
        yield from _frame(frame, body)
        body = frame.unused_data


def _frame(frame: Any, data: bytes) -> Iterator[bytes]:
    while not frame.eof:
        try:
            chunk = frame.decompress(data, _CHUNK)
        except zstd.ZstdError:
            raise Undecodable("bad_zstd") from None
        if not chunk and frame.needs_input:
            raise Undecodable("truncated_zstd")
        data = b""
        yield chunk


_DECODERS: Final[dict[str, Callable[[bytes], Iterator[bytes]]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _br,
    "zstd": _zstd,
}
