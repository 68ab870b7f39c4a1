"""Spans of time in words."""

from datetime import timedelta
from typing import Final

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
