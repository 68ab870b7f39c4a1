"""`scrapy verify`: is the output what was promised?"""

import argparse
import sys
from pathlib import Path
from typing import Final

from scrapy.commands import ScrapyCommand

from newsspider.cli.base import OfOneSite
from newsspider.store.repair.verify import verify

DATA_BROKEN: Final = 65


class Command(OfOneSite, ScrapyCommand):
    """Reads only, also while a crawl is running. Exits with 65 when anything is wrong."""

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Check what is stored: every line, every article once, state and files alike"

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Print a line for each thing that is wrong, with file and offset, then the sum."""
        report = verify(output, site)
        for note in report.notes:
            print(f"note: {note}")
        for finding in report.findings:
            print(finding, file=sys.stderr)
        verdict = f"{len(report.findings)} wrong" if report.findings else "all is well"
        print(f"{site}: {report.lines:,} lines in {report.files} files: {verdict}")
        self.exitcode = DATA_BROKEN if report.findings else 0
