"""`scrapy export`: what is stored, as a folder of files that other programs open."""

import argparse
import sys
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Final

from scrapy.commands import ScrapyCommand

from newsspider import exit_status
from newsspider.cli.base import Answering
from newsspider.cli.home_folder import expanded
from newsspider.cli.progress_bar import ProgressBar
from newsspider.cli.stored.article_options import (
    add_article_options,
    names,
    read_span,
    sections_chosen,
    states_chosen,
)
from newsspider.crawl import clock
from newsspider.errors import BadArgument, nearest
from newsspider.export.export import Exported, ExportOrder, export
from newsspider.export.export_source import Options
from newsspider.export.known_formats import FORMATS, format_named
from newsspider.export.selection import Selection
from newsspider.search.finding import Wanted, ids
from newsspider.search.query import to_fts
from newsspider.search.text_index import up_to_date
from newsspider.store.state.database import State

_DUPLICATES: Final = ("keep", "drop-exact", "drop-near")


class Command(Answering, ScrapyCommand):
    """Reads state and lines, also while a crawl is running, and writes nothing into them."""

    writes = True
    examples = (
        ("scrapy export --format parquet", "all articles, into exports/parquet"),
        (
            "scrapy export --format csv --bom --since 2022-01 --until 2022-03 --out kuartal-1",
            "three months, for Excel",
        ),
        ("scrapy export --format txt --query 'banjir OR rob'", "what a search finds, as texts"),
        (
            "scrapy export --format sqlite --duplicates drop-near --without lists",
            "each story once, without the links to other articles",
        ),
    )
    exit_codes = (
        "0; 75 where lines are left out since the file of their day is not there, 73 and 74 where"
        " the folder cannot be written or the output cannot be read, 78 for a wrong option, a"
        " format whose library is missing, and where nothing is stored"
    )

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "--format FORMAT [--out FOLDER] [--since DATE] [--until DATE] …"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Write what is stored for other programs: parquet, csv, sqlite and more"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the format, the folder, and what chooses articles."""
        super().add_options(parser)
        add = parser.add_argument
        add("--format", required=True, help=", ".join(FORMATS))
        add("--out", metavar="FOLDER", help="a new folder; default: exports/FORMAT")
        add("--overwrite", action="store_true", help="replace the export that is there")
        add_article_options(parser)
        add("--query", metavar="WORDS", help="what scrapy search finds by these words")
        add("--all-revisions", action="store_true", help="every revision; default: the newest")
        add("--duplicates", default="keep", help=f"{', '.join(_DUPLICATES)}; default: keep")
        add("--without", default="", metavar="lists", help="leave out links to other articles")
        add("--partition", metavar="month", help="parquet: a file a month of publication")
        add("--bom", action="store_true", help="csv: with a byte-order mark, for Excel")
        add("--elsewhere", metavar="FOLDER", help="where days that were moved away lie")

    def act(self, args: list[str], opts: argparse.Namespace) -> None:
        """Write the export and say where it is; exit 75 where lines had to be left out."""
        if args:
            raise BadArgument(f"{args[0]}: export takes options only; see scrapy export --help")
        order = self._order(opts)
        try:
            done = export(order, clock.now(), ProgressBar(order.form.name).track)
        except KeyboardInterrupt:
            self.exitcode = exit_status.TRY_LATER
            print(f"export: exit {self.exitcode} (interrupted: nothing is left)", file=sys.stderr)
            return
        print(f"{order.target}: {done.rows:,} rows in {done.files:,} files, {done.size:,} bytes")
        if done.missing:
            self.exitcode = exit_status.TRY_LATER
            print(_left_out(done), file=sys.stderr)

    def _order(self, opts: argparse.Namespace) -> ExportOrder:
        assert self.settings is not None
        form = format_named(opts.format)
        output = self.output(names(opts.site))
        states = states_chosen(output, opts.site, self.settings)
        selection = _selection(opts, sections_chosen(opts.sections, states))
        return ExportOrder(
            output=output,
            states=states,
            form=form,
            selection=selection,
            found=_found(output, states, selection) if selection.query else None,
            target=_target(opts.out or f"exports/{form.name}"),
            options=Options(by_month=_month(opts.partition), bom=opts.bom),
            overwrite=opts.overwrite,
            elsewhere=Path(expanded(opts.elsewhere)) if opts.elsewhere else None,
        )


def _selection(opts: argparse.Namespace, sections: tuple[str, ...]) -> Selection:
    since, until = read_span(opts)
    if opts.duplicates not in _DUPLICATES:
        raise BadArgument(
            f"--duplicates {opts.duplicates}: unknown{nearest(opts.duplicates, _DUPLICATES)}"
        )
    if opts.without not in ("", "lists"):
        raise BadArgument(f"--without {opts.without}: only the lists can be left out")
    return Selection(
        since=since,
        until=until,
        sections=sections,
        query=opts.query,
        duplicates=opts.duplicates,
        all_revisions=opts.all_revisions,
        lists=not opts.without,
    )


def _found(
    output: Path, states: Mapping[str, Path], selection: Selection
) -> dict[str, Iterable[str]]:
    """Return the ids that the words find, by site."""
    wanted = Wanted(
        query=to_fts(selection.query or ""), since=selection.since, until=selection.until
    )
    found: dict[str, Iterable[str]] = {}
    for site, path in states.items():
        track = ProgressBar(f"index of {site}").track
        with (
            closing(State.read(path)) as state,
            up_to_date(output, site, state, track) as index,
        ):
            found[site] = list(ids(index, wanted))
    return found


def _month(partition: str | None) -> bool:
    if partition not in (None, "month"):
        raise BadArgument(f"--partition {partition}: only by month")
    return partition == "month"


def _target(text: str) -> Path:
    path = Path(expanded(text))
    if path.suffix in {f".{ending}" for ending in ("csv", "parquet", "sqlite", "db", "xlsx")}:
        raise BadArgument(f"--out {text}: name a folder; the files in it have names of their own")
    return path


def _left_out(done: Exported) -> str:
    days = ", ".join(sorted(done.missing))
    return (
        f"export: exit {exit_status.TRY_LATER} (incomplete: {done.missing.total():,} lines left"
        f" out: the files of {days} are not here; give --elsewhere FOLDER)"
    )
