"""What the commands that read an output have in common: one site, one folder, one way to refuse."""

import argparse
import sys
from pathlib import Path
from typing import Any, ClassVar

from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from newsspider.cli.settings_check import spider_named
from newsspider.errors import BadArgument, Refusal


class OfOneSite:
    """For a `ScrapyCommand` over the output of one site, also while a crawl is running.

    A refusal ends it with one line on stderr and the exit code of the refusal. (No `ScrapyCommand`
    itself: Scrapy would take it for a command of that name.)
    """

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}
    takes_site = True  # whether the one argument is the site; `sindonews` without it
    settings: Settings | None
    exitcode: int

    def syntax(self) -> str:
        """How it is called."""
        return "[SITE]"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Finds the output and answers."""
        assert self.settings is not None
        name = type(self).__module__.rpartition(".")[2]
        try:
            if self.takes_site and len(args) > 1:
                raise BadArgument(f"one site at a time; {' '.join(args[1:])} is too much")
            named = args[:1] if self.takes_site and args else ["sindonews"]
            site = spider_named(named, get_spider_loader(self.settings))
            self.answer(Path(self.settings["OUTPUT_DIR"]), site, args, opts)
        except Refusal as refusal:
            self.exitcode = refusal.exit_code
            print(f"{name}: exit {refusal.exit_code} ({refusal})", file=sys.stderr)

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Prints what was asked for; raises `Refusal` where that cannot be."""
        raise NotImplementedError


def state_path(output: Path, site: str) -> Path:
    """Where the state of a site stands."""
    return output / "state" / f"{site}.sqlite3"
