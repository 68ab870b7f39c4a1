"""Whole crawls in a process of their own: `scrapy crawl sindonews` as a user runs it."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

PROJECT: Final = Path(__file__).parents[2]
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


def command(address: str, folder: Path, *options: str) -> list[str]:
    """The command of a crawl of the server at `address` into `folder`."""
    target = ("-s", f"CONNECT_TO={address}", "-s", f"OUTPUT_DIR={folder}")
    return [sys.executable, "-m", "scrapy", "crawl", "sindonews", *target, *AT_ONCE, *options]


def environment() -> dict[str, str]:
    """The environment of a crawl: the project's settings, wherever it is started."""
    return os.environ | {
        "PYTHONPATH": str(PROJECT),
        "SCRAPY_SETTINGS_MODULE": "newsspider.settings",
    }


def crawl(address: str, folder: Path, *options: str) -> Crawled:
    """Crawls to the end."""
    done = subprocess.run(
        command(address, folder, *options),
        env=environment(),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    return Crawled(done.returncode, done.stderr, records(folder))


def records(folder: Path) -> list[dict[str, Any]]:
    """Every line of the output, oldest file first."""
    files = sorted(folder.glob("sindonews-????-??-??.jsonl"))
    return [json.loads(line) for file in files for line in file.read_bytes().splitlines()]
