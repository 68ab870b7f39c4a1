"""`scrapy status`: what is stored, how fresh each section is, and how the last runs ended."""

import argparse
import json
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from rich.table import Table
from rich.text import Text
from scrapy.commands import ScrapyCommand

from newsspider.base_spiders.durations import read_duration
from newsspider.cli import program
from newsspider.cli.base import OfOneSite, state_path
from newsspider.cli.plain_console import plain_console
from newsspider.cli.streams import json_line
from newsspider.crawl import clock
from newsspider.dates import WIB
from newsspider.errors import BadArgument
from newsspider.report.ages import in_words
from newsspider.report.coverage import asked_days, is_hole
from newsspider.report.monitor import RunEnd, check
from newsspider.store.files.lock import held
from newsspider.store.files.state_files import elsewhere_path, lock_path
from newsspider.store.files.times import moment
from newsspider.store.state.articles import Articles
from newsspider.store.state.database import State
from newsspider.store.state.day_ledger import Days
from newsspider.store.state.http import WHOLE_SITE, Pauses
from newsspider.store.state.publication_times import PublicationTimes
from newsspider.store.state.retries import Attempts
from newsspider.store.state.runs import Run, Runs

_MOST: Final = 1_000  # runs that are looked at for one that got to its end


class Command(OfOneSite, ScrapyCommand):
    """Reads the state only; a crawl may be running."""

    examples = (
        ("scrapy status", "sections, last runs, holes"),
        ("scrapy status --check --max-age 26h", "one line and an exit code, for a monitor"),
        ("scrapy status --json", "for machines"),
    )
    exit_codes = (
        "0; with --check also the code of a last run that ended badly, and 75 where the last run"
        " was killed, none got to its end for --max-age, or the archive has holes"
    )

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "[SITE] [--runs N] [--json] [--check [--max-age 26h]]"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Show what is stored, how fresh it is, and how the last runs ended"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--runs`, `--json`, and `--check` with `--max-age`."""
        super().add_options(parser)
        parser.add_argument("--runs", type=int, default=5, help="how many runs; default: 5")
        parser.add_argument("--json", action="store_true", help="for machines")
        parser.add_argument("--check", action="store_true", help="one line and an exit code")
        parser.add_argument("--max-age", default="26h", help="of the last whole run; default: 26h")

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Print the state of affairs, or one line of it."""
        if opts.runs < 1:
            raise BadArgument(f"--runs {opts.runs}: not a number above zero")
        longest = read_duration("--max-age", opts.max_age)
        with closing(State.read(state_path(output, site))) as state:
            found = _status(state, output, site, opts.runs)
            ends = _ends(state, output, site, _MOST) if opts.check else []
        if opts.check:
            holes = found["holes"]
            missing = sum(hole["open"] for hole in holes)
            verdict = check(ends, clock.now(), longest, len(holes), missing)
            self.exitcode = verdict.exit_code
            print(f"{site}: {'well' if not verdict.exit_code else 'not well'}: {verdict.words}")
        elif opts.json:
            print(json_line(found))
        else:
            _draw(found, clock.now())


def _status(state: State, output: Path, site: str, count: int) -> dict[str, Any]:
    waiting, given_up = Attempts(state).sums()
    until = Pauses(state).until(WHOLE_SITE)
    runs = Runs(state).last(_MOST)
    ends = _ends(state, output, site, count)
    whole = next((run.started for run in runs if run.is_whole), None)
    return {
        "site": site,
        "kanals": [
            {"kanal": section, "articles": number, "newest": newest}
            for section, number, newest in PublicationTimes(state).by_section()
        ],
        "holes": _holes(state, runs),
        "gone": sum(1 for _ in Articles(state).gone()),
        "to_try_again": waiting,
        "given_up": given_up,
        "paused_until": until.isoformat() if until else None,
        "last_whole_run": whole.isoformat() if whole else None,
        "runs": [
            {
                "id": run.id,
                "started": run.started.isoformat(),
                "verdict": end.verdict,
                "exit_code": run.exit_code,
                "message": end.message,
                "broken": run.facts.get("health/broken"),
                **_counts(output, run),
            }
            for run, end in zip(runs, ends, strict=False)
        ],
    }


def _ends(state: State, output: Path, site: str, count: int) -> list[RunEnd]:
    """How the last runs ended. Of those without a verdict the newest may be running: it holds the
    lock, or the lease of a copy to read; the others were killed."""
    here = held(lock_path(output, site))
    is_running = here or elsewhere_path(output, site).exists()
    ends = []
    for run in Runs(state).last(count):
        unended = "running" if is_running else "killed"
        is_running = is_running and run.verdict is not None
        verdict = run.verdict or unended
        message = str(_manifest(output, run).get("message") or "")
        ends.append(RunEnd(run.started, verdict, run.exit_code, message, run.is_whole))
    return ends


def _manifest(output: Path, run: Run) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        found = json.loads((output / "runs" / f"{run.id}.json").read_bytes())
        return found if isinstance(found, dict) else {}
    return {}


def _counts(output: Path, run: Run) -> dict[str, int]:
    """The counts of a run; of one that was killed those that its manifest was told last."""
    counts = run.facts or _manifest(output, run).get("counts") or {}
    return {
        "stored": counts.get("article/stored", 0),
        "known": counts.get("article/known", 0),
        "requests": counts.get("downloader/request_count", 0),
    }


def _holes(state: State, runs: list[Run]) -> list[dict[str, Any]]:
    """Return the days and sections of the archive that were asked for and are not complete."""
    days = list(Days(state).between("0000-01-01", "9999-12-31"))
    asked = asked_days([run.facts for run in runs], days, clock.now().date())
    return [
        {"day": day.day, "kanal": day.section, "listed": day.listed, "open": day.open}
        for day in days
        if is_hole(day, asked)
    ]


def _draw(found: dict[str, Any], now: datetime) -> None:
    console = plain_console()
    sections = Table(
        title=f"{found['site']}: {sum(k['articles'] for k in found['kanals']):,} articles"
    )
    for heading in ("section", "articles", "newest", "age"):
        sections.add_column(heading, justify="left" if heading == "section" else "right")
    for section in found["kanals"]:
        newest = moment(section["newest"])
        age = in_words(now - newest)
        sections.add_row(section["kanal"], f"{section['articles']:,}", section["newest"], age)
    console.print(sections)
    console.print(_table_of_runs(found["runs"], now))
    last = next((run for run in found["runs"] if run["exit_code"] is not None), None)
    if last is not None and last["broken"]:
        console.print(Text(f"to repair: {last['broken']}"))
    if found["runs"] and found["runs"][0]["message"]:
        console.print(Text(f"last run: {found['runs'][0]['message']}"))
    whole = found["last_whole_run"]
    began = f"{in_words(now - moment(whole))} ago" if whole else "never"
    console.print(f"last run that got to its end: {began}")
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
            f" see `{program.name()} coverage`"
        )
    if found["paused_until"]:
        console.print(f"the site asked to be left alone until {found['paused_until']}")


def _table_of_runs(found: list[dict[str, Any]], now: datetime) -> Table:
    """The last runs; those that began in the future, when the clock was wrong, at the end."""
    runs = Table(title="last runs")
    for heading in ("started (WIB)", "verdict", "exit", "stored", "known", "requests"):
        runs.add_column(heading)
    for run in sorted(found, key=lambda run: moment(run["started"]) > now):
        started = moment(run["started"]).astimezone(WIB)
        code = "" if run["exit_code"] is None else str(run["exit_code"])
        counts = (str(run[key]) for key in ("stored", "known", "requests"))
        verdict = f"{run['verdict']} (clock ahead)" if started > now else run["verdict"]
        runs.add_row(f"{started:%Y-%m-%d %H:%M}", verdict, code, *counts)
    return runs
