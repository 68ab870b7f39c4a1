"""Content codings undone: what is damaged or cut gives what the zlib of Python makes of it."""

import gzip
import zlib
from collections.abc import Callable

import pytest

from newsspider.reading.content_coding import Undecodable, decode

TEXT = "".join(f"<p>Panen garam ke-{n} di Rembang: {n * n} ton.</p>" for n in range(300)).encode()
MOST = 10 * len(TEXT)


def deflated(text: bytes, wbits: int, level: int = 6, strategy: int = 0) -> bytes:
    """Return a stream of two blocks, as servers send them piece by piece."""
    packer = zlib.compressobj(level, wbits=wbits, strategy=strategy)
    half = len(text) // 2
    first = packer.compress(text[:half]) + packer.flush(zlib.Z_SYNC_FLUSH)
    return first + packer.compress(text[half:]) + packer.flush()


STREAMS = {
    "gzip": deflated(TEXT, 31),
    "stored": deflated(TEXT[:900], 31, level=0),
    "fixed": deflated(TEXT[:900], 31, strategy=zlib.Z_FIXED),
    "members": gzip.compress(TEXT[:4000], mtime=0) + gzip.compress(TEXT[4000:], mtime=0),
    "named": gzip.compress(b"", mtime=0)[:3] + b"\x08" + bytes(6) + b"garam.html\0" + b"\x03" * 40,
    "zlib": deflated(TEXT, 15),
    "bare": deflated(TEXT, -15),
}


def by_zlib(body: bytes, coding: str) -> bytes | str:
    """Return the text of a stream, or what is wrong with it."""
    text = b""
    wbits = 31 if coding == "gzip" else 15
    if coding == "deflate":
        try:
            zlib.decompressobj().decompress(body, 1)
        except zlib.error:
            wbits = -15
    while True:
        stream = zlib.decompressobj(wbits)
        try:
            text += stream.decompress(body)
        except zlib.error:
            return f"bad_{coding}"
        if not stream.eof:
            return f"truncated_{coding}"
        body = stream.unused_data
        if coding == "deflate" or not body.startswith(b"\x1f\x8b"):
            return text


def decoded(body: bytes, coding: str, limit: int = MOST) -> bytes | str:
    """Return what `decode` makes of a stream: its text, or the reason why not."""
    try:
        return decode(body, [coding], limit)
    except Undecodable as problem:
        return problem.reason


def cut(body: bytes, at: int) -> bytes:
    """Return the stream up to a place."""
    return body[:at]


def flipped(body: bytes, at: int) -> bytes:
    """Return the stream with one bit changed."""
    return body[:at] + bytes([body[at] ^ 1 << at % 8]) + body[at + 1 :]


@pytest.mark.parametrize("damage", [cut, flipped])
@pytest.mark.parametrize("name", STREAMS)
def test_damage_at_any_place_is_told_as_zlib_tells_it(
    name: str, damage: Callable[[bytes, int], bytes]
) -> None:
    whole, coding = STREAMS[name], "deflate" if name in ("zlib", "bare") else "gzip"
    every = max(1, len(whole) // 400)
    places = {*range(0, len(whole), every), *range(12), *range(len(whole) - 12, len(whole))}

    for at in sorted(places):
        body = damage(whole, at)
        assert decoded(body, coding) == by_zlib(body, coding), f"{name} at {at}"


@pytest.mark.parametrize("after", [b"\0" * 700, b"\r\n", b"\x1f\x8b\x08", STREAMS["gzip"][:-3]])
def test_what_follows_the_last_member_is_told_as_zlib_tells_it(after: bytes) -> None:
    body = STREAMS["members"] + after

    assert decoded(body, "gzip") == by_zlib(body, "gzip")


def test_no_more_is_unpacked_than_the_limit() -> None:
    bomb = gzip.compress(bytes(50_000_000), mtime=0)

    assert decoded(bomb, "gzip", 1_000_000) == "too_large"
    assert decoded(STREAMS["gzip"], "gzip", len(TEXT)) == TEXT
    assert decoded(STREAMS["gzip"], "gzip", len(TEXT) - 1) == "too_large"
