"""A capture: what an address answered at a moment, as a WARC file keeps it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Revisit:
    """That an answer was the same as an earlier one, which holds the body; what is not stated is
    None. `profile` says how that was known: by the digest, or since the server answered 304."""

    profile: str | None
    url: str | None
    date: datetime | None
    record_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One answer of a server.

    `date` is the WARC-Date, aware. `headers` are the HTTP fields in their order, repeated ones
    too, decoded as Latin-1. `body` is without transfer and content coding; where `undecodable`
    names a reason (`truncated_gzip`, `bad_chunk` …) it is as it came. `truncated` says why the
    capture is not all of the answer (WARC-Truncated); `status` is 0 where not even the status line
    came. `listed` is what a listing said of the article, from the `metadata` record that `ARCHIVE`
    writes. `offset` is where the record begins in its file, in bytes.
    """

    url: str
    date: datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)
    offset: int
    record_id: str | None = None
    payload_digest: str | None = None
    ip_address: str | None = None
    truncated: str | None = None
    undecodable: str | None = None
    revisit: Revisit | None = None
    listed: dict[str, Any] | None = None

    def header(self, name: str) -> str | None:
        """Return the first value of an HTTP field, whatever the case of its name, or None."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key.lower() == wanted), None)
