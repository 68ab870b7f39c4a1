"""The WARC records of an exchange, each a gzip member of its own."""

import hashlib
import io
import json
from base64 import b32encode
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from newsspider.warc.cdxj import REVISIT, Indexed
from newsspider.warc.read.from_record import LISTED
from newsspider.warc.write.exchange import Exchange

IDENTICAL: Final = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED: Final = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"

_LEVEL: Final = 6  # of gzip; most bodies came compressed
_FIELDS: Final = "application/warc-fields"


@dataclass(frozen=True, slots=True)
class Original:
    """The capture that a revisit stands for: its address, date (as in WARC-Date) and digest."""

    url: str
    date: str
    digest: str
    record_id: str | None = None


@dataclass(frozen=True, slots=True)
class Members:
    """The records of an exchange: `first` is the answer, `rest` what belongs to it, compressed."""

    first: bytes
    rest: bytes
    record_id: str


def warc_date(moment: datetime) -> str:
    """Return a moment as WARC-Date writes it, in whole seconds, as `fetched_at` of a record is.

    >>> warc_date(datetime.fromisoformat("2026-07-24T12:00:00+07:00"))
    '2026-07-24T05:00:00Z'
    """
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def digest_of(payload: bytes) -> str:
    """Return the digest of a payload as WARC writes it.

    Of a chunked body it is that of the bytes as stored: so do warcio and fastwarc check it, and
    pywb finds the original of a revisit by it (iipc/warc-specifications#22).

    >>> digest_of(b"")
    'sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ'
    """
    return "sha1:" + b32encode(hashlib.sha1(payload, usedforsecurity=False).digest()).decode()


def info_record(name: str, date: datetime, facts: Mapping[str, str]) -> tuple[bytes, str]:
    """Return the `warcinfo` record that a file begins with, and its id."""
    record = _record(WarcRecordType.warcinfo, _FIELDS, warc_date(date))
    record.headers["WARC-Filename"] = name
    return _compressed(record, _fields(facts.items())), str(record.record_id)


def records_of(
    exchange: Exchange, digest: str | None, original: Original | None, info_id: str
) -> Members:
    """Return the records of an exchange: response or revisit, request and metadata.

    `digest` is that of the payload, None without a whole head; with an `original` the record is a
    revisit of it, and holds the head alone.
    """
    kind = WarcRecordType.revisit if original else WarcRecordType.response
    # What cannot be read as HTTP says so: readers would fail to parse it.
    content_type = (
        "application/http; msgtype=response" if exchange.head else "application/octet-stream"
    )
    answer = _record(kind, content_type, warc_date(exchange.date), exchange.url)
    headers = answer.headers
    headers["WARC-Warcinfo-ID"] = info_id
    if exchange.ip_address:
        headers["WARC-IP-Address"] = exchange.ip_address
    if digest:
        headers["WARC-Payload-Digest"] = digest
    if exchange.truncated:
        headers["WARC-Truncated"] = exchange.truncated
    if original:
        headers["WARC-Profile"] = NOT_MODIFIED if exchange.status == 304 else IDENTICAL
        headers["WARC-Refers-To-Target-URI"] = original.url
        headers["WARC-Refers-To-Date"] = original.date
        if original.record_id:
            headers["WARC-Refers-To"] = original.record_id
    record_id = str(answer.record_id)
    rest = b"".join(_companions(exchange, record_id, info_id))
    return Members(
        _compressed(answer, exchange.head if original else exchange.answer), rest, record_id
    )


def _companions(exchange: Exchange, answer_id: str, info_id: str) -> Iterator[bytes]:
    """Yield the request, and what is known of it beside."""
    kinds = (
        (WarcRecordType.request, "application/http; msgtype=request", exchange.request),
        (WarcRecordType.metadata, _FIELDS, _fields(_facts(exchange))),
    )
    for kind, content_type, block in kinds:
        record = _record(kind, content_type, warc_date(exchange.date), exchange.url)
        record.headers["WARC-Concurrent-To"] = answer_id
        record.headers["WARC-Warcinfo-ID"] = info_id
        yield _compressed(record, block)


def _facts(exchange: Exchange) -> Iterator[tuple[str, str]]:
    yield "fetchTimeMs", str(round(exchange.seconds * 1000))
    if exchange.via:
        yield "via", exchange.via
    if exchange.listed is not None:
        yield LISTED, json.dumps(exchange.listed)  # ASCII, so that no text ends the line


def _fields(pairs: Iterable[tuple[str, str]]) -> bytes:
    return "".join(f"{name}: {value}\r\n" for name, value in pairs).encode()


def _record(
    kind: WarcRecordType, content_type: str, date: str, url: str | None = None
) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(kind)
    record.headers["WARC-Date"] = date
    record.headers["Content-Type"] = content_type
    if url:
        record.headers["WARC-Target-URI"] = url
    return record


def _compressed(record: WarcRecord, block: bytes) -> bytes:
    record.set_bytes_content(block)
    into = io.BytesIO()
    member = GzipWriter(into, compression_level=_LEVEL)
    record.write(member, checksum_data=True)
    member.finish()
    return into.getvalue()


def index_line(
    exchange: Exchange,
    digest: str | None,
    offset: int,
    length: int,
    filename: str,
    *,
    is_revisit: bool,
) -> Indexed:
    """Return the line of the index for the answer of an exchange."""
    return Indexed(
        url=exchange.url,
        date=warc_date(exchange.date),
        mime=REVISIT if is_revisit else exchange.media_type or "unk",
        status=str(exchange.status or "-"),
        digest=digest or "-",
        offset=offset,
        length=length,
        filename=filename,
        truncated=exchange.truncated or "",
    )
