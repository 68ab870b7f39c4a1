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
    settings: Settings | None
    exitcode: int

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "[SITE]"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Answer over the output of the site that is named, or of the only one that is stored."""
        assert self.settings is not None
        name = type(self).__module__.rpartition(".")[2]
        output = Path(self.settings["OUTPUT_DIR"])
        try:
            loader = get_spider_loader(self.settings)
            named = self.sites_named(args)
            if len(named) > 1:
                raise BadArgument(f"one site at a time; {' '.join(named[1:])} is too much")
            site = spider_named(named or stored(output, loader.list()), loader)
            self.answer(output, site, args, opts)
        except Refusal as refusal:
            self.exitcode = refusal.exit_code
            print(f"{name}: exit {refusal.exit_code} ({refusal})", file=sys.stderr)

    def sites_named(self, args: list[str]) -> list[str]:
        """Return the names of sites among the arguments; here each argument is one."""
        return args

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Print what was asked for; raise `Refusal` where that cannot be."""
        raise NotImplementedError


def stored(output: Path, sites: list[str]) -> list[str]:
    """Return those of the sites that have a state or records in the output; all when none has."""
    found = [
        site
        for site in sites
        if state_path(output, site).exists() or any(output.glob(f"{site}-*.jsonl"))
    ]
    return found or sites


def state_path(output: Path, site: str) -> Path:
    """Return where the state of a site stands."""
    return output / "state" / f"{site}.sqlite3"
