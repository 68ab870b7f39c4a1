"""`scrapy show`: where the records are, how many, and one of them, readable."""

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from scrapy.commands import ScrapyCommand

from newsspider import exit_status

_LONG = 600  # characters of a body that a first look needs


class Command(ScrapyCommand):
    """Gives a first look at the output, without another tool."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "[FILE_OR_FOLDER] [--nth N]"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Show where the records are, how many, and one of them"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--nth`."""
        super().add_options(parser)
        parser.add_argument("--nth", type=int, default=1, help="which record; default: the first")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the files and one record; exit with 78 when there is none."""
        assert self.settings is not None
        root = Path(args[0] if args else self.settings["OUTPUT_DIR"])
        files = sorted(root.glob("*.jsonl")) if root.is_dir() else [root]
        counts = {path: _count(path) for path in files if path.is_file()}
        total = sum(counts.values())
        if total < opts.nth or opts.nth < 1:
            self.exitcode = exit_status.BAD_USAGE
            print(f"show: {root}: {total} records; crawl first", file=sys.stderr)
            return
        console = Console(highlight=False)
        for path, number in counts.items():
            console.print(Text(f"{path}: {number} articles"))
        console.print(_panel(next(islice(_records(counts), opts.nth - 1, None))))


def _count(path: Path) -> int:
    with path.open("rb") as lines:
        return sum(1 for _ in lines)


def _records(files: dict[Path, int]) -> Iterator[dict[str, Any]]:
    for path in files:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)


def _panel(record: dict[str, Any]) -> Panel:
    """Return the record as a table of its keys, empty ones left out, the body cut."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for key, value in record.items():
        if value not in (None, []):
            table.add_row(key, Text(_readable(value)))
    return Panel(table, title=Text(str(record.get("headline", ""))), expand=False)


def _readable(value: Any) -> str:
    if isinstance(value, str):
        return value if len(value) <= _LONG else f"{value[:_LONG]} […]"
    if isinstance(value, list):
        return "\n".join(_readable(entry) for entry in value)
    if isinstance(value, dict):
        return " · ".join(str(part) for part in value.values() if part is not None)
    return str(value)
