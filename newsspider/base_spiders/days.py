"""Days as a user names them: a date, a month, a year, yesterday, so many days ago."""

import calendar
import re
from datetime import date, timedelta
from typing import Final

from newsspider import dates
from newsspider.errors import BadArgument

_AGO: Final = re.compile(r"(\d{1,5})\s*([dw])")
_NAMED: Final = {"today": 0, "hari ini": 0, "yesterday": 1, "kemarin": 1}
_PART: Final = re.compile(r"(\d{4})(?:-(\d{2}))?")
_MISTAKEN: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def read_day(name: str, text: str, today: date, *, last: bool = False) -> date:
    """Return the day that `text` names; of a month or year its first, or its `last`.

    Raises `BadArgument`, which bears `name` and the day that was probably meant.

    >>> today = date(2026, 7, 27)
    >>> [str(read_day("since", text, today)) for text in ("yesterday", "7d", "2022-01", "2022")]
    ['2026-07-26', '2026-07-20', '2022-01-01', '2022-01-01']
    >>> str(read_day("until", "2022-02", today, last=True))
    '2022-02-28'
    """
    said = " ".join(text.lower().split())
    try:
        if said in _NAMED:
            return today - timedelta(days=_NAMED[said])
        if ago := _AGO.fullmatch(said):
            return today - timedelta(days=int(ago[1]) * (7 if ago[2] == "w" else 1))
        if part := _PART.fullmatch(said):
            return _end_of(int(part[1]), int(part[2] or 0), last=last)
        return date.fromisoformat(said)
    except (ValueError, OverflowError, calendar.IllegalMonthError):
        raise BadArgument(f"{name}={text}: not a date{_meant(said)}") from None


def _end_of(year: int, month: int, *, last: bool) -> date:
    if not last:
        return date(year, month or 1, 1)
    month = month or 12
    return date(year, month, calendar.monthrange(year, month)[1])


def _meant(text: str) -> str:
    """The date that was probably meant: another notation, day and month swapped, or a day past the
    end of its month."""
    meant = dates.parse_date(text)
    if meant is not None:
        return f"; did you mean {meant.iso[:10]}?"
    if mistaken := _MISTAKEN.fullmatch(text):
        year, month, day = (int(part) for part in mistaken.groups())
        swapped = [(day, month)] if month > 12 >= day else []
        shorter = [(min(max(month, 1), 12), earlier) for earlier in range(min(day, 31), 0, -1)]
        for of_month, of_day in (*swapped, *shorter):
            try:
                return f"; did you mean {date(year, of_month, of_day)}?"
            except ValueError:
                continue
    return "; write it as 2022-01-31, 2022-01, yesterday or 7d"
