"""What a date line says, and what may be said at all: the record of the answer, its limits."""

from dataclasses import dataclass, field
from datetime import date, timedelta, timezone
from typing import Final, Literal

WIB: Final = timezone(timedelta(hours=7), "WIB")
"""Western Indonesian Time: of Jakarta, of the sites' own pages, and of our days."""

WIB_MINUTES: Final = 7 * 60
EARLIEST, LATEST = 1900, 2099  # years; beyond them stand .NET's 0001, Java's 9999 and typing errors
# Days that programs print when they have no date: Unix zero, and SQL Server's.
PLACEHOLDERS = {date(1970, 1, 1), date(1900, 1, 1)}
DateWarning = Literal["weekday_mismatch", "date_by_dateparser"]
WEEKDAY_MISMATCH: Final = "weekday_mismatch"
BY_DATEPARSER: Final = "date_by_dateparser"


@dataclass(slots=True)
class Date:
    """A date as printed.

    `iso`: `YYYY-MM-DDTHH:MM:SS+07:00`, or `YYYY-MM-DD` where no clock time is printed.
    `tz_assumed`: a clock time without a zone; `iso` then says +07:00, by assumption.
    `warnings`: codes of what does not agree:

    - `weekday_mismatch`: the printed weekday is not the weekday of the printed date.
    - `date_by_dateparser`: dateparser read the line, or named its month; no weekday was checked.
    """

    iso: str
    tz_assumed: bool = False
    warnings: list[DateWarning] = field(default_factory=list)


@dataclass(slots=True, frozen=True)
class Clock:
    """A time of day; `zone` in minutes east of Greenwich, None where none is printed."""

    hour: int
    minute: int
    second: int = 0
    zone: int | None = None


def plausible_day(year: int, month: int, day: int) -> date | None:
    """Return the calendar day, unless there is none or no portal can have meant it.

    >>> plausible_day(2023, 2, 29), plausible_day(1970, 1, 1), plausible_day(9999, 12, 31)
    (None, None, None)
    """
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        day_ = date(year, month, day)
    except ValueError:
        return None
    return None if day_ in PLACEHOLDERS else day_


def format_offset(minutes: int) -> str:
    """Return minutes east of Greenwich as ISO 8601 writes them.

    >>> format_offset(420), format_offset(-210)
    ('+07:00', '-03:30')
    """
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"{sign}{hours:02}:{rest:02}"


def _is_epoch(day: date, clock: Clock) -> bool:
    """Return whether it is Unix zero, which west of Greenwich falls on the day before."""
    since = timedelta(hours=clock.hour, minutes=clock.minute - (clock.zone or 0))
    return day == date(1969, 12, 31) and since == timedelta(days=1)


def make_date(day: date, clock: Clock | None = None, weekday: int | None = None) -> Date | None:
    """Return the answer for a day, with its clock time and its printed weekday (Monday is 0)."""
    warnings: list[DateWarning] = (
        [] if weekday is None or weekday == day.weekday() else [WEEKDAY_MISMATCH]
    )
    if clock is None:
        return Date(f"{day}", False, warnings)
    if _is_epoch(day, clock):
        return None
    zone = WIB_MINUTES if clock.zone is None else clock.zone
    time = f"{clock.hour:02}:{clock.minute:02}:{clock.second:02}"
    return Date(f"{day}T{time}{format_offset(zone)}", clock.zone is None, warnings)
