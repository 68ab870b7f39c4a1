"""Crawls of the probe spider in a process of their own, against a server that a test scripts."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, Final

from tests.support.commands import scrapy
from tests.support.faultserver import Behaviour, FaultServer
from tests.support.project import environment

WWW: Final = "https://www.sindonews.com"
FAST: Final = {
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_TIMEOUT": 60,  # a server that answers may do so as slowly as this machine is today
    "FAILING_DELAY": 0.05,
    "ROBOTSTXT_TIMEOUT": 60,
}
IMPATIENT: Final[dict[str, Any]] = {"DOWNLOAD_TIMEOUT": 2, "ROBOTSTXT_TIMEOUT": 2}
"""Settings for a server that never answers."""


@dataclass
class Told:
    """What a crawl told of each address, and of itself."""

    results: dict[str, dict[str, Any]]
    reason: str
    stats: dict[str, Any]
    log: str
    seconds: float
    rss: int  # bytes


@dataclass
class Crawl(Told):
    """The same, and what the server saw."""

    server: FaultServer


def crawl(
    routes: Mapping[str, Behaviour],
    *urls: str | dict[str, Any],
    memory: int = 0,
    output: Path | None = None,
    ahead: float = 0,
    **settings: Any,
) -> Crawl:
    """Crawls `urls` with our settings, from a server that answers by `routes`.

    `memory` limits the address space, in bytes; `output` is where a store outlives the crawl;
    `ahead` is by how many hours its clock is fast.
    """
    with FaultServer(routes) as server:
        given = {"CONNECT_TO": server.address, **settings}
        told = probe(*urls, memory=memory, output=output, ahead=ahead, **given)
    return Crawl(**vars(told), server=server)


def probe(
    *urls: str | dict[str, Any],
    memory: int = 0,
    output: Path | None = None,
    ahead: float = 0,
    variables: Mapping[str, str] | None = None,
    **settings: Any,
) -> Told:
    """Crawls `urls` from wherever the settings say."""
    asked = [f"{WWW}{url}" if isinstance(url, str) and url[0] == "/" else url for url in urls]
    arguments = [
        "runspider",
        str(Path(__file__).with_name("probe_spider.py")),
        f"-aurls={json.dumps(asked)}",
        f"-aoutput={output or ''}",
        f"-aahead={ahead}",
        f"-sOUTPUT_DIR={output or ''}",
        *(f"-s{name}={value}" for name, value in {**FAST, **settings}.items()),
    ]
    began = monotonic()
    done = _limited(memory, arguments) if memory else scrapy(*arguments, variables=variables)
    seconds = monotonic() - began
    out, log = done.stdout, done.stderr
    told = [json.loads(line) for line in out.splitlines()]
    assert told, log
    end = told.pop()
    results = {facts["url"].removeprefix(WWW): facts for facts in told}
    return Told(results, end["reason"], end["stats"], log, seconds, end["rss"])


def _limited(size: int, arguments: list[str]) -> "subprocess.CompletedProcess[str]":
    """Run a command in so much address space: whole, and not forked, since its memory is measured.

    The shell sets the limit: a child forked from a worker that is larger than this, and has
    threads, stood still before it became the command.
    """
    limit = ["sh", "-c", f'ulimit -v {size >> 10} && exec "$@"', "sh"]
    line = [*limit, sys.executable, "-m", "scrapy", *arguments]
    return subprocess.run(line, env=environment(), capture_output=True, text=True, check=False)
