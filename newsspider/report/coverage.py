"""How complete an archive is: sums by kanal, a calendar with the holes, and what is left. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Final

from newsspider.store.days import Day

FULL, PARTIAL, HOLE = "█", "▒", "·"
"""A day whose index was read to its end and all stored; one with articles missing; one not read."""

_GONE: Final = "gone"


@dataclass(slots=True)
class KanalSum:
    """What the index of a kanal listed over a span of days, and what became of it."""

    kanal: str
    listed: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    closed: int = 0
    days: int = 0

    @property
    def open(self) -> int:
        """Listed articles that are neither stored nor known to be gone."""
        return self.listed - self.outcomes.total()

    def to_dict(self) -> dict[str, Any]:
        """For `--json`."""
        return {
            "kanal": self.kanal,
            "listed": self.listed,
            **dict(sorted(self.outcomes.items())),
            "open": self.open,
            "days": self.days,
            "days_closed": self.closed,
        }


@dataclass(frozen=True, slots=True)
class Coverage:
    """The ledger of a span of days, by kanal and by day."""

    since: date
    until: date
    kanals: list[KanalSum]
    marks: dict[date, str]

    @property
    def holes(self) -> list[date]:
        """Days that were not read to their end in every kanal, or have articles missing."""
        return [day for day, mark in self.marks.items() if mark != FULL]


def coverage(days: Iterable[Day], kanals: list[str], since: date, until: date) -> Coverage:
    """The sums over the days from `since` to `until`, both included, for these kanals."""
    length = (until - since).days + 1
    sums = {kanal: KanalSum(kanal, days=length) for kanal in kanals}
    states: dict[date, dict[str, str]] = {}
    for entry in days:
        if entry.kanal not in sums:
            continue
        found = sums[entry.kanal]
        found.listed += entry.listed
        found.outcomes.update(entry.outcomes)
        found.closed += entry.closed_at is not None
        mark = HOLE if entry.closed_at is None else PARTIAL if entry.open else FULL
        states.setdefault(date.fromisoformat(entry.day), {})[entry.kanal] = mark
    marks = {
        day: _worst(states.get(day, {}), kanals)
        for day in (since + timedelta(days=step) for step in range(length))
    }
    return Coverage(since, until, list(sums.values()), marks)


def _worst(states: dict[str, str], kanals: list[str]) -> str:
    """A day is as complete as its least complete kanal; a kanal that was never asked is a hole."""
    marks = {states.get(kanal, HOLE) for kanal in kanals}
    if marks == {FULL}:
        return FULL
    return HOLE if HOLE in marks and not states else PARTIAL


def calendar(found: Coverage) -> Iterator[tuple[str, str]]:
    """A line a month: its name (`2022-01`) and a mark for each of its days, blanks outside.

    >>> span = Coverage(date(2022, 1, 30), date(2022, 2, 1), [], {date(2022, 1, 31): FULL})
    >>> [(month, marks.strip()) for month, marks in calendar(span)]
    [('2022-01', '█'), ('2022-02', '')]
    """
    month = found.since.replace(day=1)
    while month <= found.until:
        following = (month + timedelta(days=32)).replace(day=1)
        marks = "".join(
            found.marks.get(month + timedelta(days=step), " ")
            for step in range((following - month).days)
        )
        yield month.isoformat()[:7], marks
        month = following


def left(found: Coverage, articles_an_hour: float) -> tuple[int, timedelta | None]:
    """Articles still to fetch, estimated, and the time that takes at the present pace.

    Days of a kanal that were not read count as its average day so far, or as that of all kanals.
    """
    read = sum(kanal.closed for kanal in found.kanals)
    average = sum(kanal.listed for kanal in found.kanals) / read if read else 0.0
    estimate = 0.0
    for kanal in found.kanals:
        own = kanal.listed / kanal.closed if kanal.closed else average
        estimate += kanal.open + own * (kanal.days - kanal.closed)
    articles = round(estimate)
    hours = articles / articles_an_hour if articles_an_hour else None
    return articles, None if hours is None else timedelta(hours=hours)
