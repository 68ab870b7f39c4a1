"""`scrapy rebuild`: make the state again from the output."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from scrapy.commands import ScrapyCommand

from newsspider.store.duplicates import Duplicates
from newsspider.store.errors import Refusal
from newsspider.store.rebuild import rebuild


class Command(ScrapyCommand):
    """Reads every file of the output; the state before it stays as `….before-rebuild`."""

    requires_project = True

    def syntax(self) -> str:
        return "[SITE]"

    def short_desc(self) -> str:
        return "Make the state again from the stored lines"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        assert self.settings is not None
        site = args[0] if args else "sindonews"
        try:
            found = rebuild(
                Path(self.settings.get("OUTPUT_DIR", "output")),
                site,
                datetime.now(UTC),
                indexes=[Duplicates()],
                progress=print,
            )
        except Refusal as refusal:
            print(f"{site}: exit {refusal.exit_code} ({refusal})", file=sys.stderr)
            self.exitcode = refusal.exit_code
            return
        for finding in found.skipped:
            print(f"left out: {finding}", file=sys.stderr)
        if found.old_state != "read":
            print(f"old state: {found.old_state}; takedowns and failures start anew")
        carried = f", {found.carried:,} more from files that are not here" if found.carried else ""
        print(
            f"{site}: {found.articles:,} articles from {found.lines:,} lines"
            f" in {found.files} files{carried}; {len(found.skipped)} lines left out"
        )
