"""Which modules of commands a command line needs."""

import sys
from importlib.util import find_spec
from typing import Final

COMMANDS: Final = "newsspider.commands"
_SCRAPYS: Final = "scrapy.commands"


def commands_module(arguments: list[str] | None = None) -> str:
    """Return the module of the command that is typed (default: `sys.argv`), by its name, or the
    package of all of them; an empty text for a command of Scrapy's that is none of ours.

    Scrapy imports every module of COMMANDS_MODULE to run one command, and those of all commands are
    as much as a crawl. A list of commands (no word, or one that is no command) needs all.

    >>> [commands_module(["scrapy", word]) for word in ("status", "version", "--help")]
    ['newsspider.commands.status', '', 'newsspider.commands']
    """
    given = (sys.argv if arguments is None else arguments)[1:]
    name = next((word for word in given if not word.startswith("-")), "")
    if not name.isidentifier():
        return COMMANDS
    if find_spec(f"{COMMANDS}.{name}") is not None:
        return f"{COMMANDS}.{name}"
    return "" if find_spec(f"{_SCRAPYS}.{name}") is not None else COMMANDS
