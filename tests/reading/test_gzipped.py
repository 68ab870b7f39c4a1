"""Gzip files as servers send them."""

import gzip

import pytest

from newsspider.reading.gzipped import inflated


def packed(body: bytes) -> bytes:
    """Return a gzip file that is the same on every day."""
    return gzip.compress(body, mtime=0)


TEXT = b"<urlset>" + b"<url><loc>https://www.sindonews.com/a</loc></url>" * 5_000 + b"</urlset>"
HALF = len(TEXT) // 2
MOST = 10 * len(TEXT)


@pytest.mark.parametrize(
    "body",
    [
        packed(TEXT),
        packed(packed(TEXT)),
        packed(TEXT[:HALF]) + packed(TEXT[HALF:]),
        packed(packed(TEXT[:HALF]) + packed(TEXT[HALF:])),
        packed(TEXT) + b"\0" * 512,
        packed(TEXT) + b"\r\n",
        gzip.compress(TEXT, 0, mtime=0),
        TEXT,
    ],
)
def test_all_members_and_layers_are_read(body: bytes) -> None:
    assert inflated(body, MOST) == TEXT


def test_a_file_that_is_cut_gives_what_is_there() -> None:
    second = packed(TEXT[HALF:])

    found = inflated(packed(TEXT[:HALF]) + second[: len(second) // 2], MOST)

    assert TEXT.startswith(found)
    assert len(found) > HALF


@pytest.mark.parametrize("broken", [b"\x1f\x8b", b"\x1f\x8b\x08" + b"x" * 99])
def test_what_only_looks_like_gzip_is_empty(broken: bytes) -> None:
    assert inflated(broken, MOST) == b""


@pytest.mark.parametrize(
    "bomb",
    [
        packed(b"a" * 3_000_000),
        packed(packed(b"a" * 3_000_000)),
        packed(b"a" * 700) * 2_000,
    ],
)
def test_no_more_is_inflated_than_asked_for(bomb: bytes) -> None:
    assert inflated(bomb, 100_000) == b"a" * 100_000
