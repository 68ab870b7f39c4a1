"""What the commands that read an output have in common: one site, one folder, one way to refuse."""

import argparse
import sys
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any, ClassVar

from scrapy.commands import ScrapyCommand, ScrapyHelpFormatter
from scrapy.settings import Settings
from scrapy.spiderloader import get_spider_loader

from newsspider.cli import home_folder, program, streams
from newsspider.cli.settings_check import spider_named
from newsspider.cli.stored.shared_copy import shared_copy
from newsspider.crawl.preflight import refuse_no_folder
from newsspider.errors import BadArgument, Refusal, StateInvalid, unreadable
from newsspider.store.files.state_files import database_path


class Answering:
    """For a `ScrapyCommand` that prints an answer and runs no crawl.

    A refusal ends it with one line on stderr and the exit code of the refusal; a reader of its
    output who has enough ends it without a word. (No `ScrapyCommand` itself: Scrapy would take it
    for a command of that name.)
    """

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}
    examples: ClassVar[tuple[tuple[str, str], ...]] = ()  # command lines, and what they do
    exit_codes: ClassVar[str] = "0"  # when, in words
    writes = False  # whether it must not be ended in the middle
    changes_output = False  # whether it changes what is stored
    settings: Settings | None
    exitcode: int

    @property
    def name(self) -> str:
        """Return the word after `scrapy`."""
        return type(self).__module__.rpartition(".")[2]

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add Scrapy's options; a wrong one is answered as every other refusal is."""
        streams.make_usable()
        super().add_options(parser)  # type: ignore[misc]
        parser.error = self._refuse_option  # type: ignore[method-assign, assignment]
        parser.usage = f"{program.name()} {self.name} {self.syntax()}"  # type: ignore[attr-defined]
        add_examples(parser, self.examples, self.exit_codes)

    def _refuse_option(self, message: str) -> None:
        self.refuse(BadArgument(f"{message}; see {program.name()} {self.name} --help"))
        sys.exit(self.exitcode)

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read Scrapy's options; `~` is the user's home in each that names a file."""
        home_folder.expand_options(opts)
        super().process_options(args, opts)  # type: ignore[misc]
        assert self.settings is not None
        home_folder.expand_settings(self.settings)

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Answer, or refuse."""
        streams.outlive_the_reader() if self.writes else streams.end_with_the_reader()
        try:
            for option in args:
                if option.startswith("-") and option != "-":
                    raise BadArgument(
                        f"{option}: no such option; see {program.name()} {self.name} --help"
                    )
            self.act(args, opts)
            sys.stdout.flush()
        except Refusal as refusal:
            self.refuse(refusal)
        except OSError as error:
            self.refuse(unreadable(error, "standard output"))
            streams.give_up(sys.stdout)

    def refuse(self, refusal: Refusal) -> None:
        """Say why, in one line, and set the exit code."""
        self.exitcode = refusal.exit_code
        told = program.as_typed(str(refusal))
        print(f"{self.name}: exit {refusal.exit_code} ({told})", file=sys.stderr)

    def output(self, sites: Sequence[str] = ()) -> Path:
        """Return the folder of the records and the state: OUTPUT_DIR, or where SHARED is set a
        copy of what is shared of these sites, or of all.

        Raises `BadArgument`, and the refusals of taking the copy.
        """
        assert self.settings is not None
        refuse_no_folder(self.settings["OUTPUT_DIR"])
        if not self.settings["SHARED"]:
            return Path(self.settings["OUTPUT_DIR"])
        if self.changes_output:
            raise BadArgument(
                f"SHARED: {self.name} changes OUTPUT_DIR, not what is shared; say -s SHARED= and"
                " let the next crawl share it"
            )
        return shared_copy(str(self.settings["SHARED"]), sites)

    def act(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print what was asked for; raise `Refusal` where that cannot be."""
        raise NotImplementedError


class _AsWritten(ScrapyHelpFormatter, argparse.RawDescriptionHelpFormatter):
    """Scrapy's help, with the lines of its end left as they are."""


def add_examples(
    parser: argparse.ArgumentParser, examples: Sequence[tuple[str, str]], exit_codes: str
) -> None:
    """Put examples and exit codes at the end of a command's `--help`."""
    lines = [f"  {program.as_typed(command)}\n      {what}" for command, what in examples]
    codes = textwrap.fill(exit_codes, 78, initial_indent="  ", subsequent_indent="  ")
    parser.formatter_class = _AsWritten
    parser.epilog = "\n".join(("examples:", *lines, "", "exit codes:", codes))


class OfOneSite(Answering):
    """For a `ScrapyCommand` over the output of one site, also while a crawl is running."""

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "[SITE]"

    def act(self, args: list[str], opts: argparse.Namespace) -> None:
        """Answer over the output of the site that is named, or of the only one that is stored."""
        assert self.settings is not None
        loader, named = get_spider_loader(self.settings), self.sites_named(args)
        if len(named) > 1:
            raise BadArgument(f"one site at a time; {' '.join(named[1:])} is too much")
        output = self.output([spider_named(named, loader)] if named else [])
        named = named or stored(output, loader.list())
        if not named:
            raise StateInvalid(f"state missing: nothing was crawled into {output}")
        if len(named) > 1:
            raise BadArgument(f"name one spider: {', '.join(named)}")
        site = spider_named(named, loader)
        self.answer(output, site, args, opts)

    def sites_named(self, args: list[str]) -> list[str]:
        """Return the names of sites among the arguments; here each argument is one."""
        return args

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Print what was asked for; raise `Refusal` where that cannot be."""
        raise NotImplementedError


def stored(output: Path, sites: list[str]) -> list[str]:
    """Return those of the sites that have a state or records in the output."""
    return [
        site
        for site in sites
        if state_path(output, site).exists() or any(output.glob(f"{site}-*.jsonl*"))
    ]


class StoresNothing(ScrapyCommand):
    """For Scrapy's own commands that run a spider to look at pages, without a store."""

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Read the options, and turn the store off."""
        super().process_options(args, opts)
        assert self.settings is not None
        self.settings.set("STORE_ENABLED", False, "cmdline")


def state_path(output: Path, site: str) -> Path:
    """Return where the state of a site stands. Raises a `Refusal` where one may not read it:
    SQLite would not say why."""
    path = database_path(output, site)
    try:
        with path.open("rb"):
            return path
    except FileNotFoundError:
        return path
    except OSError as error:
        raise unreadable(error, str(path)) from error
