"""Cut, changed and foreign files: every record that is whole is read, and each damage named."""

import random
from collections.abc import Sequence
from io import BytesIO

import pytest
from fastwarc.warc import WarcRecordType

from newsspider.warc.read.capture import Capture
from newsspider.warc.read.captures import read_captures
from newsspider.warc.read.damage import Damage
from tests.support.warc_files import answer, packed, record

SUFFIXES = (".gz", ".zst", "")


def _records(count: int) -> list[bytes]:
    """Return records of answers, each with text of its own that packs badly."""
    chance = random.Random(7)
    texts = [bytes(chance.choices(range(32, 127), k=900)) for _ in range(count)]
    return [record(_url(n), answer(b"<p>" + text)) for n, text in enumerate(texts)]


def _url(number: int) -> str:
    return f"https://www.kabar.example/berita/{number}"


def _read(data: bytes, hosts: Sequence[str] | None = None) -> tuple[list[str], list[Damage]]:
    found = list(read_captures(BytesIO(data), hosts))
    urls = [each.url for each in found if isinstance(each, Capture)]
    return urls, [each for each in found if isinstance(each, Damage)]


def _urls_without(*lost: int, of: int = 5) -> list[str]:
    return [_url(number) for number in range(of) if number not in lost]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("left", [1, 7, 40, 200, 500])
def test_names_a_file_that_was_cut(suffix: str, left: int) -> None:
    *whole, last = (packed([each], suffix) for each in _records(5))
    urls, damage = _read(b"".join(whole) + last[:left])
    start = sum(map(len, whole))
    assert urls == _urls_without(4)
    assert [(each.offset, each.kind in ("cut", "foreign")) for each in damage] == [(start, True)]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("hosts", [None, ["kabar.example"], ["warta.example"]])
@pytest.mark.parametrize("lost", range(5))
def test_reads_on_behind_a_record_whose_bytes_changed(
    suffix: str, hosts: list[str] | None, lost: int
) -> None:
    members = [packed([each], suffix) for each in _records(5)]
    broken = bytearray(members[lost])
    broken[len(broken) // 2] ^= 0x10
    start = sum(map(len, members[:lost]))
    members[lost] = bytes(broken)
    urls, damage = _read(b"".join(members), hosts)
    if hosts == ["warta.example"]:  # only gzip has a checksum in any case
        assert urls == []
        assert len(damage) == 1 or suffix != ".gz"
    else:
        assert urls == _urls_without(lost)
        assert [(each.kind, each.offset) for each in damage] == [("broken", start)]


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "foreign", [b"<html>galat</html>\r\n", b"\x1f\x8b\x08", bytes(range(256)) * 700]
)
def test_reads_on_behind_what_is_no_record(suffix: str, foreign: bytes) -> None:
    members = [packed([each], suffix) for each in _records(5)]
    data = b"".join([*members[:2], foreign, *members[2:]])
    urls, damage = _read(data)
    assert urls == _urls_without()
    assert [each.offset for each in damage] == [len(members[0] + members[1])]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_names_every_damage_of_a_file(suffix: str) -> None:
    members = [packed([each], suffix) for each in _records(9)]
    for lost in (1, 2, 6):
        members[lost] = members[lost][:300] + members[lost][320:]
    urls, damage = _read(b"".join(members))
    starts = [sum(map(len, members[:lost])) for lost in (1, 2, 6)]
    assert urls == _urls_without(1, 2, 6, of=9)
    # Of two broken members of zstd the second may not be told from the first.
    assert [each.offset for each in damage] in (starts, [starts[0], starts[2]])


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 5000, b"<html></html>", packed([b"halo"]), b"\x1f\x8b"]
)
def test_names_a_file_without_any_record(data: bytes) -> None:
    urls, damage = _read(data)
    assert (urls, [each.kind for each in damage]) == ([], ["foreign"])


def test_takes_padding_for_no_damage() -> None:
    assert _read(packed(_records(5)) + b"\0" * 700) == (_urls_without(), [])
    assert _read(packed(_records(5), "") + b"\r\n\r\n") == (_urls_without(), [])


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_reads_files_whose_records_share_a_member(suffix: str) -> None:
    shared = packed([b"".join(_records(400))], suffix)
    assert _read(shared) == (_urls_without(of=400), [])
    urls, damage = _read(shared[: len(shared) // 2])
    assert urls == _urls_without(*range(len(urls), 400), of=400)
    assert len(urls) > 50
    assert len(damage) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"WARC-Type: response", b"WARC-Type: rexponse"),
        (b"WARC-Target-URI: https", b"WARC-Target-URI: httqs"),
        (b"WARC-Type: response", b"WARX-Type: response"),
        (b"WARC-Target-URI", b"WARC-Target-URJ"),
        (b"WARC-Date: 2026-07-24", b"WARC-Date: 2026-17-24"),
        (b"HTTP/1.1 200", b"HXTP/1.1 200"),
    ],
)
def test_names_a_record_whose_header_says_nothing_known(old: bytes, new: bytes) -> None:
    records = _records(3)
    records[1] = records[1].replace(old, new)
    urls, damage = _read(packed(records))
    assert urls == _urls_without(1, of=3)
    assert [(each.kind, each.offset) for each in damage] == [("foreign", len(packed(records[:1])))]


@pytest.mark.parametrize(
    "length", [b"Content-Length: 3", b"Content-Length: 99999", b"Content-Length: x"]
)
def test_reads_on_behind_a_record_of_another_length_than_it_says(length: bytes) -> None:
    records = _records(5)
    start = records[2].index(b"Content-Length")
    end = records[2].index(b"\r\n", start)
    records[2] = records[2][:start] + length + records[2][end:]
    urls, damage = _read(packed(records, ""))
    assert urls == _urls_without(2)
    assert [each.offset for each in damage] == [len(packed(records[:2], ""))]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_raises_nothing_whatever_the_bytes(suffix: str) -> None:
    chance = random.Random(11)
    sound = packed([*_records(4), record(_url(9), b"via: x", kind=WarcRecordType.metadata)], suffix)
    for _ in range(150):
        data = bytearray(sound)
        for _ in range(chance.randrange(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        data = data[: chance.randrange(len(data))] if chance.random() < 0.3 else data
        urls, damage = _read(bytes(data))
        # Without a checksum a header may change into another that is sound.
        assert len(urls) == 4 or damage or suffix != ".gz"


def test_tells_the_failure_of_a_disk_from_damage() -> None:
    class Failing(BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 500:
                raise OSError(5, "Input/output error")
            return super().read(min(size or -1, 256))

    with pytest.raises(OSError, match="Input/output error"):
        list(read_captures(Failing(packed(_records(5)))))
