"""How long a server asks to be left alone: Retry-After of RFC 9110 section 10.2.3. Pure."""

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


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
    try:
        moment = parsedate_to_datetime(date)
        if moment.tzinfo is None:  # "-0000": UTC, place unknown (RFC 5322 section 3.3)
            moment = moment.replace(tzinfo=UTC)
        return (moment - now).total_seconds()
    except (ValueError, TypeError, IndexError, OverflowError):
        return 0.0
