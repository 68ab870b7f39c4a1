"""`scrapy show`: where the records are, how many, and one of them, readable."""

import argparse
import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from scrapy.commands import ScrapyCommand

from newsspider.cli.base import Answering
from newsspider.cli.home_folder import expanded
from newsspider.errors import BadArgument, OutputFailed
from newsspider.store.files.compressed import DAMAGED, SUFFIXES, open_bytes

_LONG = 600  # characters of a body that a first look needs


class Command(Answering, ScrapyCommand):
    """Gives a first look at the output, without another tool."""

    examples = (
        ("scrapy show", "the files of OUTPUT_DIR, and the first record"),
        (
            "scrapy show output/SITE-2026-07-27.jsonl.gz --nth 12",
            "the 12th record of a file, compressed or not",
        ),
    )
    exit_codes = (
        "0; 73 for a file that cannot be read, 74 for a damaged one, 78 where there is no such"
        " record"
    )

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

    def act(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the files and one record; refuse where there is none."""
        root = Path(expanded(args[0])) if args else self.output()
        counts = {path: _count(path) for path in _files(root)}
        total = sum(counts.values())
        if not total:
            raise BadArgument(f"{root}: no records; crawl first")
        if not 1 <= opts.nth <= total:
            raise BadArgument(f"--nth {opts.nth}: {root} has records 1 to {total:,}")
        console = Console(highlight=False)
        for path, number in counts.items():
            console.print(Text(f"{path}: {number} articles"), soft_wrap=True)  # a path stays one
        console.print(_panel(next(islice(_records(counts), opts.nth - 1, None))))


def _files(root: Path) -> list[Path]:
    """Return the file, or the files of lines in the folder, compressed too. Raises `OSError`."""
    if not root.is_dir():
        return [root]
    ends = {".jsonl", *(f".jsonl{end}" for end in SUFFIXES)}
    found = (path for path in root.iterdir() if "".join(path.suffixes[-2:]) in ends)
    return sorted(path for path in found if not path.name.endswith("-events.jsonl"))


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with open_bytes(path) as lines:
            yield from lines
    except DAMAGED as error:
        raise OutputFailed(f"output damaged: {path}: {error}; restore the file") from error


def _count(path: Path) -> int:
    return sum(1 for _ in _lines(path))


def _records(files: Iterable[Path]) -> Iterator[dict[str, Any]]:
    for path in files:
        for line in _lines(path):
            try:
                yield json.loads(line)
            except ValueError:
                raise BadArgument(f"{path}: no JSON lines; give a file of records") from None


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
