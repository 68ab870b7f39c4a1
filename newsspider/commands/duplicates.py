"""`scrapy duplicates`: which stored articles repeat each other."""

import argparse
import sys
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from rich.table import Table
from rich.text import Text
from scrapy.commands import ScrapyCommand

from newsspider.cli.base import OfOneSite, state_path
from newsspider.cli.plain_console import plain_console
from newsspider.cli.streams import json_line
from newsspider.store.duplicates.groups import Member, groups, indexed
from newsspider.store.state.database import State

_WIDE = 400  # columns where nobody looks: a file or a pipe, one article a line


class Command(OfOneSite, ScrapyCommand):
    """Reads the state only, also while a crawl is running."""

    examples = (
        ("scrapy duplicates", "groups of articles that repeat each other, the earliest first"),
        ("scrapy duplicates --exact --json", "those of the same text, one group a line"),
    )
    exit_codes = "0; 73 and 74 where the state cannot be read"

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "[SITE] [--exact] [--json]"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "List the articles that repeat each other: headlines, sections, times, similarity"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--exact` and `--json`."""
        super().add_options(parser)
        parser.add_argument("--exact", action="store_true", help="only those of the same text")
        parser.add_argument("--json", action="store_true", help="one group a line, as JSON")

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Print the groups, the earliest article of each first."""
        with closing(State.read(state_path(output, site))) as state:
            indexed(state.connection)
            found = groups(state.connection)
            chosen = filter(None, map(_same, found)) if opts.exact else found
            print_json(chosen) if opts.json else print_tables(chosen, site)


def print_json(found: Iterable[list[Member]]) -> None:
    """Print a line a group: `{"articles": [{"id", "url", "section", …}, …]}`."""
    for group in found:
        print(json_line({"articles": [asdict(member) for member in group]}))


def print_tables(found: Iterable[list[Member]], site: str) -> None:
    """Print a table a group, then the sum."""
    console = plain_console(width=None if sys.stdout.isatty() else _WIDE)
    numbers = [0, 0]
    for group in found:
        numbers = [numbers[0] + 1, numbers[1] + len(group)]
        console.print(_table(group, with_heads=numbers[0] == 1))
    console.print(Text("{}: {:,} groups, {:,} articles".format(site, *numbers)))


def _table(group: list[Member], *, with_heads: bool) -> Table:
    table = Table(box=None, show_header=with_heads, padding=(0, 2, 0, 0))
    for head in ("alike", "published", "section", "headline", "id"):
        table.add_column(head, no_wrap=head != "headline")
    for member in group:
        alike = "" if member is group[0] else _percent(member.similarity)
        cells = (alike, member.date_published, member.section, member.headline, member.id)
        table.add_row(*map(Text, cells))
    return table


def _percent(similarity: float | None) -> str:
    return "?" if similarity is None else f"{similarity:.1%}"


def _same(group: list[Member]) -> list[Member]:
    """Return those with the text of the group's earliest; none when it stands alone."""
    same = [member for member in group if member.similarity == 1]
    return same if len(same) > 1 else []
