"""The numbers of the charts of the page, drawn from the facts. Pure."""

from collections import Counter
from dataclasses import asdict
from typing import Any, Final

from newsspider.report.page.article_sums import DELAYS, OPTIONAL, ArticleSums, ranked
from newsspider.report.page.report_facts import ReportFacts
from newsspider.report.page.time_bins import steps_between

_CHARTED_RUNS: Final = 120
_MONTHS: Final = 60


def charts(facts: ReportFacts) -> dict[str, Any]:
    """Return the numbers of the charts, by chart, ready for JSON."""
    stacked = facts.series
    asked = facts.asked
    return {
        "calendar": list(facts.per_day.items()),
        "series": asdict(stacked) if stacked else None,
        "hours": [[facts.sums.by_hour[day, hour] for hour in range(24)] for day in range(7)],
        "delay": [(name, facts.delays[name]) for name, _ in DELAYS],
        "completeness": facts.states,
        "fields": _fields(facts.sums),
        "places": facts.places,
        "warnings": [(each.code, each.articles) for each in facts.warned],
        "runs": [
            {
                "started": f"{run.started:%Y-%m-%d %H:%M}",
                "verdict": run.verdict,
                "tone": run.tone,
                "stored": run.stored,
                "requests": run.requests,
            }
            for run in reversed(facts.runs[:_CHARTED_RUNS])
        ],
        "requests": [(day, *numbers) for day, numbers in asked.by_day.items()],
        "answers": list(asked.statuses.items()),
    }


def _fields(sums: ArticleSums) -> list[dict[str, Any]]:
    """Return for each layout its months and, by field, the share of articles that state it; the
    layout with the most articles first. Of more than five years the steps are years."""
    totals: Counter[str] = Counter()
    for (layout, _), count in sums.by_layout.items():
        totals[layout] += count
    return [_of_layout(sums, layout, count) for layout, count in ranked(totals, len(totals))]


def _of_layout(sums: ArticleSums, layout: str, count: int) -> dict[str, Any]:
    months = sorted(month for name, month in sums.by_layout if name == layout)
    steps = steps_between(f"{months[0]}-01", f"{months[-1]}-01", "month")
    width = len("2026") if len(steps) > _MONTHS else len("2026-07")
    labels = list(dict.fromkeys(step[:width] for step in steps))
    articles: Counter[str] = Counter()
    stated: Counter[tuple[str, str]] = Counter()
    for month in months:
        articles[month[:width]] += sums.by_layout[layout, month]
        for field in OPTIONAL:
            stated[field, month[:width]] += sums.stated[layout, month, field]
    return {
        "layout": layout,
        "articles": count,
        "steps": [(label, articles[label]) for label in labels],
        "fields": {field: [stated[field, label] for label in labels] for field in OPTIONAL},
    }
