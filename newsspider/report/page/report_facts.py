"""All that the page shows of one archive. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from newsspider.report.coverage import Coverage
from newsspider.report.diff import Piece
from newsspider.report.page.article_sums import DELAYS, ArticleSums, ranked
from newsspider.report.page.ledger_facts import (
    Hole,
    SectionFacts,
    State,
    section_facts,
    states,
)
from newsspider.report.page.map_places import MapPlace, places
from newsspider.report.page.run_facts import Asked, RunFacts, asked_of_the_site
from newsspider.report.page.time_bins import Series, series
from newsspider.store.duplicates.groups import Member


@dataclass(frozen=True, slots=True)
class HeadlineChange:
    """A headline that a revision changed; `seen` is when that was fetched (UTC)."""

    seen: str
    id: str
    url: str
    section: str
    pieces: Sequence[Piece]


@dataclass(frozen=True, slots=True)
class TakenDownArticle:
    """An article that the site took down; times are UTC, `reason` is what it answered."""

    noticed: str
    last_seen: str
    reason: str
    headline: str
    section: str
    id: str
    url: str


@dataclass(frozen=True, slots=True)
class Robots:
    """The robots.txt of a host that runs obeyed; `rules` counts its Allow and Disallow lines."""

    host: str
    status: int
    fetched_at: datetime
    rules: int


@dataclass(frozen=True, slots=True)
class Warned:
    """How many articles have a warning, and in which months the first and the last were."""

    code: str
    articles: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that repeat each other, the earliest first; `least` is the smallest similarity."""

    members: list[Member]

    @property
    def least(self) -> float | None:
        """The similarity to the earliest of the one that is least like it; None where unknown."""
        known = [m.similarity for m in self.members[1:] if m.similarity is not None]
        return min(known, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFacts:
    """What is known of the archive of one site at the moment `made`."""

    site: str
    title: str
    """What the site calls itself."""
    made: datetime
    since: date | None
    """The first day of publication that was asked for; None for all."""
    until: date | None
    sums: ArticleSums
    delays: Counter[str]
    coverage: Coverage
    holes: list[Hole]
    groups: list[Group]
    headlines: list[HeadlineChange]
    gone: list[TakenDownArticle]
    runs: list[RunFacts]
    robots: list[Robots]
    missing_days: list[str]
    """Days of the output whose file is not here: their articles are in no sum."""

    @property
    def first_day(self) -> str | None:
        """The day of the earliest article."""
        return min(self.sums.by_day, default=(None, ""))[0]

    @property
    def last_day(self) -> str | None:
        """The day of the latest article."""
        return max(self.sums.by_day, default=(None, ""))[0]

    @property
    def series(self) -> Series | None:
        """Articles by step of time and section; None where there are none."""
        return series(self.sums.by_day)

    @property
    def states(self) -> list[tuple[str, State]]:
        """The days asked for, with how complete each is."""
        return states(self.coverage)

    @property
    def repeating(self) -> int:
        """How many articles are in groups of duplicates."""
        return sum(len(group.members) for group in self.groups)

    @property
    def ledger(self) -> list[SectionFacts]:
        """What the ledger knows of each section."""
        return [section_facts(section) for section in self.coverage.sections]

    @property
    def complete_share(self) -> float | None:
        """The share of the days asked for that are complete; None where none was asked for."""
        found = Counter(state for _, state in self.states)
        return found["complete"] / found.total() if found else None

    @property
    def median_delay(self) -> str | None:
        """The step of `DELAYS` within which half of the articles were captured."""
        so_far = 0
        for name, _ in DELAYS:
            so_far += self.delays[name]
            if 0 < self.delays.total() <= 2 * so_far:
                return name
        return None

    @property
    def sections(self) -> list[tuple[str, int]]:
        """Each section with its articles, the largest first."""
        return ranked(self.per_section, len(self.per_section))

    @property
    def per_section(self) -> Counter[str]:
        """How many articles each section has."""
        found: Counter[str] = Counter()
        for (_, section), count in self.sums.by_day.items():
            found[section] += count
        return found

    @property
    def per_day(self) -> dict[str, int]:
        """How many articles each day has that has any, by day."""
        found: Counter[str] = Counter()
        for (day, _), count in self.sums.by_day.items():
            found[day] += count
        return dict(sorted(found.items()))

    @property
    def warned(self) -> list[Warned]:
        """The warnings, the most frequent first."""
        totals: Counter[str] = Counter()
        months: dict[str, list[str]] = {}
        for (code, month), count in self.sums.warned.items():
            totals[code] += count
            months.setdefault(code, []).append(month)
        return [
            Warned(code, count, min(months[code]), max(months[code]))
            for code, count in ranked(totals, len(totals))
        ]

    @property
    def places(self) -> list[MapPlace]:
        """The datelines whose place on the map is known, the most frequent first."""
        return places(self.sums.datelines)

    @property
    def asked(self) -> Asked:
        """What the runs asked of the site."""
        return asked_of_the_site(self.runs)
