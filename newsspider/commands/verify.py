"""`scrapy verify`: is the output what was promised?"""

import argparse
import sys
from pathlib import Path
from typing import Final

from scrapy.commands import ScrapyCommand
from scrapy.spiderloader import get_spider_loader

from newsspider.commands.arguments import spider_named
from newsspider.store.errors import Refusal
from newsspider.store.verify import verify

DATA_BROKEN: Final = 65


class Command(ScrapyCommand):
    """Reads only, also while a crawl is running. Exits with 65 when anything is wrong."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """How it is called."""
        return "[SITE]"

    def short_desc(self) -> str:
        """For the list of commands."""
        return "Check what is stored: every line, every article once, state and files alike"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Prints a line for each thing that is wrong, with file and offset, then the sum."""
        assert self.settings is not None
        try:
            site = spider_named(args or ["sindonews"], get_spider_loader(self.settings))
        except Refusal as refusal:
            print(f"exit {refusal.exit_code} ({refusal})", file=sys.stderr)
            self.exitcode = refusal.exit_code
            return
        report = verify(Path(self.settings["OUTPUT_DIR"]), site)
        for note in report.notes:
            print(f"note: {note}")
        for finding in report.findings:
            print(finding, file=sys.stderr)
        verdict = f"{len(report.findings)} wrong" if report.findings else "all is well"
        print(f"{site}: {report.lines:,} lines in {report.files} files: {verdict}")
        self.exitcode = DATA_BROKEN if report.findings else 0
