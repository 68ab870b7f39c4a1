"""How complete an archive is: sums by section, a calendar with its holes, what is left. Pure."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from newsspider.store.state.day_ledger import Day, OneSided

FULL, PARTIAL, HOLE, UNASKED = "█", "▒", "·", " "
"""A day whose index was read to its end and all stored; one with articles missing; one not read;
one that no crawl was asked for."""

SINCE, UNTIL = "archive/since", "archive/until"
"""The first and last day that a run was asked for, as counts of it (`date.toordinal`)."""


@dataclass(slots=True)
class SectionSum:
    """What the index of a section listed over a span of days, and what became of it."""

    section: str
    listed: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    closed: int = 0
    days: int = 0

    @property
    def open(self) -> int:
        """Listed articles that are neither stored nor known to be gone."""
        return self.listed - self.outcomes.total()

    def add(self, day: Day | None, *, closed: bool = False) -> str:
        """Add a day, of which something may be listed; return its mark.

        `closed`: another list than its own says that the section is complete.
        """
        if day is not None:
            self.listed += day.listed
            self.outcomes.update(day.outcomes)
            closed = closed or day.closed_at is not None
        self.closed += closed
        is_open = day is not None and day.open > 0
        return HOLE if not closed else PARTIAL if is_open else FULL

    def to_dict(self) -> dict[str, Any]:
        """Return the values that `--json` prints."""
        return {
            "kanal": self.section,
            "listed": self.listed,
            **dict(sorted(self.outcomes.items())),
            "open": self.open,
            "days": self.days,
            "days_closed": self.closed,
        }


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An article of a day that `only_in` one of its lists stands: `own` (section) or `all`."""

    day: str
    section: str
    url: str
    only_in: str

    def to_dict(self) -> dict[str, str]:
        """Return it as `--json` says it."""
        return {"day": self.day, "kanal": self.section, "url": self.url, "only_in": self.only_in}


@dataclass(frozen=True, slots=True)
class Coverage:
    """The ledger of a span of days, by section and by day."""

    since: date
    until: date
    sections: list[SectionSum]
    marks: dict[date, str]

    @property
    def holes(self) -> list[date]:
        """Return the days not read to their end in every section, or with articles missing."""
        return [day for day, mark in self.marks.items() if mark in (PARTIAL, HOLE)]


def asked_days(runs: Iterable[Mapping[str, Any]], days: Iterable[Day], today: date) -> set[str]:
    """Return the days before `today` that some run was asked for, by the counts of the runs.

    Runs that were killed, and those of before these counts, have none: of theirs the days count on
    which a section was closed. Days that only runs for the newest articles touched are not asked
    for.
    """
    asked = {day.day for day in days if day.closed_at is not None}
    for run in runs:
        if SINCE in run and UNTIL in run:
            span = range(int(run[SINCE]), int(run[UNTIL]) + 1)
            asked.update(date.fromordinal(number).isoformat() for number in span)
    return {day for day in asked if day < today.isoformat()}


def is_hole(day: Day, asked: Collection[str]) -> bool:
    """Return whether articles of a day are missing, or a day that was asked for was not read."""
    return day.open > 0 or (day.closed_at is None and day.day in asked)


def coverage(
    days: Iterable[Day],
    sections: list[str],
    since: date,
    until: date,
    read_in_full: Mapping[str, Collection[str]] | None = None,
    asked: Collection[str] | None = None,
) -> Coverage:
    """Sum up the days from `since` to `until`, both included, for these sections.

    `read_in_full` has, by section, days that another list than its own says to be complete; `asked`
    the days that count, where not all of them do.
    """
    length = (until - since).days + 1
    every = [(since + timedelta(days=step)).isoformat() for step in range(length)]
    entries = {(entry.day, entry.section): entry for entry in days}
    span = [day for day in every if asked is None or day in asked]
    sums = [SectionSum(section, days=len(span)) for section in sections]
    states: dict[str, dict[str, str]] = {day: {} for day in span}
    for each in sums:
        elsewhere = (read_in_full or {}).get(each.section, ())
        for day in span:
            entry = entries.get((day, each.section))
            if entry is not None or day in elsewhere:
                states[day][each.section] = each.add(entry, closed=day in elsewhere)
    marks = dict.fromkeys(map(date.fromisoformat, every), UNASKED)
    marks |= {date.fromisoformat(day): _worst(states[day], sections) for day in span}
    return Coverage(since, until, sums, marks)


def disagreements(
    found: Iterable[OneSided], days: Iterable[Day], section_of: Callable[[str], str]
) -> list[Disagreement]:
    """Return where the lists of days disagree, of those sections whose own list was read."""
    closed = {(day.day, day.section) for day in days if day.closed_at}
    named = [
        Disagreement(
            each.day,
            each.section or section_of(each.address),
            each.address,
            "own" if each.section else "all",
        )
        for each in found
    ]
    read = [each for each in named if (each.day, each.section) in closed]
    return sorted(read, key=lambda each: (each.day, each.section, each.url))


def _worst(states: dict[str, str], sections: list[str]) -> str:
    """Return the mark of a day: that of its least complete section; one never asked is a hole."""
    marks = {states.get(section, HOLE) for section in sections}
    if marks == {FULL}:
        return FULL
    return HOLE if HOLE in marks and not states else PARTIAL


def calendar(found: Coverage) -> Iterator[tuple[str, str]]:
    """Yield a line a month: its name (`2022-01`) and a mark for each of its days, blanks outside.

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
    """Return how many articles are to fetch, estimated, and the time at the present pace.

    Days of a section that were not read count as its average day so far, or as that of all.
    """
    read = sum(section.closed for section in found.sections)
    average = sum(section.listed for section in found.sections) / read if read else 0.0
    estimate = 0.0
    for section in found.sections:
        own = section.listed / section.closed if section.closed else average
        estimate += section.open + own * (section.days - section.closed)
    articles = round(estimate)
    hours = articles / articles_an_hour if articles_an_hour else None
    return articles, None if hours is None else timedelta(hours=hours)
