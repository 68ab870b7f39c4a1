"""`scrapy coverage`: what each day's index listed, what is stored of it, and where holes are."""

import argparse
import json
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Final

from rich.table import Table
from scrapy.commands import ScrapyCommand

from newsspider.base_spiders.days import read_day
from newsspider.cli import program
from newsspider.cli.base import OfOneSite, state_path
from newsspider.cli.plain_console import plain_console
from newsspider.cli.streams import speaks_unicode
from newsspider.crawl import clock
from newsspider.report.ages import in_words
from newsspider.report.coverage import (
    FULL,
    HOLE,
    PARTIAL,
    Coverage,
    Disagreement,
    asked_days,
    calendar,
    left,
)
from newsspider.report.ledger import EVER, ledger_coverage
from newsspider.store.state.database import State
from newsspider.store.state.day_ledger import Days
from newsspider.store.state.runs import Run, Runs

_SKIPPED: Final = "skipped:"
_PLAIN: Final = {FULL: "#", PARTIAL: "+", HOLE: "."}  # where the terminal has no blocks


class Command(OfOneSite, ScrapyCommand):
    """Reads the state only; a crawl may be running."""

    examples = (
        ("scrapy coverage", "sums by section, a calendar and what is left"),
        ("scrapy coverage --since 2022-01 --until 2022-03", "three months"),
        ("scrapy coverage --json -s OUTPUT_DIR=archive", "for machines, of another archive"),
    )
    exit_codes = "0; 78 for a wrong day, 73 and 74 where the state cannot be read"

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "SITE [--since DATE] [--until DATE] [--json]"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Show how complete the archive is, by section and by day"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the span of days and `--json`."""
        super().add_options(parser)
        parser.add_argument("--since", help="first day (YYYY-MM-DD); default: first day listed")
        parser.add_argument("--until", help="last day; default: yesterday")
        parser.add_argument("--json", action="store_true", help="for machines")

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Print the tables."""
        with closing(State.read(state_path(output, site))) as state:
            runs = Runs(state).last(1_000)
            found, differing = _coverage(Days(state), site, opts, runs)
            pace = _pace(runs)
        if opts.json:
            told = _as_json(found, pace)
            told["disagreements"] = [each.to_dict() for each in differing]
            print(json.dumps(told))
        else:
            _draw(found, pace)
            _draw_disagreements(differing)


def _coverage(
    days: Days, name: str, opts: argparse.Namespace, runs: list[Run]
) -> tuple[Coverage, list[Disagreement]]:
    today = clock.now().date()
    rows = list(days.between(*EVER))
    asked_for = asked_days([run.facts for run in runs], rows, today)
    since = read_day("--since", opts.since, today) if opts.since else None
    until = read_day("--until", opts.until, today, last=True) if opts.until else None
    return ledger_coverage(days, rows, asked_for, name, today, since, until)


def _pace(runs: list[Run]) -> float:
    """Return the articles an hour of the last run that stored enough to tell."""
    for run in runs:
        stored = run.facts.get("article/stored", 0)
        seconds = run.facts.get("elapsed_time_seconds", 0)
        if stored >= 10 and seconds:
            return float(stored) / float(seconds) * 3600
    return 0.0


def _as_json(found: Coverage, pace: float) -> dict[str, object]:
    articles, time = left(found, pace)
    return {
        "since": found.since.isoformat(),
        "until": found.until.isoformat(),
        "kanals": [section.to_dict() for section in found.sections],
        "holes": [day.isoformat() for day in found.holes],
        "left": {"articles": articles, "seconds": time.total_seconds() if time else None},
    }


def _draw(found: Coverage, pace: float) -> None:
    console = plain_console()
    if not found.sections:
        reading = f"{program.name()} crawl SITE -a since=2022-01"
        span = f"{found.since} to {found.until}"
        console.print(f"{span}: the list of no day was read; the archive is, by\n  {reading}")
        return
    table = Table(title=f"{found.since} to {found.until}")
    table.add_column("section", no_wrap=True)
    for heading in ("listed", "stored", "gone", "other", "skipped", "open", "closed"):
        table.add_column(heading, justify="right")
    for section in found.sections:
        counts = (section.listed, *_sorted_out(section.outcomes), section.open)
        closed = f"{section.closed:,}/{section.days:,}"
        table.add_row(section.section, *(f"{number:,}" for number in counts), closed)
    console.print(table)
    console.print("closed: days read to their end; skipped: " + (_skipped(found) or "nothing"))
    seen = str.maketrans({} if speaks_unicode() else _PLAIN)
    for month, marks in calendar(found):
        console.print(f"{month}  {marks}".translate(seen))
    legend = f"{FULL} complete  {PARTIAL} articles or sections missing  {HOLE} not read"
    console.print(legend.translate(seen))
    articles, time = left(found, pace)
    if not articles:
        console.print("left: nothing")
        return
    hours = f", about {in_words(time)} at the pace so far" if time else ""
    console.print(f"left: about {articles:,} articles{hours}")


def _sorted_out(outcomes: Counter[str]) -> tuple[int, int, int, int]:
    """How many listed articles are stored, gone, something else, and no articles."""
    stored, gone = outcomes["stored"] + outcomes["unchanged"], outcomes["gone"]
    skipped = sum(number for name, number in outcomes.items() if name.startswith(_SKIPPED))
    return stored, gone, outcomes.total() - stored - gone - skipped, skipped


def _skipped(found: Coverage) -> str:
    """What was no article, by kind."""
    kinds: Counter[str] = Counter()
    for section in found.sections:
        kinds.update(section.outcomes)
    return ", ".join(
        f"{number:,} {name.removeprefix(_SKIPPED)}"
        for name, number in kinds.most_common()
        if name.startswith(_SKIPPED)
    )


def _draw_disagreements(found: list[Disagreement]) -> None:
    if not found:
        return
    table = Table(title="Lists that disagree")
    for heading in ("day", "section", "only in its list", "only in that of all"):
        table.add_column(heading, justify="right" if heading.startswith("only") else "left")
    counts = Counter((each.day, each.section, each.only_in) for each in found)
    for day, section in sorted({(each.day, each.section) for each in found}):
        own, every = counts[day, section, "own"], counts[day, section, "all"]
        table.add_row(day, section, f"{own:,}", f"{every:,}")
    plain_console().print(table)
