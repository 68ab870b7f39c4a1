"""WARC files for tests, made by fastwarc: usual ones, odd ones, damaged ones."""

import gzip
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Final

from fastwarc.warc import WarcRecord, WarcRecordType

from newsspider.store.files.compressed import zstd
from newsspider.store.pages.fixtures import Fixture, Saved

DATE: Final = datetime(2026, 7, 24, 5, 0, tzinfo=UTC)


def record(
    url: str,
    block: bytes,
    *,
    kind: WarcRecordType = WarcRecordType.response,
    date: datetime = DATE,
    more: Mapping[str, str] | None = None,
) -> bytes:
    """Return a record as it stands in a file that is not packed, with its block digest."""
    made = WarcRecord()
    made.init_headers(kind)
    made.record_date = date
    headers = {"WARC-Target-URI": url, "Content-Type": "application/http", **(more or {})}
    for name, value in headers.items():
        made.headers[name] = value
    made.set_bytes_content(block)
    out = BytesIO()
    made.write(out, checksum_data=True)
    return out.getvalue()


def answer(body: bytes, *fields: str, status: str = "HTTP/1.1 200 OK") -> bytes:
    """Return an HTTP answer; without fields it is HTML."""
    lines = (status, *(fields or ("Content-Type: text/html; charset=utf-8",)), "", "")
    return "\r\n".join(lines).encode("latin-1") + body


def packed(records: Iterable[bytes], suffix: str = ".gz") -> bytes:
    """Return a WARC file: a member for each record, as its suffix says (`.gz`, `.zst`, "")."""
    packs = {".gz": lambda data: gzip.compress(data, 6, mtime=0), ".zst": zstd.compress, "": bytes}
    return b"".join(map(packs[suffix], records))


def of_cases(cases: Iterable[Fixture]) -> list[bytes]:
    """Return the saved pages of cases as records."""
    return [each for case in cases for each in of_case(case)]


def of_case(case: Fixture) -> list[bytes]:
    """Return the saved pages of a case as records, each captured when the case was."""
    return [
        record(saved.url, answer(saved.body, *_fields(saved)), date=case.fetched_at)
        for saved in case.answers()
    ]


def _fields(saved: Saved) -> Iterator[str]:
    for name, value in saved.headers.items():
        if name.lower() not in ("content-encoding", "transfer-encoding", "content-length"):
            yield f"{name}: {value}"
