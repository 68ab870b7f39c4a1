"""What `scrapy report` takes over many articles: seconds, memory, bytes of the page.

    python -m benchmarks.report [--articles 100000] [--days 1825] [--folder DIR]

The archive is that of a simulated site; in a folder that is named it stays, and is used again.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from simulator.world import World
from tests.support.project import PROJECT, environment
from tests.support.simulated_archive import write_archive


def main() -> None:
    """Make the archive, unless it is there, and print a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--days", type=int, default=1_825)
    parser.add_argument("--folder", type=Path)
    options = parser.parse_args()
    world = World(
        until=date(2026, 7, 24),
        articles=options.articles,
        days=options.days,
        edited=0.05,
        removed=0.01,
        repeated=0.02,
    )
    if options.folder:
        measure(options.folder, world)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), world)


def measure(folder: Path, world: World) -> None:
    """Write the report of the archive in a process of its own."""
    archive, page = folder / "archive", folder / "report.html"
    if not archive.exists():
        write_archive(archive, world)
    command = (sys.executable, "-m", "scrapy", "report", "sindonews")
    begun = time.monotonic()
    subprocess.run(
        [*command, "--out", str(page), "-s", f"OUTPUT_DIR={archive}"],
        cwd=PROJECT,
        env=environment(),
        check=True,
    )
    seconds = time.monotonic() - begun
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{seconds:.1f} s, {memory:.0f} MB at most, page of {page.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
