"""`scrapy report`: what is stored of a site, as one HTML page to look at."""

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import Final

from scrapy.commands import ScrapyCommand

from newsspider import exit_status
from newsspider.cli.base import OfOneSite, state_path
from newsspider.cli.home_folder import expanded
from newsspider.cli.stored.article_options import add_span_options, read_span
from newsspider.cli.stored.html_page import html, language_named, put_page
from newsspider.crawl import clock
from newsspider.export.selection import Selection
from newsspider.export.stored_rows import StoredRows
from newsspider.report.gather import Reported, gather
from newsspider.report.page.language import LANGUAGES
from newsspider.store.state.database import State

_DELAY: Final = "DOWNLOAD_DELAY"


class Command(OfOneSite, ScrapyCommand):
    """Reads state and lines, also while a crawl is running, and writes nothing into them."""

    writes = True
    examples = (
        ("scrapy report", "reports/SITE.html, of the only site that is stored"),
        ("scrapy report SITE --since 2022-01 --until 2022-03", "three months"),
        ("scrapy report SITE --language id --out laporan.html", "opens in Indonesian"),
    )
    exit_codes = (
        "0; 75 where articles are left out since the file of their day is not there, 73 and 74"
        " where the page cannot be written or the output cannot be read, 78 for a wrong option,"
        " and where the library of the extra `report` is missing"
    )

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "[SITE] [--out FILE] [--language en|id] [--since DATE] [--until DATE]"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Write what is stored as one HTML page: charts, holes, changes, runs"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the file, the language and the days."""
        super().add_options(parser)
        add = parser.add_argument
        add("--out", metavar="FILE", help="the page; default: reports/SITE.html")
        add_span_options(parser)
        add("--language", default="en", help=f"{' or '.join(LANGUAGES)}; default: en")

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Write the page and say where it is; exit 75 where articles had to be left out."""
        assert self.settings is not None
        language, (since, until) = language_named(opts.language), read_span(opts)
        pages = html()
        target = Path(expanded(opts.out or f"reports/{site}.html"))
        with closing(State.read(state_path(output, site))) as state:
            rows = StoredRows.open(state, output, site, Selection(since=since, until=until))
            reported = Reported(
                rows=rows,
                delays=rows.delays(),
                missing=rows.missing,
                ids=rows.ids() if since or until else None,
                since=since,
                until=until,
            )
            delay = self.settings.getfloat(_DELAY)
            facts = gather(state, output, site, reported, clock.now(), default_delay=delay)
        size = put_page(target, pages.render_report(facts, language))
        print(f"{target}: {facts.sums.articles:,} articles, {size:,} bytes; open it in a browser")
        if facts.missing_days:
            self.exitcode = exit_status.TRY_LATER
            days = ", ".join(facts.missing_days)
            print(f"report: exit {self.exitcode} (left out, not here: {days})", file=sys.stderr)
