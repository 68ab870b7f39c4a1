"""`scrapy show`: where the records are, how many, and one of them, readable."""

import argparse
import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from scrapy.commands import ScrapyCommand
from scrapy.spiderloader import get_spider_loader

from newsspider.cli.base import Answering, state_path
from newsspider.cli.home_folder import expanded
from newsspider.cli.plain_console import plain_console
from newsspider.cli.stored.stored_article import (
    names_article,
    site_named,
    sites_with,
    stored_article,
)
from newsspider.cli.streams import json_line
from newsspider.errors import BadArgument, OutputFailed, OutputUnwritable
from newsspider.store.files.compressed import DAMAGED, SUFFIXES, open_bytes
from newsspider.store.state.articles import Articles
from newsspider.store.state.database import State
from newsspider.store.state.revisions import Revisions

_LONG = 600  # characters of a body that a first look needs


class Command(Answering, ScrapyCommand):
    """Gives a first look at the output, without another tool."""

    examples = (
        ("scrapy show", "the files of OUTPUT_DIR, and the first record"),
        ("scrapy show 1703875", "an article, whole, by its number; an id or address does as well"),
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
        return "[FILE_OR_FOLDER | ID_OR_URL_OR_NUMBER] [--nth N] [--json]"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Show where the records are, how many, and one of them"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--nth` and `--json`."""
        super().add_options(parser)
        parser.add_argument("--nth", type=int, help="which record of the files; default: the first")
        parser.add_argument("--json", action="store_true", help="the record alone, as its line")

    def act(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print an article, or the files and one record of them; refuse where there is none."""
        if len(args) > 1:
            raise BadArgument(f"one at a time; {' '.join(args[1:])} is too much")
        if args and names_article(args[0]):
            if opts.nth is not None:
                raise BadArgument(
                    "--nth counts the records of files; an article is named by its id"
                )
            self._print(self._stored(args[0]), opts, whole=True)
            return
        root = Path(expanded(args[0])) if args else self.output()
        counts = {path: _count(path) for path in _files(root)}
        total, nth = sum(counts.values()), 1 if opts.nth is None else opts.nth
        if not total:
            raise BadArgument(f"{root}: no records; crawl first")
        if not 1 <= nth <= total:
            raise BadArgument(f"--nth {nth}: {root} has records 1 to {total:,}")
        self._print(next(islice(_records(counts), nth - 1, None)), opts, whole=False)
        if not opts.json:  # at the end, where a person looks
            for path, number in counts.items():
                plain_console().print(Text(f"{path}: {number} articles"), soft_wrap=True)

    def _stored(self, name: str) -> dict[str, Any]:
        """Return the newest record of the article. Raises `BadArgument` where there is none."""
        assert self.settings is not None
        output, sites = self.output(), get_spider_loader(self.settings).list()
        of_name = site_named(name)
        having = [of_name] if of_name else list(sites_with(output, sites, name))
        if len(having) > 1:
            ids = " ".join(f"{site}:…" for site in having)
            raise BadArgument(f"{name}: several sites have it; give the whole id: {ids}")
        if not having:
            raise BadArgument(f"{name}: not stored; give an id or an address of a stored article")
        with closing(State.read(state_path(output, having[0]))) as state:
            articles, lines = Articles(state), Revisions(output, having[0])
            found = lines.records(articles.history(stored_article(articles, name).id)[-1:])
        if not found:
            [day] = lines.missing
            raise OutputUnwritable(f"{name}: its line is in the file of {day}, which is not here")
        return found[0]

    def _print(self, record: dict[str, Any], opts: argparse.Namespace, *, whole: bool) -> None:
        if opts.json:
            print(json_line(record))
        else:
            plain_console().print(_panel(record, None if whole else _LONG))


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


def _panel(record: dict[str, Any], most: int | None) -> Panel:
    """Return the record as a table of its keys, empty ones left out, texts cut to `most`."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for key, value in record.items():
        if value not in (None, []):
            table.add_row(key, Text(_readable(value, most)))
    return Panel(table, title=Text(str(record.get("headline", ""))), expand=False)


def _readable(value: Any, most: int | None) -> str:
    if isinstance(value, str):
        return value if most is None or len(value) <= most else f"{value[:most]} […]"
    if isinstance(value, list):
        return "\n".join(_readable(entry, most) for entry in value)
    if isinstance(value, dict):
        return " · ".join(str(part) for part in value.values() if part is not None)
    return str(value)
