"""What is wrong with a command line, and what was probably meant."""

import difflib
from collections.abc import Iterable

from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoaderProtocol

from newsspider.store.errors import BadArgument
from newsspider.transport.addresses import server


def nearest(word: str, choices: Iterable[str]) -> str:
    """`; did you mean X?` for the nearest choice, or nothing where none is near.

    >>> nearest("OUTPT_DIR", ["OUTPUT_DIR", "REPLAY_DIR"])
    '; did you mean OUTPUT_DIR?'
    """
    close = difflib.get_close_matches(word, list(choices), n=1, cutoff=0.6)
    return f"; did you mean {close[0]}?" if close else ""


def refuse_unknown_settings(given: Iterable[str], settings: BaseSettings) -> None:
    """Raises `BadArgument` for a `-s NAME=VALUE` whose name no component reads.

    Scrapy takes any name in silence, so that a misspelt one does nothing.
    """
    for pair in given:
        name, equals, _ = pair.partition("=")
        if not equals:
            raise BadArgument(f"-s {pair}: write it as NAME=VALUE")
        if name not in settings:
            raise BadArgument(f"-s {name}: unknown setting{nearest(name, settings)}")


def refuse_bad_server(address: str | None) -> None:
    """Raises `BadArgument` for a CONNECT_TO that is no `host:port`."""
    if address:
        try:
            server(address)
        except ValueError as error:
            raise BadArgument(f"CONNECT_TO: {error}") from None


def spider_named(args: list[str], loader: SpiderLoaderProtocol) -> str:
    """The one spider that the arguments name; raises `BadArgument` for none, several or unknown."""
    names = loader.list()
    if len(args) != 1:
        raise BadArgument(f"name one spider: {', '.join(names)}")
    if args[0] not in names:
        raise BadArgument(f"{args[0]}: no such spider{nearest(args[0], names)}")
    return args[0]
