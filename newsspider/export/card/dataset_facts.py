"""What a dataset card tells: counted while the rows pass, and asked of the state."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from newsspider.export.selection import Selection
from newsspider.export.stored_rows import Row, StoredRows
from newsspider.report.coverage import Coverage, asked_days
from newsspider.report.ledger import EVER, ledger_coverage
from newsspider.sites import registry
from newsspider.store.state.articles import Articles
from newsspider.store.state.database import State
from newsspider.store.state.day_ledger import Days
from newsspider.store.state.http import RobotsCopies, RobotsCopy
from newsspider.store.state.runs import Runs

_LOOKED_AT: Final = 1_000  # runs


@dataclass(slots=True)
class DatasetTally:
    """Counts the rows that pass through `counted`; days are those of publication in Jakarta."""

    rows: int = 0
    words: int = 0
    sections: Counter[tuple[str, str]] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    exact: int = 0
    near: int = 0
    revised: int = 0
    taken_down: int = 0
    days: tuple[str, str] | None = None
    fetched: tuple[str, str] | None = None

    def counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the same rows."""
        for row in rows:
            self._count(row)
            yield row

    def _count(self, row: Row) -> None:
        self.rows += 1
        self.words += row["word_count"]
        self.sections[row["site"], row["section"]] += 1
        self.years[row["day_published"][:4]] += 1
        self.warnings.update(row["warnings"])
        self.exact += row["similarity"] == 1
        self.near += row["duplicate_of"] is not None and row["similarity"] != 1
        self.revised += row["revision"] > 1
        self.taken_down += row["taken_down_at"] is not None
        self.days = _wider(self.days, row["day_published"])
        self.fetched = _wider(self.fetched, row["fetched_at"])


def _wider(span: tuple[str, str] | None, value: str) -> tuple[str, str]:
    return (min(span[0], value), max(span[1], value)) if span else (value, value)


@dataclass(frozen=True, slots=True)
class SiteFacts:
    """What the state of a site tells: articles in all, the ledger of the days asked for (None where
    no crawl walked an archive), runs, robots.txt by host."""

    site: str
    title: str
    stored: int
    missing: Counter[str]
    ledger: Coverage | None
    runs: int
    robots: dict[str, RobotsCopy]


def site_facts(rows: StoredRows, selection: Selection, today: date) -> SiteFacts:
    """Return the facts of the site of `rows`; `today` is no finished day yet."""
    site, state = registry.named(rows.site), rows.state
    return SiteFacts(
        rows.site,
        site.title if site else rows.site,
        Articles(state).count(),
        rows.missing,
        _ledger(state, rows.site, selection, today),
        len(Runs(state).last(_LOOKED_AT)),
        RobotsCopies(state).all(),
    )


def _ledger(state: State, name: str, selection: Selection, today: date) -> Coverage | None:
    """Return how complete the days are that were asked for, of the sections chosen; None where no
    crawl walked any of them."""
    days = Days(state)
    rows = list(days.between(*EVER))
    if selection.sections:
        rows = [row for row in rows if row.section in selection.sections]
    asked = asked_days([run.facts for run in Runs(state).last(_LOOKED_AT)], rows, today)
    walked = asked | {row.day for row in rows if row.open}
    since, until = selection.since, selection.until
    within = {day for day in map(date.fromisoformat, walked) if _lies(day, since, until)}
    if not within:
        return None
    if since and not until:
        until = max(within)
    return ledger_coverage(days, rows, asked, name, today, since, until)[0]


def _lies(day: date, since: date | None, until: date | None) -> bool:
    return (since is None or since <= day) and (until is None or day <= until)


def runs_of_days(days: list[date]) -> list[tuple[date, date]]:
    """Return the days as spans, first and last.

    >>> [str(last) for _, last in runs_of_days([date(2022, 1, 1), date(2022, 1, 2)])]
    ['2022-01-02']
    """
    spans: list[tuple[date, date]] = []
    for day in days:
        if spans and day - spans[-1][1] == timedelta(days=1):
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans
