"""Durations as a user names them: so many minutes, hours, days or weeks."""

import re
from datetime import timedelta
from typing import Final

from newsspider.errors import BadArgument

_SPAN: Final = re.compile(r"(\d+)\s*(m|h|d|w)")
_LONGEST: Final = timedelta(days=36_500)  # a moment so long ago still has a date
_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def read_duration(name: str, text: str) -> timedelta:
    """Return the duration that an argument states; raises `BadArgument`.

    >>> str(read_duration("--max-age", "26h"))
    '1 day, 2:00:00'
    """
    found = _SPAN.fullmatch(text.strip().lower())
    if found is None:
        raise BadArgument(f"{name}={text}: not a duration; write 90m, 48h, 7d or 2w")
    try:
        span = timedelta(**{_UNITS[found[2]]: int(found[1])})
    except OverflowError:
        span = timedelta.max
    if span > _LONGEST:
        raise BadArgument(f"{name}={text}: too long; {_LONGEST.days}d at most")
    return span
