"""A command of ours, parsed as Scrapy parses it, in this process: no second start of Python."""

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from scrapy.cmdline import ScrapyArgumentParser
from scrapy.settings import Settings

from newsspider import settings as ours


def run(name: str, *arguments: str) -> int:
    """Run `scrapy NAME ARGUMENTS…` to its end and return the exit code; a refused option raises
    `SystemExit`."""
    command = import_module(f"newsspider.commands.{name}").Command()
    command.settings = Settings()
    command.settings.setmodule(ours, priority="project")
    parser = ScrapyArgumentParser(prog=f"scrapy {name}", conflict_handler="resolve")
    command.add_options(parser)
    options, rest = parser.parse_known_args(list(arguments))
    with _streams_and_signals_kept():
        command.process_options(rest, options)
        command.run(rest, options)
    code: int = command.exitcode
    return code


@contextmanager
def _streams_and_signals_kept() -> Iterator[None]:
    """Put back what a command takes for its own, as the process ends with it: left at its default,
    SIGPIPE ends the process of the tests, without a word, when a client hangs up on a server in
    it."""
    streams, heeded = (sys.stdout, sys.stderr), signal.getsignal(signal.SIGPIPE)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = streams
        signal.signal(signal.SIGPIPE, heeded)
