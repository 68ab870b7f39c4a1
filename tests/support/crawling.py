"""Whole crawls in a process of their own: `scrapy crawl sindonews` as a user runs it."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.support.commands import scrapy

AT_ONCE: Final = ("-s", "DOWNLOAD_DELAY=0", "-s", "CONCURRENT_REQUESTS_PER_DOMAIN=8")
"""Settings that take the politeness out of a crawl of a server of ours."""


@dataclass(frozen=True, slots=True)
class Crawled:
    """How a crawl ended, and all that now stands in its output."""

    code: int
    stderr: str
    records: list[dict[str, Any]]

    @property
    def ids(self) -> set[str]:
        """The articles stored."""
        return {record["id"] for record in self.records}


def arguments(address: str, folder: Path, *options: str) -> list[str]:
    """What follows `scrapy` to crawl the server at `address` into `folder`."""
    target = ("-s", f"CONNECT_TO={address}", "-s", f"OUTPUT_DIR={folder}")
    return ["crawl", "sindonews", *target, *AT_ONCE, *options]


def command(address: str, folder: Path, *options: str) -> list[str]:
    """The same as a whole command, for tests that end it or look at how it starts."""
    return [sys.executable, "-m", "scrapy", *arguments(address, folder, *options)]


def crawl(address: str, folder: Path, *options: str) -> Crawled:
    """Crawls to the end."""
    done = scrapy(*arguments(address, folder, *options))
    return Crawled(done.returncode, done.stderr, records(folder))


def records(folder: Path) -> list[dict[str, Any]]:
    """Every line of the output, oldest file first."""
    files = sorted(folder.glob("sindonews-????-??-??.jsonl"))
    return [json.loads(line) for file in files for line in file.read_bytes().splitlines()]
