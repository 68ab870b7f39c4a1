"""A simulated SINDOnews to try the crawler on: `python -m simulator --articles 2000 --days 30`."""

import argparse
import asyncio
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any, Final, get_args

from simulator.server import Clock, Site, serve
from simulator.world import WIB, World

_READ: Final[Mapping[Any, Callable[[str], Any]]] = {
    int: int,
    float: float,
    date: date.fromisoformat,
}
_HELP: Final = {
    "until": "last of these days (default: today)",
    "articles": "articles of the first --days days",
    "days": "days of the archive",
    "seed": "another seed, another site",
    "first_number": "number of the oldest article",
    "layout": "layout of the pages",
    "archive": "host and step of the daily index",
    "late": "share of the articles that appear hours after their date line",
    "edited": "share that is edited later",
    "removed": "share that is taken off the site later",
    "repeated": "share that repeats the text of an earlier article",
    "unnumbered": "share of sains, which has no list of its own in the daily index",
}
_LIVELY: Final[Mapping[str, Any]] = {
    "late": 0.02,
    "edited": 0.03,
    "removed": 0.01,
    "repeated": 0.01,
}


def main() -> None:
    """Serves until interrupted."""
    options = _options()
    now = options.now or datetime.now(WIB)
    facts = {field.name: getattr(options, field.name) for field in fields(World)}
    try:
        world = World(**facts | {"until": options.until or now.astimezone(WIB).date()})
    except ValueError as error:
        options.refuse(str(error))
    site = Site(world, Clock(now, options.speed), options.keep)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        asyncio.run(serve(site, options.port, lambda port: _greet(world, port)))
    except KeyboardInterrupt:
        return
    except OSError as error:
        sys.exit(f"port {options.port}: {error.strerror}; take another, or 0 for a free one")


def _greet(world: World, port: int) -> None:
    address = f"127.0.0.1:{port}"
    print(f"http://{address}", flush=True)
    print(
        f"{world.articles:,} articles, {world.first_day} to {world.until}. In another terminal:\n"
    )
    target = f"-s CONNECT_TO={address} -s DOWNLOAD_DELAY=0 -s OUTPUT_DIR=/tmp/sindonews"
    print(f"  scrapy crawl sindonews {target}")
    print(f"  scrapy crawl sindonews {target} -a since={world.first_day} -a until={world.until}")
    print(f"  curl -s http://{address}/_stats", flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    for field in fields(World):
        default = None if field.name == "until" else _LIVELY.get(field.name, field.default)
        kind = _READ.get(field.type, str)
        name = f"--{field.name.replace('_', '-')}"
        few = get_args(field.type) or None
        parser.add_argument(name, type=kind, default=default, choices=few, help=_HELP[field.name])
    now = datetime.fromisoformat
    parser.add_argument("--now", type=now, help="the site's clock, ISO 8601 with offset")
    parser.add_argument("--speed", type=float, default=1.0, help="seconds of the site a second")
    parser.add_argument("--keep", type=int, default=0, help="drawn answers to keep (benchmarks)")
    parser.add_argument("--port", type=int, default=8081, help="port; 0 takes a free one")
    parser.set_defaults(refuse=parser.error)
    options = parser.parse_args()
    if not 0 <= options.port < 1 << 16:
        parser.error(f"--port {options.port}: write a number from 0 to 65535")
    return options


if __name__ == "__main__":
    main()
