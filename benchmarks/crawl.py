"""How fast a whole crawl is: `python -m benchmarks.crawl`.

The archive of a simulated site is crawled with everything on (robots.txt, guard, extraction,
duplicate search, durable output), and a bare Scrapy spider downloads the very same pages from the
same server, in turns, each on the same core and eight at a time. The server has all pages drawn and
compressed beforehand and a core of its own. Two figures each: pages a second between the first and
the last request, as the server sees them, and CPU milliseconds a page of the whole process, with
its start, which other work on the machine disturbs less. The aim is 0.60 of the bare rate.

`--beside` is for `EXTRACT_PROCESSES=1`: the crawl may use both cores then, and shares the second
one with the server. The CPU is that of its own process, without the one that reads.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from simulator.running import Running, running
from simulator.world import World
from tests.support.crawling import AT_ONCE, command
from tests.support.project import PROJECT, environment

_BARE = (*AT_ONCE, "-s", "TELNETCONSOLE_ENABLED=0", "-s", "LOG_LEVEL=INFO")


@dataclass(frozen=True, slots=True)
class Pace:
    """Pages a second of wall time, CPU milliseconds a page."""

    rate: float
    cpu: float

    def __str__(self) -> str:
        return f"{self.rate:6.1f} pages/s {self.cpu:5.2f} ms CPU"


def main() -> None:
    """Prints the pace of both, round by round, and the ratios."""
    options = _options()
    world = World(until=date(2026, 7, 24), articles=options.articles, days=options.days)
    with running(world, keep=50_000) as site, tempfile.TemporaryDirectory() as folder:
        core, *_, last = sorted(os.sched_getaffinity(0)) * 2
        os.sched_setaffinity(site.pid, {last})
        pages = Path(folder, "pages.txt")
        readers = int(options.beside)
        cores = {core, last} if readers else {core}
        _ours(site, Path(folder, "warm"), cores, readers)
        asked = [url for url in site.requests().urls if not url.endswith("/robots.txt")]
        pages.write_text("\n".join(asked))
        print(f"{len(asked):,} pages, {world.articles:,} articles")
        rounds = []
        for nth in range(options.rounds):
            bare = _bare(site, pages, core)
            ours = _ours(site, Path(folder, str(nth)), cores, readers)
            rounds.append((ours.rate / bare.rate, bare.cpu / ours.cpu))
            print(f"bare Scrapy {bare}   newsspider {ours}   ratio {rounds[-1][0]:.2f}")
    rate, cpu = (statistics.median(ratios) for ratios in zip(*rounds, strict=True))
    print(f"median ratio {rate:.2f} by time, {cpu:.2f} by CPU (aim: 0.60)")


def _ours(site: Running, output: Path, cores: set[int], readers: int) -> Pace:
    days = ("-a", f"since={site.world.first_day}", "-a", f"until={site.world.until}")
    order = command(site.address, output, *days, "-s", f"EXTRACT_PROCESSES={readers}")
    pace = _paced(site, order, environment(), PROJECT, cores)
    stored = sum(len(file.read_bytes().splitlines()) for file in output.glob("*.jsonl"))
    if stored != site.world.articles:
        sys.exit(f"the crawl stored {stored} of {site.world.articles} articles")
    return pace


def _bare(site: Running, pages: Path, core: int) -> Pace:
    """Away from the project's folder, so that none of its settings applies."""
    spider = str(PROJECT / "benchmarks" / "bare_spider.py")
    arguments = ("-a", f"pages={pages}", "-a", f"address={site.address}")
    order = [sys.executable, "-m", "scrapy", "runspider", spider, *arguments, *_BARE]
    return _paced(site, order, dict(os.environ), pages.parent, {core})


def _paced(
    site: Running, order: list[str], environment: dict[str, str], folder: Path, cores: set[int]
) -> Pace:
    site.forget()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(order, env=environment, cwd=folder, stderr=said)
        os.sched_setaffinity(process.pid, cores)
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        seconds = _own_seconds(process.pid)
        process.wait()
        said.seek(0)
        log = said.read().decode(errors="replace")
    requests = site.requests()
    if process.returncode or set(requests.statuses) - {200, 301}:
        sys.exit(f"{' '.join(order)}: exit {process.returncode}\n{log[-2000:]}")
    return Pace(requests.total / requests.seconds, 1000 * seconds / requests.total)


def _own_seconds(process: int) -> float:
    """CPU seconds of a process that has ended, without the processes that it began."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return sum(map(int, fields[11:13])) / os.sysconf("SC_CLK_TCK")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.crawl", description=__doc__)
    parser.add_argument("--articles", type=int, default=1500)
    parser.add_argument("--days", type=int, default=10)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument(
        "--beside", action="store_true", help="read the pages in a process beside the crawl"
    )
    return parser.parse_args()


if __name__ == "__main__":
    main()
