"""An HTTP answer as it went over the wire, taken apart. Pure; whatever the bytes, never raises."""

import re
from dataclasses import dataclass, field
from typing import Final

from newsspider.reading.content_coding import Undecodable, codings_of, decode

MOST: Final = 256 * 1024 * 1024
"""Bytes that a body may have without its coding; no page has."""

_STATUS: Final = re.compile(rb"(?:HTTP|ICY)/?\d*(?:\.\d+)? +(\d{3})(?!\d)")
_HEAD_END: Final = re.compile(rb"\n\r?\n")
_FOLD: Final = re.compile(rb"\r?\n[ \t]+")  # what is folded belongs to the line before
_SIZE: Final = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LINE_END: Final = re.compile(rb"\r?\n")

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class HttpMessage:
    """Status, fields and body of an answer; `undecodable` is why the body is left as it came."""

    status: int
    headers: Headers
    body: bytes = field(repr=False)
    undecodable: str | None = None


def parse_http(block: bytes) -> HttpMessage | None:
    """Return the answer in a block of a WARC record, or None where there is no status line.

    Lines may end without carriage return and be folded, as old servers send them; lines without a
    colon are left out.

    >>> parse_http(b"HTTP/1.0 200\\r\\nServer:nginx\\r\\nX: a\\r\\n b\\r\\n\\r\\nhalo").headers
    (('Server', 'nginx'), ('X', 'a b'))
    """
    status = _STATUS.match(block)
    if status is None:
        return None
    end = _HEAD_END.search(block)
    head, raw = (block[: end.start()], block[end.end() :]) if end else (block, b"")
    headers = tuple(_fields(head))
    body, undecodable = _decoded(headers, raw)
    return HttpMessage(int(status[1]), headers, body, undecodable)


def _fields(head: bytes) -> list[tuple[str, str]]:
    found = []
    is_folded = b"\n " in head or b"\n\t" in head
    for line in (_FOLD.sub(b" ", head) if is_folded else head).split(b"\n")[1:]:
        name, colon, value = line.partition(b":")
        if colon and name.strip():
            found.append((name.strip().decode("latin-1"), value.strip().decode("latin-1")))
    return found


def _values(headers: Headers, name: str) -> list[bytes]:
    return [value.encode("latin-1") for key, value in headers if key.lower() == name]


def _decoded(headers: Headers, raw: bytes) -> tuple[bytes, str | None]:
    """Return the body without its codings, or as it came and why it is.

    Many archives keep the fields of a body that they have decoded before.
    """
    body = raw
    try:
        for coding in codings_of(_values(headers, "transfer-encoding"))[::-1]:
            body = _dechunked(body) if coding == "chunked" else decode(body, [coding], MOST)
        return decode(body, codings_of(_values(headers, "content-encoding")), MOST), None
    except Undecodable as error:
        return (body, None) if _is_text(body) else (raw, error.reason)


def _is_text(body: bytes) -> bool:
    """Tell whether a body is a page or JSON as it is, so that nothing is left to decode."""
    return body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"<", b"{", b"[") or not body


def _dechunked(body: bytes) -> bytes:
    """Return the chunks of a body joined, its trailer left out (RFC 9112, section 7.1).

    A body that does not begin with a chunk is returned as it is. Raises `Undecodable`.

    >>> _dechunked(b"5;x=1\\r\\nhallo\\r\\n0\\r\\nT: 1\\r\\n\\r\\n")
    b'hallo'
    """
    found = bytearray()
    size = _SIZE.match(body)
    if size is None:
        return body
    while size and (length := int(size[1], 16)):
        at = size.end() + length
        found += body[size.end() : at]
        end = _LINE_END.match(body, at)
        size = _SIZE.match(body, end.end()) if end else None
    if size is None:
        raise Undecodable("truncated_chunk" if at >= len(body) - 2 else "bad_chunk")
    return bytes(found)
