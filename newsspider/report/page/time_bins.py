"""Days put together to days, weeks or months, so that a series has as many steps as fit. Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Unit = Literal["day", "week", "month"]

_MOST_DAYS: Final = 92
_MOST_WEEKS: Final = 106 * 7
_SHOWN: Final = 9
OTHER: Final = "…"
"""Name of the series that holds all sections but the largest."""


@dataclass(frozen=True, slots=True)
class Series:
    """Articles by step of time and section; `starts` are the first days of the steps."""

    unit: Unit
    starts: list[str]
    sections: list[tuple[str, list[int]]]


def unit_of(first: str, last: str) -> Unit:
    """Return the step for a span of days (ISO 8601), both included.

    >>> [unit_of("2026-01-01", last) for last in ("2026-03-01", "2027-01-01", "2036-01-01")]
    ['day', 'week', 'month']
    """
    length = (date.fromisoformat(last) - date.fromisoformat(first)).days
    return "day" if length < _MOST_DAYS else "week" if length < _MOST_WEEKS else "month"


def start_of(day: str, unit: Unit) -> str:
    """Return the first day of the step that a day falls into; weeks begin on Monday.

    >>> [start_of("2026-07-26", unit) for unit in ("day", "week", "month")]
    ['2026-07-26', '2026-07-20', '2026-07-01']
    """
    if unit == "month":
        return f"{day[:7]}-01"
    back = date.fromisoformat(day).weekday() if unit == "week" else 0
    return (date.fromisoformat(day) - timedelta(days=back)).isoformat()


def steps_between(first: str, last: str, unit: Unit) -> list[str]:
    """Return the first days of all steps from that of `first` to that of `last`.

    >>> steps_between("2026-01-15", "2026-03-02", "month")
    ['2026-01-01', '2026-02-01', '2026-03-01']
    """
    step = date.fromisoformat(start_of(first, unit))
    found = []
    while step.isoformat() <= last:
        found.append(step.isoformat())
        wide = {"day": 1, "week": 7, "month": 31}[unit]
        step = date.fromisoformat(start_of((step + timedelta(days=wide)).isoformat(), unit))
    return found


def series(by_day: Mapping[tuple[str, str], int]) -> Series | None:
    """Return articles by day and section as stacked series, the largest section first; None where
    there are no articles. Sections that are too many to tell apart stand together as `OTHER`."""
    if not by_day:
        return None
    first, last = min(by_day)[0], max(by_day)[0]
    unit = unit_of(first, last)
    totals: Counter[str] = Counter()
    for (_, section), count in by_day.items():
        totals[section] += count
    names = [name for name, _ in sorted(totals.items(), key=lambda item: (-item[1], item[0]))]
    shown = names if len(names) <= _SHOWN + 1 else [*names[:_SHOWN], OTHER]
    starts = steps_between(first, last, unit)
    place = {start: number for number, start in enumerate(starts)}
    counts = {name: [0] * len(starts) for name in shown}
    for (day, section), count in by_day.items():
        name = section if section in counts else OTHER
        counts[name][place[start_of(day, unit)]] += count
    return Series(unit, starts, list(counts.items()))
