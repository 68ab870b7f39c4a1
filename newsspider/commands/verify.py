"""`scrapy verify`: is the output what was promised?"""

import argparse
import sys
from pathlib import Path

from scrapy.commands import ScrapyCommand

from newsspider.store.verify import verify

DATA_BROKEN = 65


class Command(ScrapyCommand):
    """Prints what is wrong, a line each with file and offset, and exits with 65 then."""

    requires_project = True

    def syntax(self) -> str:
        return "[SITE]"

    def short_desc(self) -> str:
        return "Check the stored lines and the state: every line, every article once"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        site = args[0] if args else "sindonews"
        report = verify(Path(self.settings.get("OUTPUT_DIR", "output")), site)
        for note in report.notes:
            print(f"note: {note}")
        for finding in report.findings:
            print(finding, file=sys.stderr)
        verdict = f"{len(report.findings)} wrong" if report.findings else "all is well"
        print(f"{site}: {report.lines:,} lines in {report.files} files: {verdict}")
        self.exitcode = DATA_BROKEN if report.findings else 0
