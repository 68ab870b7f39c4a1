"""`scrapy status`: what is stored, how fresh each section is, and how the last runs ended."""

import argparse
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from scrapy.commands import ScrapyCommand

from newsspider.cli.base import OfOneSite, state_path
from newsspider.cli.streams import json_line
from newsspider.crawl import clock
from newsspider.dates import WIB
from newsspider.store.files.times import moment
from newsspider.store.state.articles import Articles
from newsspider.store.state.database import State
from newsspider.store.state.day_ledger import Days
from newsspider.store.state.http import Pauses
from newsspider.store.state.retries import Attempts
from newsspider.store.state.runs import Runs
from newsspider.transport.pacing import WHOLE_SITE


class Command(OfOneSite, ScrapyCommand):
    """Reads the state only; a crawl may be running."""

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "[SITE] [--runs N] [--json]"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Show what is stored, how fresh it is, and how the last runs ended"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--runs` and `--json`."""
        super().add_options(parser)
        parser.add_argument("--runs", type=int, default=5, help="how many runs; default: 5")
        parser.add_argument("--json", action="store_true", help="for machines")

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Print the state of affairs."""
        with closing(State.read(state_path(output, site))) as state:
            found = _status(state, site, opts.runs)
        if opts.json:
            print(json_line(found))
        else:
            _draw(found, clock.now())


def _status(state: State, site: str, count: int) -> dict[str, Any]:
    waiting, given_up = Attempts(state).sums()
    until = Pauses(state).until(WHOLE_SITE)
    return {
        "site": site,
        "kanals": [
            {"kanal": section, "articles": number, "newest": newest}
            for section, number, newest in Articles(state).by_section()
        ],
        "holes": _holes(state),
        "gone": sum(1 for _ in Articles(state).gone()),
        "to_try_again": waiting,
        "given_up": given_up,
        "paused_until": until.isoformat() if until else None,
        "runs": [
            {
                "id": run.id,
                "started": run.started.isoformat(),
                "verdict": run.verdict or "running or killed",
                "exit_code": run.exit_code,
                "stored": run.facts.get("article/stored", 0),
                "known": run.facts.get("article/known", 0),
                "requests": run.facts.get("downloader/request_count", 0),
                "broken": run.facts.get("health/broken"),
            }
            for run in Runs(state).last(count)
        ],
    }


def _holes(state: State) -> list[dict[str, Any]]:
    """Return the days and sections of the archive that were begun and are not complete."""
    return [
        {"day": day.day, "kanal": day.section, "listed": day.listed, "open": day.open}
        for day in Days(state).between("0000-01-01", "9999-12-31")
        if day.open or day.closed_at is None
    ]


def _draw(found: dict[str, Any], now: datetime) -> None:
    console = Console(highlight=False)
    sections = Table(
        title=f"{found['site']}: {sum(k['articles'] for k in found['kanals']):,} articles"
    )
    for heading in ("section", "articles", "newest", "age"):
        sections.add_column(heading, justify="left" if heading == "section" else "right")
    for section in found["kanals"]:
        newest = moment(section["newest"])
        age = f"{(now - newest).total_seconds() / 3600:,.1f} h"
        sections.add_row(section["kanal"], f"{section['articles']:,}", section["newest"], age)
    console.print(sections)
    runs = Table(title="last runs")
    for heading in ("started (WIB)", "verdict", "exit", "stored", "known", "requests"):
        runs.add_column(heading)
    for run in found["runs"]:
        started = datetime.fromisoformat(run["started"]).astimezone(WIB)
        code = "" if run["exit_code"] is None else str(run["exit_code"])
        counts = (str(run[key]) for key in ("stored", "known", "requests"))
        runs.add_row(f"{started:%Y-%m-%d %H:%M}", run["verdict"], code, *counts)
    console.print(runs)
    last = next((run for run in found["runs"] if run["exit_code"] is not None), None)
    if last is not None and last["broken"]:
        console.print(f"to repair: {last['broken']}", markup=False)
    console.print(
        f"taken down: {found['gone']}  to try again: {found['to_try_again']}"
        f"  given up: {found['given_up']}"
    )
    holes = found["holes"]
    if holes:
        articles = sum(hole["open"] for hole in holes)
        days = f"{holes[0]['day']} to {holes[-1]['day']}"
        console.print(
            f"open holes: {len(holes)} lists of {days}, {articles:,} articles missing;"
            " see `scrapy coverage`"
        )
    if found["paused_until"]:
        console.print(f"the site asked to be left alone until {found['paused_until']}")
