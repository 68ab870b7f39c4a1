"""What it costs to keep all pages: `python -m benchmarks.archiving`.

The archive of a simulated site is crawled at full speed with ARCHIVE and without, in turns, and the
CPU seconds of each whole process are compared: the least of several rounds, since other work on the
machine only adds. The aim is at most 15 % more.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from simulator.running import Running, running
from simulator.world import World
from tests.support.crawling import command
from tests.support.project import PROJECT, environment


def main() -> None:
    """Prints the CPU seconds of both, round by round, and the least of each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.archiving", description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    world = World(until=date(2026, 7, 24), articles=options.articles, days=4)
    plain, archiving = [], []
    with running(world, keep=50_000) as site:
        _cpu(site, archive=False)  # draws the pages
        for _ in range(options.rounds):
            plain.append(_cpu(site, archive=False))
            archiving.append(_cpu(site, archive=True))
            print(f"plain {plain[-1]:.2f} s CPU, archiving {archiving[-1]:.2f} s CPU")
        requests = site.requests().total
    least, most = min(plain), min(archiving)
    print(f"{requests} requests: {least:.2f} s, {most:.2f} s with ARCHIVE: {most / least - 1:+.1%}")


def _cpu(site: Running, *, archive: bool) -> float:
    """Return the CPU seconds of a crawl, from its start to its end."""
    site.forget()
    with tempfile.TemporaryDirectory() as folder:
        days = ("-a", f"since={site.world.first_day}", "-a", f"until={site.world.until}")
        kept = ("-s", f"ARCHIVE={Path(folder, 'w')}") if archive else ()
        order = command(site.address, Path(folder, "out"), *days, *kept, "-L", "ERROR")
        quiet = subprocess.DEVNULL
        process = subprocess.Popen(order, env=environment(), cwd=PROJECT, stderr=quiet)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(order)}: exit {process.returncode}")
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
