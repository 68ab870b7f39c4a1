"""`scrapy counts`: how many articles were published, by section and day."""

import argparse
from contextlib import closing
from typing import Final

from rich.table import Table
from rich.text import Text
from scrapy.commands import ScrapyCommand

from newsspider.cli.base import Answering
from newsspider.cli.plain_console import plain_console
from newsspider.cli.stored.article_options import (
    add_article_options,
    names,
    read_span,
    sections_chosen,
    states_chosen,
)
from newsspider.cli.streams import json_line, speaks_unicode
from newsspider.errors import BadArgument, nearest
from newsspider.report.section_counts import LENGTH, SectionCounts, bar, columns_that_fit
from newsspider.store.state.database import State
from newsspider.store.state.publication_times import PublicationTimes

_FIRST: Final = "0000-01-01"
_LAST: Final = "9999-12-31"


class Command(Answering, ScrapyCommand):
    """Reads the state only, also while a crawl is running."""

    examples = (
        ("scrapy counts --since 7d", "a table: days and sections"),
        ("scrapy counts --by month --chart", "bars"),
        ("scrapy counts --json", "one JSON object a line: day, section, articles"),
    )
    exit_codes = "0; 73 and 74 where the state cannot be read, 78 for a wrong option"

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "[--by day|month|year] [--since DATE] [--until DATE] [--sections …] [--json|--chart]"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Count the articles by section and day: as table, JSON or chart"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add what chooses articles, the span of time, and the form."""
        super().add_options(parser)
        add_article_options(parser)
        parser.add_argument("--by", default="day", help="day (WIB), month or year; default: day")
        parser.add_argument("--json", action="store_true", help="one JSON object a line")
        parser.add_argument("--chart", action="store_true", help="bars")

    def act(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the counts in the form asked for."""
        if opts.by not in LENGTH:
            raise BadArgument(f"--by {opts.by}: no span of time{nearest(opts.by, LENGTH)}")
        if args or (opts.json and opts.chart):
            raise BadArgument("counts takes options only, and one of --json and --chart")
        counts = self._counts(opts)
        if opts.json:
            for (span, section), number in sorted(counts.numbers.items()):
                print(json_line({opts.by: span, "section": section, "articles": number}))
        elif opts.chart:
            _draw_bars(counts)
        else:
            _draw_tables(counts, opts.by)

    def _counts(self, opts: argparse.Namespace) -> SectionCounts:
        assert self.settings is not None
        since, until = read_span(opts)
        states = states_chosen(self.output(names(opts.site)), opts.site, self.settings)
        sections = sections_chosen(opts.sections, states)
        first, last = (since or _FIRST), (until or _LAST)
        rows: list[tuple[str, str, int]] = []
        for path in states.values():
            with closing(State.read(path)) as state:
                rows += PublicationTimes(state).by_day_and_section(str(first), str(last))
        chosen = (row for row in rows if not sections or row[1] in sections)
        return SectionCounts.of(chosen, opts.by)


def _draw_tables(counts: SectionCounts, by: str) -> None:
    """Print a table, or several where the sections do not fit into one."""
    console = plain_console()
    sums = dict(counts.sums())
    names = ["all", *counts.sections]
    for group in columns_that_fit(names, console.width, first=12):
        table = Table(box=None, padding=(0, 2, 0, 0))
        table.add_column(by, no_wrap=True)
        for name in group:
            table.add_column(Text(name), justify="right", no_wrap=True)
        for span in sums:
            numbers = (
                sums[span] if name == "all" else counts.numbers[span, name] for name in group
            )
            table.add_row(span, *(f"{number:,}" if number else "" for number in numbers))
        console.print(table)


def _draw_bars(counts: SectionCounts) -> None:
    """Print a bar for each span of time."""
    console = plain_console(soft_wrap=True)
    sums = counts.sums()
    most = max((number for _, number in sums), default=0)
    width = max(console.width - 24, 10)
    for span, number in sums:
        drawn = bar(number, most, width, plain=not speaks_unicode())
        console.print(Text(f"{span:10}  {number:>7,}  {drawn}"))
