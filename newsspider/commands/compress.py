"""`scrapy compress`: put finished days away in an eighth of the room."""

import argparse
import re
from datetime import timedelta
from pathlib import Path

from scrapy.commands import ScrapyCommand

from newsspider.cli.base import OfOneSite
from newsspider.crawl import clock
from newsspider.errors import BadArgument
from newsspider.store.compress import compress

_AGE = re.compile(r"(\d{1,5})([dw])")


class Command(OfOneSite, ScrapyCommand):
    """Compresses under the lock: no crawl begins meanwhile; beside one it ends with 75."""

    writes = True
    changes_output = True

    def syntax(self) -> str:
        """Return the arguments that follow the name of the command."""
        return "[SITE] [--older-than AGE]"

    def short_desc(self) -> str:
        """Return the line that stands in the list of commands."""
        return "Compress finished days; they stay known, verified, shown"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add `--older-than`."""
        super().add_options(parser)
        parser.add_argument(
            "--older-than", default="30d", metavar="AGE", help="such as 30d or 8w; default: 30d"
        )

    def answer(self, output: Path, site: str, args: list[str], opts: argparse.Namespace) -> None:
        """Print each day as it is compressed, and the sum."""
        now = clock.now()
        until = (now - _age(opts.older_than)).date() - timedelta(days=1)
        done = compress(output, site, now, until, progress=print)
        print(f"{site}: {done.days} days compressed, {done.before:,} bytes to {done.after:,}")


def _age(text: str) -> timedelta:
    found = _AGE.fullmatch(text.strip().lower())
    if found is None:
        raise BadArgument(f"--older-than {text}: not an age; write 30d or 8w")
    days = int(found[1]) * (7 if found[2] == "w" else 1)
    return timedelta(days=min(days, 36_500))
