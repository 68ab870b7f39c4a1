"""How complete the archive is, as the ledger of days knows it. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final, Literal

from newsspider.report.coverage import FULL, HOLE, PARTIAL, Coverage, SectionSum, is_hole
from newsspider.store.state.day_ledger import Day

State = Literal["complete", "partial", "unread"]

_STATES: Final[dict[str, State]] = {FULL: "complete", PARTIAL: "partial", HOLE: "unread"}


@dataclass(frozen=True, slots=True)
class Hole:
    """A day of a section that is not complete: `unread` where its index was not read to its end,
    else articles that it listed are missing."""

    day: str
    section: str
    listed: int
    missing: int
    unread: bool


@dataclass(frozen=True, slots=True)
class SectionFacts:
    """What a section's indexes listed, and what became of it."""

    name: str
    listed: int
    stored: int
    gone: int
    other: int
    skipped: int
    open: int
    days_closed: int
    days: int

    @property
    def share(self) -> float | None:
        """The share of what was listed as an article and is still there that is stored."""
        wanted = self.stored + self.open
        return self.stored / wanted if wanted else None


def section_facts(found: SectionSum) -> SectionFacts:
    """Return the sums of a section with its outcomes sorted out."""
    outcomes = found.outcomes
    stored, gone = outcomes["stored"] + outcomes["unchanged"], outcomes["gone"]
    skipped = sum(n for name, n in outcomes.items() if name.startswith("skipped:"))
    other = outcomes.total() - stored - gone - skipped
    return SectionFacts(
        found.section, found.listed, stored, gone, other, skipped, found.open, found.closed,
        found.days,
    )  # fmt: skip


def states(found: Coverage) -> list[tuple[str, State]]:
    """Return the days that some run was asked for, with how complete each is."""
    return [
        (day.isoformat(), _STATES[mark]) for day, mark in found.marks.items() if mark in _STATES
    ]


def holes(days: Iterable[Day], asked: Collection[str]) -> list[Hole]:
    """Return the days of sections that were asked for, or touched, and are not complete."""
    return [
        Hole(day.day, day.section, day.listed, day.open, day.closed_at is None)
        for day in days
        if is_hole(day, asked)
    ]
