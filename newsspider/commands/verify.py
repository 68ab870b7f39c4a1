"""`scrapy verify`: is the output what was promised?"""

import argparse
import sys
from pathlib import Path
from typing import Final

from scrapy.commands import ScrapyCommand

from newsspider.cli import program
from newsspider.cli.base import OfOneSite
from newsspider.cli.home_folder import expanded
from newsspider.errors import BadArgument
from newsspider.store.repair.verify import verify

DATA_BROKEN: Final = 65


class Command(OfOneSite, ScrapyCommand):
    """Reads only, also while a crawl is running. Exits with 65 when anything is wrong."""

    examples = (
        ("scrapy verify", "one line for each thing that is wrong"),
        ("scrapy verify -s OUTPUT_DIR=archive", "another archive"),
    )
    exit_codes = "0; 65 where anything is wrong, 73 and 74 where the output cannot be read"

    def syntax(self) -> str:
        return "[SITE] [--elsewhere FOLDER]"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--elsewhere`."""
        super().add_options(parser)
        parser.add_argument(
            "--elsewhere",
            action="append",
            default=[],
            type=lambda folder: Path(expanded(folder)),
            metavar="FOLDER",
            help="where finished days were moved to; may be given more than once",
        )

    def short_desc(self) -> str:
        return "Check what is stored: every line, every article once, state and files alike"

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Print a line for each thing that is wrong, with file and offset, then the sum."""
        for folder in opts.elsewhere:
            if not folder.is_dir():
                raise BadArgument(f"--elsewhere {folder}: no such folder")
        report = verify(output, site, opts.elsewhere)
        for note in report.notes:
            print(program.as_typed(f"note: {note}"))
        for finding in report.findings:
            print(program.as_typed(str(finding)), file=sys.stderr)
        verdict = f"{len(report.findings)} wrong" if report.findings else "all is well"
        print(f"{site}: {report.lines:,} lines in {report.files} files: {verdict}")
        self.exitcode = DATA_BROKEN if report.findings else 0
