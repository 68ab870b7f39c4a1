"""Counts the instructions of a crawl, and of bare Scrapy that downloads the same pages.

Both are run twice, over few and over many articles of a simulated site: what a request costs is the
difference, and what is left of the shorter run is the start (with the end). What goes by the clock
is put off, since a program is fifty times as slow under valgrind.
"""

import sys
import tempfile
from collections.abc import Sequence
from compileall import compile_dir
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from benchmarks.instructions.valgrind import instructions
from simulator.running import Running, running
from simulator.world import World
from tests.support.crawling import AT_ONCE
from tests.support.project import PROJECT

_FEW, _MANY = 40, 140  # articles
_DAYS: Final = 2
_BARE: Final = (*AT_ONCE, "-s", "TELNETCONSOLE_ENABLED=0", "-s", "LOG_LEVEL=INFO")
_UNTIMED: Final = tuple(
    f"--set={name}={value}"
    for name, value in {
        "STORE_FLUSH_SECONDS": 86_400, "MANIFEST_SECONDS": 86_400, "BLOCKED_SECONDS": 0,
        "DOWNLOAD_TIMEOUT": 86_400, "MEMUSAGE_CHECK_INTERVAL_SECONDS": 86_400,
    }.items()
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CrawlCost:
    """Instructions in millions: a request of bare Scrapy, one of a crawl, and a crawl's start."""

    bare: float
    crawl: float
    start: float

    @property
    def share(self) -> float:
        """What part of bare Scrapy's rate a crawl has."""
        return self.bare / self.crawl

    @property
    def start_in_requests(self) -> float:
        """How many requests a start costs as much as."""
        return self.start / self.crawl


def crawl_costs(checkouts: Sequence[Path]) -> list[CrawlCost]:
    """Return what a crawl costs each checkout, of the same site.

    Raises `CountingFailed` when valgrind is missing, or when a crawl does not end with 0.
    """
    for checkout in checkouts:
        # What is installed has its bytecode; without one each start would compile it again.
        compile_dir(checkout / "newsspider", quiet=1)
    few, many = (_counted(articles, checkouts) for articles in (_FEW, _MANY))
    (bare_few, bare_requests), (bare_many, more_bare_requests) = few[0], many[0]
    bare = (bare_many - bare_few) / (more_bare_requests - bare_requests)
    found = []
    for (short, requests), (long, more) in zip(few[1:], many[1:], strict=True):
        crawl = (long - short) / (more - requests)
        found.append(CrawlCost(bare / 1e6, crawl / 1e6, (short - crawl * requests) / 1e6))
    return found


def _counted(articles: int, checkouts: Sequence[Path]) -> list[tuple[int, int]]:
    """Instructions and requests of bare Scrapy, then of each checkout."""
    world = World(until=date(2026, 7, 24), articles=articles, days=_DAYS)
    with running(world, keep=10 * articles) as site, tempfile.TemporaryDirectory() as folder:
        ours = [
            _run(site, _crawl(site, Path(folder, str(nth))), checkout)
            for nth, checkout in enumerate(checkouts)
        ]
        pages = Path(folder, "pages.txt")
        asked = (url for url in site.requests().urls if not url.endswith("/robots.txt"))
        pages.write_text("\n".join(asked))
        return [_run(site, _bare(site, pages), Path(folder)), *ours]


def _crawl(site: Running, output: Path) -> list[str]:
    days = ("-a", f"since={site.world.first_day}", "-a", f"until={site.world.until}")
    target = ("-s", f"CONNECT_TO={site.address}", "-s", f"OUTPUT_DIR={output}")
    return ["crawl", "sindonews", *target, *days, *AT_ONCE, *_UNTIMED]


def _bare(site: Running, pages: Path) -> list[str]:
    """Outside every project, so that no settings but Scrapy's own apply."""
    spider = str(PROJECT / "benchmarks" / "bare_spider.py")
    return ["runspider", spider, "-a", f"pages={pages}", "-a", f"address={site.address}", *_BARE]


def _run(site: Running, order: list[str], folder: Path) -> tuple[int, int]:
    site.forget()
    environment = {"PYTHONPATH": str(folder)}
    if order[0] == "crawl":
        environment["SCRAPY_SETTINGS_MODULE"] = "newsspider.settings"
    count, _ = instructions([sys.executable, "-m", "scrapy", *order], folder, environment)
    return count, site.requests(brief=True).total
