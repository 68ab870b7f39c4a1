"""How long a server asks to be left alone: Retry-After of RFC 9110 section 10.2.3. Pure."""

import re
from datetime import datetime

from newsspider.transport.http_date import http_date


def seconds(header: bytes | None, now: datetime) -> float | None:
    """Return the wait that `header` asks for, in seconds, or None when it asks for none.

    Reads both forms, delay-seconds and HTTP-date. None also for what is past, zero, negative or no
    date: the caller then waits as if the server had said nothing. `now` must be aware.

    >>> from datetime import UTC, datetime
    >>> noon = datetime(2022, 1, 11, 12, 0, tzinfo=UTC)
    >>> seconds(b"120", noon), seconds(b"Tue, 11 Jan 2022 12:00:30 GMT", noon)
    (120.0, 30.0)
    >>> [seconds(text, noon) for text in (b"Tue, 11 Jan 2022 11:00:00 GMT", b"-5", b"soon")]
    [None, None, None]
    """
    text = (header or b"").decode("latin-1").strip()[:64]
    wait = float(text) if re.fullmatch(r"[0-9]+", text) else _until(text, now)
    return wait if wait > 0 else None


def _until(date: str, now: datetime) -> float:
    moment = http_date(date)
    return 0.0 if moment is None else (moment - now).total_seconds()
