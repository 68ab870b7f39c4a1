"""The dataset card: what an export holds, how complete it is, and what may be done with it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from newsspider.export.card.dataset_facts import DatasetTally, SiteFacts, runs_of_days
from newsspider.export.card.markdown import escaped, table
from newsspider.export.selection import Selection

NAME: Final = "README.md"

_MOST_HOLES: Final = 40  # spans that are named

_RIGHTS: Final = """The articles belong to their publishers and authors. Collecting them gave nobody
a right to publish them again: this export carries no licence for the texts and pictures it holds or
names. Before you pass it on, ask the publisher, or pass on ids, addresses and your own findings
only. Who quotes an article names its publisher and its `url`. People are named in the news: laws on
personal data hold for this copy too, and an article that its site took down (`taken_down_at`) was
perhaps taken down for them."""

_READING: Final = """- An `id` stands once, as its newest revision says, unless every revision was
  asked for.
- Days (`day_published`) are those of Jakarta (WIB, UTC+7). `date_published` is the same instant in
  any program; which *day* it falls on depends on the zone that a program shows it in.
- What a page does not state is null or an empty list, never a guess. `warnings` say what a row
  rests on.
- `data_dictionary.csv` has each column; `sha256sum --check SHA256SUMS` tells whether the files are
  whole."""


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that the card of one export tells."""

    version: str
    made: datetime
    form: str
    selection: Selection
    tally: DatasetTally
    sites: list[SiteFacts]
    notes: tuple[str, ...] = ()

    def text(self) -> str:
        """Return the card in Markdown."""
        titles = ", ".join(site.title for site in self.sites)
        parts = [
            f"# News articles of {escaped(titles)}",
            self._what(),
            "## How to read it",
            "\n".join((_READING, *(f"- {note}" for note in self.notes))),
            "## By site and section",
            _sections(self.tally),
            "## How complete it is",
            *(_completeness(site) for site in self.sites),
            "## Duplicates, revisions, takedowns",
            self._changes(),
            "## Warnings",
            _warnings(self.tally),
            "## robots.txt",
            _robots(self.sites),
            "## Rights",
            _RIGHTS,
        ]
        return "\n\n".join(parts) + "\n"

    def _what(self) -> str:
        tally = self.tally
        days = f"{tally.days[0]} to {tally.days[1]}" if tally.days else "none"
        fetched = f"{tally.fetched[0]} to {tally.fetched[1]}" if tally.fetched else "none"
        return table(
            ("what", ""),
            (
                ("rows", tally.rows),
                ("words", tally.words),
                ("selection", self.selection.in_words()),
                ("published (WIB)", days),
                ("fetched", fetched),
                ("exported", self.made.isoformat(timespec="seconds")),
                ("format", self.form),
                ("made by", f"newsspider {self.version}"),
            ),
        )

    def _changes(self) -> str:
        tally, counted = self.tally, "rows"
        if self.selection.duplicates != "keep":
            counted = "rows that are left"
        return table(
            ("what", counted),
            (
                ("repeat the text of an article stored before (similarity 1)", tally.exact),
                ("repeat one nearly (duplicate_of)", tally.near),
                ("were changed by the site (revision above 1)", tally.revised),
                ("were taken down by the site (taken_down_at)", tally.taken_down),
            ),
        )


def _sections(tally: DatasetTally) -> str:
    by_section = [(site, name, number) for (site, name), number in sorted(tally.sections.items())]
    by_year = sorted(tally.years.items())
    return f"{table(('site', 'section', 'rows'), by_section)}\n\n{table(('year', 'rows'), by_year)}"


def _completeness(site: SiteFacts) -> str:
    lines = [f"{escaped(site.title)}: {site.stored:,} articles are stored, in {site.runs:,} runs."]
    if site.missing:
        days = ", ".join(sorted(site.missing))
        lines.append(
            f"**Left out**: {site.missing.total():,} lines, since the files of these days of"
            f" crawling are not there: {days}."
        )
    if site.ledger is None:
        lines.append(
            "No archive was walked day by day for this span: how many articles the site published"
            " is not known."
        )
        return "\n\n".join(lines)
    return "\n\n".join((*lines, *_ledger(site)))


def _ledger(site: SiteFacts) -> Iterator[str]:
    assert site.ledger is not None
    rows = []
    for each in site.ledger.sections:
        stored, gone = each.outcomes["stored"] + each.outcomes["unchanged"], each.outcomes["gone"]
        other = each.outcomes.total() - stored - gone
        closed = f"{each.closed:,} of {each.days:,}"
        rows.append((each.section, each.listed, stored, gone, other, each.open, closed))
    heads = ("section", "listed", "stored", "gone", "no articles", "missing", "days read in full")
    span = f"{site.ledger.since} to {site.ledger.until}"
    yield f"What its lists of {span} named, and what became of it:"
    yield table(heads, rows)
    spans = runs_of_days(site.ledger.holes)
    named = [str(a) if a == b else f"{a} to {b}" for a, b in spans[:_MOST_HOLES]]
    more = f" and {len(spans) - _MOST_HOLES} spans more" if len(spans) > _MOST_HOLES else ""
    yield f"Days with holes: {', '.join(named) or 'none'}{more}."


def _warnings(tally: DatasetTally) -> str:
    if not tally.warnings:
        return "No row has any."
    return table(("code", "rows"), Counter(tally.warnings).most_common())


def _robots(sites: list[SiteFacts]) -> str:
    rows = [
        (host, copy.status, copy.fetched_at.isoformat(timespec="seconds"), len(copy.body))
        for site in sites
        for host, copy in site.robots.items()
    ]
    if not rows:
        return "None was kept."
    told = "The copies that held when the sites were last crawled stand in `robots/`."
    return f"{told}\n\n{table(('host', 'status', 'fetched', 'bytes'), rows)}"
