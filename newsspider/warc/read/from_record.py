"""What a record says: an answer as a `Capture`, or what a listing said of it."""

import json
from datetime import UTC, datetime
from typing import Any, Final

from fastwarc.warc import HeaderMap, WarcRecordType

from newsspider.warc.read.capture import Capture, Revisit
from newsspider.warc.read.damage import Damage
from newsspider.warc.read.http_message import HttpMessage, parse_http
from newsspider.warc.read.record_choice import is_known
from newsspider.warc.read.records import Record

LISTED: Final = "newsspider-listed"
"""Field of a `metadata` record: in JSON, what a listing said of the article of the capture."""

METADATA: Final = WarcRecordType.metadata


def capture_of(record: Record) -> Capture | Damage:
    """Return the answer in a record, or why it is none."""
    told = _fields(record.headers)
    if not is_known(record.type):
        return _odd(record, f"a record of the unknown type {told.get('warc-type')!r:.50}")
    url = told.get("warc-target-uri", "").strip("<>")  # WARC 1.0 had them in brackets
    if not url.lower().startswith(("http://", "https://")):
        return _odd(record, f"an answer of no address: {url!r:.80}")
    date = _moment(told.get("warc-date"))
    if date is None:
        return _odd(record, f"{url}: no WARC-Date")
    message = _message(record, told)
    if message is None:
        return _odd(record, f"{url}: no HTTP answer")
    return Capture(
        url=url,
        date=date,
        status=message.status,
        headers=message.headers,
        body=message.body,
        offset=record.offset,
        record_id=told.get("warc-record-id"),
        payload_digest=told.get("warc-payload-digest"),
        ip_address=told.get("warc-ip-address"),
        truncated=told.get("warc-truncated") or _segment(told),
        undecodable=message.undecodable,
        revisit=_revisit(told) if record.type == WarcRecordType.revisit else None,
    )


def listed_of(record: Record) -> dict[str, Any] | None:
    """Return what a listing said of an article, from the metadata of its capture, or None.

    A value that is no JSON object is passed over: other programs may use the name.
    """
    for line in record.block.decode("utf-8", "replace").splitlines():
        name, _, value = line.partition(":")
        if name.strip().lower() != LISTED:
            continue
        try:
            found = json.loads(value)
        except ValueError:
            return None
        return found if isinstance(found, dict) else None
    return None


def _fields(headers: HeaderMap) -> dict[str, str]:
    """Return the fields of a record, the first of each name, by their names in lower case."""
    return {name.lower(): value for name, value in reversed(list(headers.items()))}


def _odd(record: Record, words: str) -> Damage:
    return Damage("foreign", record.offset, words)


def _moment(stated: str | None) -> datetime | None:
    """Return a WARC-Date; one without a zone is UTC, as the standard wants it."""
    try:
        found = datetime.fromisoformat(stated or "")
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _message(record: Record, told: dict[str, str]) -> HttpMessage | None:
    """Return the answer in the block; None where it is no HTTP, unless it was cut on its way."""
    if record.type == WarcRecordType.resource:
        kind = told.get("content-type")
        return HttpMessage(200, (("Content-Type", kind),) if kind else (), record.block)
    message = parse_http(record.block)
    if record.type == WarcRecordType.revisit and message is not None:
        return HttpMessage(message.status, message.headers, b"")
    if message is None and told.get("warc-truncated"):
        return HttpMessage(0, (), record.block)
    return message


def _segment(told: dict[str, str]) -> str | None:
    """Return "segment" for the first of the records over which an answer was spread."""
    return "segment" if told.get("warc-segment-number") else None


def _revisit(told: dict[str, str]) -> Revisit:
    return Revisit(
        profile=told.get("warc-profile"),
        url=told.get("warc-refers-to-target-uri"),
        date=_moment(told.get("warc-refers-to-date")),
        record_id=told.get("warc-refers-to"),
    )
