"""Reads from a state, its lines and its manifests what the report shows."""

import json
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from http import HTTPStatus
from pathlib import Path
from sqlite3 import Connection
from typing import Any, Final

from newsspider.dates import WIB
from newsspider.errors import StateInvalid
from newsspider.report.coverage import asked_days
from newsspider.report.diff import word_diff
from newsspider.report.ledger import EVER, ledger_coverage
from newsspider.report.page.article_sums import step_of, sums_of
from newsspider.report.page.ledger_facts import holes
from newsspider.report.page.report_facts import (
    Group,
    HeadlineChange,
    ReportFacts,
    Robots,
    TakenDownArticle,
)
from newsspider.report.page.run_facts import RunFacts, run_facts
from newsspider.sites import registry
from newsspider.store.duplicates.groups import groups, indexed
from newsspider.store.state.articles import Articles, ChangedHeadline
from newsspider.store.state.database import State
from newsspider.store.state.day_ledger import Days
from newsspider.store.state.http import RobotsCopies, RobotsCopy
from newsspider.store.state.runs import KEPT_ANYHOW, Run, Runs

_RULE: Final = re.compile(rb"^\s*(?:dis)?allow\s*:", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """The articles that a report is of: all of a site, or those of a span of days (Jakarta).

    `rows` are their newest revisions, read one at a time; `delays` tell how long after publication
    each was first stored; `ids` are None where no span is asked for; `missing` are the days whose
    lines are not here, known when all rows were read.
    """

    rows: Iterable[Mapping[str, Any]]
    delays: Iterable[timedelta]
    missing: Collection[str]
    ids: Collection[str] | None = None
    since: date | None = None
    until: date | None = None

    def has(self, *ids: str) -> bool:
        """Tell whether one of these articles is among them."""
        return self.ids is None or any(each in self.ids for each in ids)


def gather(
    state: State,
    output: Path,
    site: str,
    reported: Reported,
    now: datetime,
    *,
    default_delay: float,
) -> ReportFacts:
    """Return all that the report shows of a site: of its runs all, of the rest what is reported.

    `default_delay` are the seconds between requests of a run that was told no others.

    Raises a `Refusal` for a state or output that cannot be read, `BadArgument` for a span that
    ends before the first day listed.
    """
    known = registry.named(site)
    runs = Runs(state).last(KEPT_ANYHOW)
    days, articles = Days(state), Articles(state)
    listed = list(days.between(*EVER))
    today = now.astimezone(WIB).date()
    asked = asked_days([run.facts for run in runs], listed, today)
    found, _ = ledger_coverage(days, listed, asked, site, today, reported.since, reported.until)
    begins, ends = (day and day.isoformat() for day in (reported.since, reported.until))
    within = [row for row in listed if (begins or "") <= row.day <= (ends or EVER[1])]
    return ReportFacts(
        site=site,
        title=known.title if known else site,
        made=now.astimezone(WIB),
        since=reported.since,
        until=reported.until,
        sums=sums_of(reported.rows),
        delays=Counter(step_of(delay) for delay in reported.delays),
        coverage=found,
        holes=holes(within, asked),
        groups=[
            group
            for group in _groups(state.connection)
            if reported.has(*(member.id for member in group.members))
        ],
        headlines=[_change(each) for each in articles.changed_headlines() if reported.has(each.id)],
        gone=[each for each in _gone(articles) if reported.has(each.id)],
        runs=[_run(output, run, default_delay) for run in runs],
        robots=[_robots(*found) for found in RobotsCopies(state).all().items()],
        missing_days=sorted(reported.missing),
    )


def _groups(connection: Connection) -> list[Group]:
    """Return the groups of duplicates, the largest first; none where no index of texts is."""
    try:
        indexed(connection)
    except StateInvalid:
        return []
    found = [Group(members) for members in groups(connection)]
    return sorted(found, key=lambda group: (-len(group.members), group.members[0].date_published))


def _change(found: ChangedHeadline) -> HeadlineChange:
    pieces = word_diff(found.before, found.after)
    return HeadlineChange(found.fetched_at, found.id, found.url, found.section, pieces)


def _gone(articles: Articles) -> Iterator[TakenDownArticle]:
    for known in articles.gone():
        yield TakenDownArticle(
            noticed=known.missing_since or "",
            last_seen=known.last_seen,
            reason=known.missing_reason or "",
            headline=articles.headline(known.n) or known.id,
            section=known.section,
            id=known.id,
            url=known.url,
        )


def _run(output: Path, run: Run, default_delay: float) -> RunFacts:
    manifest: Any = {}
    with suppress(OSError, ValueError):  # it may be pruned; the state knows the rest
        manifest = json.loads((output / "runs" / f"{run.id}.json").read_bytes())
    return run_facts(run, manifest if isinstance(manifest, dict) else {}, default_delay)


def _robots(host: str, copy: RobotsCopy) -> Robots:
    rules = len(_RULE.findall(copy.body)) if copy.status == HTTPStatus.OK else 0
    return Robots(host, copy.status, copy.fetched_at.astimezone(WIB), rules)
