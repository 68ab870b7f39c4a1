"""Calendar dates in a folded line: `11 januari 2022`, `11/1/22`, `2022-01-11`, `jan 11, 2022`.

Day first, always; the year may be missing (`3/7`). Impossible dates are mentions too, so that
`31 februari` is refused and not read as something smaller.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from newsspider.dates import clock_times
from newsspider.dates.types import Clock, plausible_day
from newsspider.dates.vocabulary import MONTH, MONTHS, WEEKDAY


@dataclass(slots=True, frozen=True)
class CalendarDate:
    """A calendar date at `start`:`end` of a line; `year` None where none is printed."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    clock: Clock | None = None  # `Jan 11 10:52:00 2022` has it inside
    impossible: bool = False  # … and `Jan 11 25:61:00 2022` has one that is none

    @property
    def parts(self) -> tuple[int | None, int, int]:
        """Return what two mentions of the same day share."""
        return self.year, self.month, self.day

    def date(self, reference: date | None = None) -> date | None:
        """Return the day; without a year, the nearest such day not after `reference`."""
        if self.impossible:
            return None
        if self.year is not None:
            return plausible_day(self.year, self.month, self.day)
        if reference is None:
            return None
        years = range(reference.year, reference.year - 9, -1)  # 29 February may be eight years ago
        days = (plausible_day(year, self.month, self.day) for year in years)
        return next((day for day in days if day and day <= reference), None)


# `ke-11 Januari`, `Covid-19 Januari`, `U-20 Mei` count or name something.
_LEFT = r"(?<![a-z0-9])(?<![0-9][.:/])(?<!\bke[ -])(?<!covid-)(?<!\b[a-z]-)(?<!\b[a-z]{2}-)"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month>{MONTH})"
_GAP = r"[ .,/'-]{0,4}"
# `11 Januari 20 orang` is no year: behind two digits stand only words of a date line.
_NO_WORD = (
    r"(?!(?! (?:pukul|pkl|jam|at|wib|wita|wit|gmt|utc|oleh|by|penulis|editor|reporter|redaksi|baca"
    r"|foto)(?![a-z])) ?[a-z])"
)
_YEAR = rf"(?P<year>[0-9]{{3,}}(?![0-9])|[0-9]{{2}}(?![0-9]| ?[:.][0-9]|,? [0-9]{{4}}){_NO_WORD})"
_YEAR4 = r"(?P<year>[0-9]{4})(?![0-9])"
_TIME = (
    r"[ ,]{1,2}(?P<time>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[ap]m)?"
    r"(?: ?(?:wita|wib|wit|gmt|utc|[+-][0-9]{4}))?)"
)

_NAMED = [
    # 11 januari 2022, 11-jan-22, 11th of january 2022, 11 bulan januari tahun 2022
    rf"{_LEFT}{_DAY}[ .,/'-]{{0,3}}(?:of |bulan )?{_MONTH}{_GAP}(?:ta?hu?n\.? )?{_YEAR}",
    # jan 11, 2022; januari 11 2022
    rf"(?<![a-z0-9]){_MONTH}[ .,/'-]{{0,3}}{_DAY}(?:[ ,/-]{{1,3}}){_YEAR4}",
    # jan 11 10:52:00 wib 2022
    rf"(?<![a-z0-9]){_MONTH}[ .]{{1,2}}{_DAY}{_TIME} {_YEAR4}",
    # 2022 januari 11
    rf"{_LEFT}{_YEAR4}[ ,./-]{{1,2}}{_MONTH}[ ,./-]{{1,2}}{_DAY}(?![0-9:]|,? [0-9]{{4}})",
]
_NO_FOURTH = r"(?!(?P=sep)[0-9](?![0-9]?[:.][0-9]{2}))"  # unless it is a clock time
_NUMERIC = [
    # 11/1/2022, 11-01-22, 11 . 01 . 2022
    r"(?<![a-z0-9])(?<![0-9][./:-])(?P<day>[0-9]{1,2}) ?(?P<sep>[./-]) ?(?P<month>[0-9]{1,2})"
    r" ?(?P=sep) ?(?P<year>[0-9]{4}|[0-9]{2}(?<![.][0-9]{2}))(?![0-9])" + _NO_FOURTH,
    # 2022-01-11, 2022/1/11
    r"(?<![a-z0-9])(?<![0-9][./:-])(?P<year>[0-9]{4}) ?(?P<sep>[./-]) ?(?P<month>[0-9]{1,2})"
    r" ?(?P=sep) ?(?P<day>[0-9]{1,2})(?![0-9])" + _NO_FOURTH,
]
_FULL = [re.compile(pattern) for pattern in (*_NAMED, *_NUMERIC)]

# 11.01.22 may be a clock time: only with a weekday in front or a clock time behind.
_DOTTED = [
    re.compile(pattern)
    for pattern in (
        rf"(?<![a-z]){WEEKDAY}[ ,(]{{1,3}}"
        r"(?P<day>[0-9]{1,2})[.](?P<month>[0-9]{1,2})[.](?P<year>[0-9]{2})(?![0-9]|[.:][0-9])",
        r"(?<![a-z0-9])(?<![0-9][./:-])(?P<day>[0-9]{1,2})[.](?P<month>[0-9]{1,2})[.]"
        r"(?P<year>[0-9]{2})(?=[ ,|-]{1,3}[0-9]{1,2}[:.][0-9]{2}(?![0-9]|[.:][0-9]))",
    )
]
_YEARLESS = [
    # 11 januari
    re.compile(rf"{_LEFT}{_DAY}[ .-]{{0,2}}{_MONTH}\.?(?![ .,/'-]{{0,3}}[0-9](?![0-9]?[:.][0-9]))"),
    # december 25, 10:52 am; selasa, januari 11. Alone, januari 22 may be a year
    re.compile(rf"(?<![a-z0-9]){_MONTH} {_DAY}(?=,? [0-9]{{1,2}}:[0-9]{{2}})"),
    re.compile(rf"(?<![a-z]){WEEKDAY},? {_MONTH} {_DAY}(?=$|[ ,|)-])"),
    # (11/1), tanggal 11/1, nothing but 11/1
    re.compile(
        r"(?:(?<=\()|(?<=tanggal )|(?<=tgl )|(?<=^)(?!24/7$))"
        r"(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})(?=\)|$)"
    ),
    # selasa 11/1
    re.compile(
        rf"(?<![a-z]){WEEKDAY}[ ,(]{{1,3}}(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}})"
        r"(?![0-9]|[./-][0-9])"
    ),
    # 11/1 10:52
    re.compile(
        r"(?<![a-z0-9])(?<![0-9][./:-])(?P<day>[0-9]{1,2})/(?P<month>[0-9]{1,2})"
        r"(?=[ ,|-]{1,3}(?:(?:pukul|pkl\.?|jam) ?)?[0-9]{1,2}[:.][0-9]{2}(?![0-9]))"
    ),
]
_STRAY_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])|[0-9]{5}")


def _year(digits: str) -> int:
    """Return the year that digits mean, 0 for none: of two, 40 to 69 could be either century."""
    if len(digits) != 2:
        return int(digits) if len(digits) == 4 else 0
    short = int(digits)
    if short < 40:
        return 2000 + short
    return 1900 + short if short >= 70 else 0


def _mention(found: re.Match[str]) -> CalendarDate:
    groups = found.groupdict()
    month = groups["month"]
    year = groups.get("year")
    time = groups.get("time")
    inside = clock_times.CLOCK.fullmatch(time) if time else None
    at = clock_times.read_clock(inside) if inside else None
    return CalendarDate(
        min(found.start(part) for part, value in groups.items() if value and part != "sep"),
        found.end(),
        None if year is None else _year(year),
        int(month) if month.isdigit() else MONTHS[month],
        int(groups["day"]),
        at,
        impossible=bool(time) and at is None,
    )


def _found(line: str, patterns: list[re.Pattern[str]]) -> Iterator[CalendarDate]:
    """Yield mentions of the leftmost, then earliest pattern; none overlaps another."""
    matches = sorted(
        (found for pattern in patterns for found in pattern.finditer(line)),
        key=lambda found: (found.start(), -found.end()),
    )
    end = 0
    for found in matches:
        if found.start() >= end:
            end = found.end()
            yield _mention(found)


def _blank(line: str, mentions: list[CalendarDate]) -> str:
    for each in mentions:
        line = line[: each.start] + ";" * (each.end - each.start) + line[each.end :]
    return line


def find_dates(line: str) -> list[CalendarDate]:
    """Return every calendar date in `line`, possible or not, from left to right."""
    full = list(_found(line, _FULL)) or list(_found(line, _DOTTED))
    rest = _blank(line, full)
    if _STRAY_YEAR.search(rest):
        return full  # whose year is it?
    return sorted([*full, *_found(rest, _YEARLESS)], key=lambda each: each.start)
