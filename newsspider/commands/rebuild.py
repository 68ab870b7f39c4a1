"""`scrapy rebuild`: make the state again from the output."""

import argparse
import sys
from pathlib import Path

from scrapy.commands import ScrapyCommand

from newsspider.cli.base import OfOneSite
from newsspider.crawl import clock
from newsspider.shared.local_copy import note_rewritten
from newsspider.store.duplicates.lookup import Duplicates
from newsspider.store.repair.rebuild import Rebuilt, rebuild


class Command(OfOneSite, ScrapyCommand):
    """Reads every file of the output; the state before it stays as `….before-rebuild`."""

    writes = True
    changes_output = True

    examples = (("scrapy rebuild", "the state of OUTPUT_DIR made again from its lines"),)
    exit_codes = (
        "0; 73 and 74 where it cannot be read or written, 75 while a crawl is going, 78 where there"
        " is no output"
    )

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Make the state again from the stored lines"

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Print each file as it is read, what had to be left out, and the sum."""
        report(site, rebuild(output, site, clock.now(), indexes=[Duplicates()], progress=print))
        note_rewritten(output, site)


def report(site: str, found: Rebuilt) -> None:
    """Print what came of a rebuild, and on stderr what had to be left out."""
    for finding in found.skipped:
        print(f"left out: {finding}", file=sys.stderr)
    told = ", ".join(f"{number:,} {table}" for table, number in found.rows.items() if number)
    if told:
        print(f"carried over from the old state: {told}")
    if found.old_state != "read":
        print(f"old state: {found.old_state}", file=sys.stderr)
    if found.old_state == "missing":
        print("coverage, runs, takedowns and failures start anew", file=sys.stderr)
    for table, reason in found.unread.items():
        print(f"not carried over, or not wholly: {table}: {reason}", file=sys.stderr)
    lost = f"; {found.lost:,} lost, the next crawl asks for them" if found.lost else ""
    carried = f", {found.carried:,} more from files that are not here" if found.carried else ""
    print(
        f"{site}: {found.articles:,} articles from {found.lines:,} lines"
        f" in {found.files} files{carried}; {len(found.skipped)} lines left out{lost}"
    )
