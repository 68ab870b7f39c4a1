"""`scrapy backup`: copy the output safely, also while a crawl is running."""

import argparse
import sys
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.spiderloader import get_spider_loader

from newsspider.cli.base import Answering, stored
from newsspider.cli.home_folder import expanded
from newsspider.commands.verify import DATA_BROKEN
from newsspider.errors import BadArgument
from newsspider.store.backup import backup
from newsspider.store.repair.verify import verify


class Command(Answering, ScrapyCommand):
    """Copies records, state, runs and quarantine of every site, and verifies the copy."""

    writes = True

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "NEW_FOLDER"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Copy the output into a new folder, also while a crawl runs, and verify the copy"

    def act(self, args: list[str], opts: argparse.Namespace) -> None:
        """Copy, then print what is wrong with the copy and the sum; exit with 65 if anything is."""
        if len(args) != 1:
            raise BadArgument("name the new folder, one")
        output, target = self.output(), Path(expanded(args[0]))
        copied = backup(output, target)
        wrong = 0
        assert self.settings is not None
        for site in stored(target, get_spider_loader(self.settings).list()):
            report = verify(target, site)
            wrong += len(report.findings)
            for finding in report.findings:
                print(finding, file=sys.stderr)
        verdict = f"{wrong} wrong" if wrong else "all is well"
        print(f"{output} copied to {target}: {copied} files; {verdict}")
        self.exitcode = DATA_BROKEN if wrong else 0
