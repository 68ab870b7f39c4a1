"""`scrapy rebuild`: make the state again from the output."""

import argparse
import sys
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.spiderloader import get_spider_loader

from newsspider import clock
from newsspider.commands.arguments import spider_named
from newsspider.store.duplicates import Duplicates
from newsspider.store.errors import Refusal
from newsspider.store.rebuild import Rebuilt, rebuild


class Command(ScrapyCommand):
    """Reads every file of the output; the state before it stays as `….before-rebuild`."""

    requires_project = True
    requires_crawler_process = False
    default_settings = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """How it is called."""
        return "[SITE]"

    def short_desc(self) -> str:
        """For the list of commands."""
        return "Make the state again from the stored lines"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Prints each file as it is read, what had to be left out, and the sum."""
        assert self.settings is not None
        try:
            site = spider_named(args or ["sindonews"], get_spider_loader(self.settings))
            output = Path(self.settings["OUTPUT_DIR"])
            found = rebuild(output, site, clock.now(), indexes=[Duplicates()], progress=print)
        except Refusal as refusal:
            print(f"exit {refusal.exit_code} ({refusal})", file=sys.stderr)
            self.exitcode = refusal.exit_code
        else:
            report(site, found)


def report(site: str, found: Rebuilt) -> None:
    """Say what came of it."""
    for finding in found.skipped:
        print(f"left out: {finding}", file=sys.stderr)
    if found.old_state != "read":
        print(f"old state: {found.old_state}; takedowns and failures start anew")
    carried = f", {found.carried:,} more from files that are not here" if found.carried else ""
    print(
        f"{site}: {found.articles:,} articles from {found.lines:,} lines"
        f" in {found.files} files{carried}; {len(found.skipped)} lines left out"
    )
