"""Which modules of commands a command line needs."""

import sys
from importlib.util import find_spec
from typing import Final

COMMANDS: Final = "newsspider.commands"


def commands_module(arguments: list[str] | None = None) -> str:
    """Return the module of the command that is typed (default: `sys.argv`), by its name, or the
    package of all of them.

    Scrapy imports every module of COMMANDS_MODULE to run one command, and those of all commands are
    as much as a crawl. A list of commands (no word, or one that is no command of ours) needs all.

    >>> commands_module(["scrapy", "status", "--json"]), commands_module(["scrapy", "--help"])
    ('newsspider.commands.status', 'newsspider.commands')
    """
    given = (sys.argv if arguments is None else arguments)[1:]
    name = next((word for word in given if not word.startswith("-")), "")
    if name.isidentifier() and find_spec(f"{COMMANDS}.{name}") is not None:
        return f"{COMMANDS}.{name}"
    return COMMANDS
