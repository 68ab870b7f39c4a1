"""Times and spans of time as a person says them."""

from datetime import timedelta
from typing import Final

from newsspider.dates import WIB
from newsspider.store.files.times import moment

_UNITS: Final = ((timedelta(days=2), 86_400, "days"), (timedelta(minutes=100), 3_600, "hours"))


def in_words(span: timedelta) -> str:
    """Return a span as a person would say it, in one unit.

    >>> [in_words(timedelta(minutes=minutes)) for minutes in (0.5, 42, 150, 5000, -300)]
    ['less than a minute', '42 minutes', '2 hours', '3 days', 'minus 5 hours']
    """
    if span < timedelta(0):
        return f"minus {in_words(-span)}"
    seconds = span.total_seconds()
    for least, size, unit in _UNITS:
        if span >= least:
            return f"{seconds // size:,.0f} {unit}"
    minutes = seconds // 60
    if not minutes:
        return "less than a minute"
    return f"{minutes:.0f} minute{'s' if minutes > 1 else ''}"


def in_wib(time: str) -> str:
    """Return a stored time as a reader in Jakarta sees it.

    >>> in_wib("2026-07-27T02:00:00Z")
    '2026-07-27 09:00 WIB'
    """
    return f"{moment(time).astimezone(WIB):%Y-%m-%d %H:%M} WIB"
