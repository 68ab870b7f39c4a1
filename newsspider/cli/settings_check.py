"""What is wrong with a command line, and what was probably meant."""

from collections.abc import Iterable
from math import isfinite

from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoaderProtocol

from newsspider.errors import BadArgument, nearest
from newsspider.transport.url_policy import server


def refuse_unknown_settings(given: Iterable[str], settings: BaseSettings) -> None:
    """Raise `BadArgument` for a `-s NAME=VALUE` whose name no component reads, or whose value is
    no number or switch where one is needed.

    Scrapy takes any name in silence, so that a misspelt one does nothing.
    """
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise BadArgument(f"-s {pair}: write it as NAME=VALUE")
        if name not in settings:
            raise BadArgument(f"-s {name}: unknown setting{nearest(name, settings)}")
        _refuse_bad_value(name, value, settings[name])


def _refuse_bad_value(name: str, value: str, default: object) -> None:
    if isinstance(default, bool):
        if value not in {"0", "1", "True", "False", "true", "false"}:
            raise BadArgument(f"-s {name}={value}: write True or False")
    elif isinstance(default, int | float):
        try:
            number = float(value) if isinstance(default, float) or "." in value else int(value)
        except ValueError:
            raise BadArgument(f"-s {name}={value}: not a number") from None
        if not isfinite(number):
            raise BadArgument(f"-s {name}={value}: not a number")


def refuse_bad_server(address: str | None) -> None:
    """Raise `BadArgument` for a CONNECT_TO that is no `host:port`."""
    if address:
        try:
            server(address)
        except ValueError as error:
            raise BadArgument(f"CONNECT_TO: {error}") from None


def spider_named(args: list[str], loader: SpiderLoaderProtocol) -> str:
    """Return the one spider that the arguments name.

    Raises `BadArgument` for none, for several and for an unknown one.
    """
    names = loader.list()
    for unknown in args:
        if unknown.startswith("-"):
            raise BadArgument(f"{unknown}: no such option; see scrapy crawl --help")
    if len(args) != 1:
        raise BadArgument(f"name one spider: {', '.join(names)}")
    if args[0] not in names:
        raise BadArgument(f"{args[0]}: no such spider{nearest(args[0], names)}")
    return args[0]
