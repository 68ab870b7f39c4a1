"""Whether a long crawl stays flat: `python -m benchmarks.soak` (20,000 articles, 3 minutes).

Crawls the archive of a simulated site and looks at the process twice a second: resident memory
and open file descriptors. Prints a table over the run and the slope of memory over its second half;
ends with 1 when memory grows by more than `--most` KB an article there, or descriptors pile up.
Caches fill over the first 15,000 articles, so that a shorter run looks as if memory grew.
`--articles 100000` is the figure of issue 4.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from simulator.running import Running, running
from simulator.world import World
from tests.support.crawling import command
from tests.support.project import PROJECT, environment

_ROWS = 12
_STRAY_DESCRIPTORS = 10


@dataclass(frozen=True, slots=True)
class Look:
    """The crawl at one moment: articles fetched, resident KB, open descriptors."""

    articles: int
    resident: int
    descriptors: int


def main() -> None:
    """Crawls, looks, prints, judges."""
    options = _options()
    world = World(until=date(2026, 7, 24), articles=options.articles, days=options.days)
    with running(world) as site, tempfile.TemporaryDirectory() as folder:
        looks = _watched(site, Path(folder))
        stored = sum(len(file.read_bytes().splitlines()) for file in Path(folder).glob("*.jsonl"))
    late = looks[len(looks) // 2 :]
    slope = statistics.linear_regression(
        [look.articles for look in late], [look.resident for look in late]
    ).slope
    stray = max(look.descriptors for look in late) - late[0].descriptors
    print("articles  resident MB  descriptors")
    for look in looks[:: max(1, len(looks) // _ROWS)]:
        print(f"{look.articles:8,}  {look.resident / 1024:11.1f}  {look.descriptors:11}")
    print(f"stored {stored:,} of {world.articles:,}; {slope:+.2f} KB an article in the second half")
    if stored != world.articles or slope > options.most or stray > _STRAY_DESCRIPTORS:
        sys.exit("not flat, or not complete")


def _watched(site: Running, output: Path) -> list[Look]:
    world = site.world
    days = ("-a", f"since={world.first_day}", "-a", f"until={world.until}")
    process = subprocess.Popen(
        command(site.address, output, *days),
        env=environment(),
        cwd=PROJECT,
        stderr=subprocess.DEVNULL,
    )
    looks: list[Look] = []
    while process.poll() is None:
        kinds = site.requests(brief=True).kinds
        fetched = kinds["article"] + kinds["article_whole"]
        looks.extend(_look(process.pid, fetched))
        time.sleep(0.5)
    if process.returncode:
        sys.exit(f"the crawl ended with {process.returncode}")
    return looks


def _look(pid: int, articles: int) -> list[Look]:
    """The process now; nothing when it has just ended."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
        descriptors = len(list(Path(f"/proc/{pid}/fd").iterdir()))
    except (FileNotFoundError, ProcessLookupError):
        return []
    resident = next((line for line in status.splitlines() if line.startswith("VmRSS")), None)
    return [Look(articles, int(resident.split()[1]), descriptors)] if resident else []


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000)
    parser.add_argument("--days", type=int, default=100)
    parser.add_argument("--most", type=float, default=1.0, help="KB an article")
    return parser.parse_args()


if __name__ == "__main__":
    main()
