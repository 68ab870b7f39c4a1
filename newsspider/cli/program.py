"""`newsspider COMMAND …`: what `scrapy COMMAND …` is inside the project's folder, in any folder."""

import io
import os
import re
import sys
from contextlib import redirect_stdout
from pathlib import Path
from typing import Final

from scrapy.cmdline import execute

SETTINGS: Final = "newsspider.settings"
_COMMAND: Final = re.compile(r"\bscrapy (?=[a-z<])")  # a command line that words quote


def main() -> None:
    """Run a Scrapy command with the packaged settings, or with those of SCRAPY_SETTINGS_MODULE."""
    os.environ.setdefault("SCRAPY_SETTINGS_MODULE", SETTINGS)
    if all(argument.startswith("-") for argument in sys.argv[1:]):
        _list_commands()
    else:
        execute()


def _list_commands() -> None:
    """Print Scrapy's list of commands, with the usage line of this program."""
    told = io.StringIO()
    try:
        with redirect_stdout(told):
            execute()
    finally:
        print(as_typed(told.getvalue()), end="")


def name() -> str:
    """Return the word that the user typed before the command: `scrapy` or `newsspider`."""
    return "newsspider" if Path(sys.argv[0]).stem == "newsspider" else "scrapy"


def as_typed(words: str) -> str:
    """Return the words with the command lines in them as this user can type them: outside the
    project's folder `scrapy` does not know our commands."""
    return _COMMAND.sub(f"{name()} ", words)
