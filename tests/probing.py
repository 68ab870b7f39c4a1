"""Crawls of the probe spider in a process of their own, against a server that a test scripts."""

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any, Final

from tests.faultserver import Behaviour, FaultServer

WWW: Final = "https://www.sindonews.com"
FAST: Final = {
    "DOWNLOAD_DELAY": 0,
    "DOWNLOAD_TIMEOUT": 1,
    "FAILING_DELAY": 0.05,
    "ROBOTSTXT_TIMEOUT": 1,
}


@dataclass
class Crawl:
    """What a crawl told, and what its process and the server saw."""

    results: dict[str, dict[str, Any]]
    reason: str
    stats: dict[str, Any]
    log: str
    seconds: float
    rss: int  # bytes
    server: FaultServer


def crawl(
    routes: Mapping[str, Behaviour],
    *urls: str | dict[str, Any],
    memory: int = 0,
    **settings: Any,
) -> Crawl:
    """Crawls `urls` with our settings, from a server that answers by `routes`."""
    with FaultServer(routes) as server:
        given = {"CONNECT_TO": server.address, **FAST, **settings}
        asked = [f"{WWW}{url}" if isinstance(url, str) and url[0] == "/" else url for url in urls]
        command = [
            *(sys.executable, "-m", "scrapy", "runspider"),
            str(Path(__file__).with_name("probe.py")),
            f"-aurls={json.dumps(asked)}",
            *(f"-s{name}={value}" for name, value in given.items()),
        ]
        began = monotonic()
        process = subprocess.Popen(
            command,
            env={**os.environ, "SCRAPY_SETTINGS_MODULE": "newsspider.settings"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            preexec_fn=_limited(memory) if memory else None,
        )
        out, log = process.communicate(timeout=120)
        seconds = monotonic() - began
    told = [json.loads(line) for line in out.splitlines()]
    assert told, log
    end = told.pop()
    return Crawl(
        {facts["url"].removeprefix(WWW): facts for facts in told},
        end["reason"],
        end["stats"],
        log,
        seconds,
        end["rss"],
        server,
    )


def _limited(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size))
