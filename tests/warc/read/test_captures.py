"""What a capture says, of the odd files too that other programs write."""

import gzip
import json
from collections.abc import Collection
from io import BytesIO
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecordType

from newsspider.warc.read.capture import Capture, Revisit
from newsspider.warc.read.captures import read_captures
from newsspider.warc.read.damage import Damage
from tests.support.warc_files import DATE, answer, packed, record

URL = "https://www.kabar.example/berita/1"
PAGE = b"<p>Hujan lebat mengguyur Kota Semarang sejak subuh.</p>"
GZIPPED = gzip.compress(PAGE, mtime=0)  # the same in every worker of a run: ids hold it


def _read(data: bytes, hosts: Collection[str] | None = None) -> list[Capture | Damage]:
    return list(read_captures(BytesIO(data), hosts))


def _only(data: bytes) -> Capture:
    (found,) = _read(data)
    assert isinstance(found, Capture), found
    return found


@pytest.mark.parametrize("suffix", [".gz", ".zst", ""])
def test_says_address_moment_status_fields_and_body(suffix: str) -> None:
    fields = ("Content-Type: text/html", "Set-Cookie: a=1", "Server:nginx", "set-cookie: b=2")
    more = {"WARC-IP-Address": "127.0.0.1", "WARC-Payload-Digest": "sha1:ABC"}
    found = _only(packed([record(URL, answer(PAGE, *fields), more=more)], suffix))
    assert (found.url, found.date, found.status, found.body) == (URL, DATE, 200, PAGE)
    assert found.headers == (
        ("Content-Type", "text/html"),
        ("Set-Cookie", "a=1"),
        ("Server", "nginx"),
        ("set-cookie", "b=2"),
    )
    assert found.header("SET-COOKIE") == "a=1"
    assert (found.ip_address, found.payload_digest) == ("127.0.0.1", "sha1:ABC")
    assert (found.offset, found.truncated, found.undecodable, found.revisit) == (
        0,
        None,
        None,
        None,
    )


def test_names_of_fields_have_no_case() -> None:
    data = packed([record(URL, answer(PAGE))], "")
    small = data.replace(b"WARC-Type: response", b"warc-type: Response")
    small = small.replace(b"WARC-Target-URI", b"warc-target-uri").replace(
        b"WARC-Date", b"warc-date"
    )
    assert _only(small) == _only(data)


def _chunked(data: bytes) -> bytes:
    return b"%x;ext=1\r\n%b\r\n%x\r\n%b\r\n0\r\nTrailer: x\r\n\r\n" % (
        10, data[:10], len(data) - 10, data[10:]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "body"),
    [
        (("Content-Encoding: gzip",), GZIPPED),
        (("Transfer-Encoding: chunked",), _chunked(PAGE)),
        (("Transfer-Encoding: chunked", "Content-Encoding: gzip"), _chunked(GZIPPED)),
        (("Content-Encoding: gzip", "Transfer-Encoding: chunked"), PAGE),  # decoded, fields kept
        (("Content-Encoding: br",), PAGE),
    ],
)
def test_undoes_the_codings_of_a_body(fields: tuple[str, ...], body: bytes) -> None:
    found = _only(packed([record(URL, answer(body, *fields))]))
    assert (found.body, found.undecodable) == (PAGE, None)


@pytest.mark.parametrize(
    ("field", "body", "reason"),
    [
        ("Content-Encoding: gzip", GZIPPED[:-9], "truncated_gzip"),
        ("Transfer-Encoding: chunked", _chunked(PAGE)[:30], "truncated_chunk"),
        ("Transfer-Encoding: chunked", b"3\r\nabcdef\r\n0\r\n\r\n", "bad_chunk"),
        ("Content-Encoding: zip", b"PK\3\4", "unknown_coding"),
    ],
)
def test_names_a_body_that_cannot_be_decoded(field: str, body: bytes, reason: str) -> None:
    found = _only(packed([record(URL, answer(body, field))]))
    assert (found.undecodable, found.body) == (reason, body)


@pytest.mark.parametrize(
    ("block", "status"),
    [
        (b"HTTP/1.0 200\r\nServer: old\r\n\r\n" + PAGE, 200),
        (b"HTTP/2 200\r\n\r\n" + PAGE, 200),
        (b"HTTP/1.1 404 Tidak Ada\nServer: old\n\n" + PAGE, 404),
        (b"HTTP/1.1 200 OK\r\nX: caf\xe9\r\nno colon\r\nY: a\r\n\tb\r\n\r\n" + PAGE, 200),
    ],
)
def test_reads_heads_that_no_standard_knows(block: bytes, status: int) -> None:
    found = _only(packed([record(URL, block)]))
    assert (found.status, found.body) == (status, PAGE)


def test_knows_what_a_listing_said_and_to_which_capture_it_belongs() -> None:
    listed = {"url": URL, "date_published": "2026-07-24T11:00:00+07:00"}
    fields = f"via: x\r\nnewsspider-listed: {json.dumps(listed)}\r\n".encode()
    first, second = (
        record(f"{URL}{number}", answer(PAGE), more={"WARC-Record-ID": f"<urn:uuid:{number}>"})
        for number in (1, 2)
    )
    request = record(URL, b"GET / HTTP/1.1\r\n\r\n", kind=WarcRecordType.request)
    more = {"WARC-Concurrent-To": "<urn:uuid:1>", "Content-Type": "application/warc-fields"}
    metadata = record(f"{URL}1", fields, kind=WarcRecordType.metadata, more=more)
    found = _read(packed([first, request, metadata, second, metadata]), ["kabar.example"])
    assert [each.listed for each in found if isinstance(each, Capture)] == [listed, None]


def test_says_to_what_a_revisit_refers() -> None:
    more = {
        "WARC-Profile": "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest",
        "WARC-Refers-To-Target-URI": URL,
        "WARC-Refers-To-Date": "2026-07-23T05:00:00Z",
        "WARC-Refers-To": "<urn:uuid:1>",
    }
    block = answer(b"", "ETag: x", "Content-Encoding: gzip")
    found = _only(packed([record(URL, block, kind=WarcRecordType.revisit, more=more)]))
    earlier = DATE.replace(day=23)
    assert found.revisit == Revisit(more["WARC-Profile"], URL, earlier, "<urn:uuid:1>")
    assert (found.body, found.header("etag")) == (b"", "x")


def test_reads_resources_and_passes_over_what_is_no_answer() -> None:
    page = {"Content-Type": "text/html"}
    records = [
        record("", b"software: x\r\n", kind=WarcRecordType.warcinfo),
        record(URL, b"GET / HTTP/1.1\r\n\r\n", kind=WarcRecordType.request),
        record("dns:kabar.example", b"20260724", more={"Content-Type": "text/dns"}),
        record("urn:thumbnail:x", b"PNG", kind=WarcRecordType.resource, more=page),
        record(URL, PAGE, kind=WarcRecordType.conversion),
        record(URL, PAGE, kind=WarcRecordType.resource, more=page),
    ]
    found = _only(packed(records))
    assert (found.status, found.body, found.header("content-type")) == (200, PAGE, "text/html")


def test_reads_files_of_warc_1_0_with_addresses_in_brackets() -> None:
    old = record(f"<{URL}>", answer(PAGE)).replace(b"WARC/1.1", b"WARC/1.0")
    assert _only(packed([old])).url == URL


def test_keeps_what_was_cut_on_its_way_apart_from_damage() -> None:
    cut = {"WARC-Truncated": "disconnect"}
    found = _read(packed([record(URL, b"HTT", more=cut), record(URL, answer(PAGE), more=cut)]))
    assert [(each.status, each.truncated) for each in found if isinstance(each, Capture)] == [
        (0, "disconnect"),
        (200, "disconnect"),
    ]


def test_passes_over_other_hosts_before_it_looks_at_http() -> None:
    hosts = ("kabar.example", "kanal.kabar.example:8080", "warta.example", "x-kabar.example")
    records = [record(f"http://{host}/?kabar.example", answer(PAGE)) for host in hosts]
    no_http = record("http://warta.example/", b"garbage")
    found = _read(packed([*records, no_http]), ["kabar.example"])
    assert [each.url for each in found if isinstance(each, Capture)] == [
        f"http://{host}/?kabar.example" for host in hosts[:2]
    ]
    assert len(found) == 2


def test_reads_a_file_by_its_path_and_from_a_pipe(tmp_path: Path) -> None:
    data = packed([record(URL, answer(PAGE))])
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)

    class Pipe(BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_: int) -> int:
            raise OSError("Illegal seek")

    (by_path,), (by_pipe,) = read_captures(path), read_captures(Pipe(data))
    assert by_path == by_pipe == _only(data)
