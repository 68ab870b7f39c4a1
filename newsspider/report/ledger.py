"""The coverage of one site, read from its ledger of days."""

from datetime import date, timedelta

from newsspider.errors import BadArgument
from newsspider.report.coverage import Coverage, Disagreement, coverage, disagreements
from newsspider.sites import registry
from newsspider.store.state.day_ledger import Day, Days

EVER = ("0000-01-01", "9999-12-31")
"""The span of all days, for `Days.between`."""


def ledger_coverage(
    days: Days,
    rows: list[Day],
    asked_for: set[str],
    name: str,
    today: date,
    since: date | None = None,
    until: date | None = None,
) -> tuple[Coverage, list[Disagreement]]:
    """Return how complete the archive of a site is, and where its lists disagree.

    `rows` are all its days, `asked_for` those that some run was asked for (`asked_days`). A span
    that the user names is asked about whole; else from the first day listed to the last asked for.
    Raises `BadArgument` for a span that ends before it begins.
    """
    last = max(asked_for, default=(today - timedelta(days=1)).isoformat())
    ends = until or max(date.fromisoformat(last), since or date.min)
    rows = [row for row in rows if row.day <= ends.isoformat()]
    first = min((row.day for row in rows), default=ends.isoformat())
    begins = since or date.fromisoformat(first)
    if begins > ends:
        raise BadArgument(f"--since {begins} is after --until {ends}; did you swap them?")
    within = [row for row in rows if row.day >= begins.isoformat()]
    named = {row.section for row in within}
    in_need = {row.day for row in within if row.open}
    counted = None if since or until else asked_for | in_need
    site = registry.named(name)
    if site is None:
        return coverage(within, sorted(named), begins, ends, asked=counted), []
    span = (begins.isoformat(), ends.isoformat())
    asked = [section for section in site.sections if section in named]
    by_all = days.read_in_full(*span)
    elsewhere = {section: by_all for section in asked if not site.lists_by_day(section)}
    found = coverage(within, asked, begins, ends, elsewhere, counted)
    one_sided = days.one_sided(*span)
    return found, disagreements(one_sided, within, lambda url: site.address(url).section)
