"""How long an export takes, how much memory, and how large it is, by format.

    python -m benchmarks.export [--articles 100000] [--folder DIR] [FORMAT…]

Each is a process of its own, `scrapy export --format FORMAT` as a user runs it. Its memory is the
peak of its resident set.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.simulated_output import fill
from newsspider.export.known_formats import FORMATS

_MIB = 1 << 20


def main() -> None:
    """Print a line a format."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--folder", type=Path, help="keep the output here, or use the one there")
    parser.add_argument("formats", nargs="*", default=list(FORMATS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        output = options.folder or Path(made) / "output"
        if not (output / "state").exists():
            fill(output, options.articles)
        for name in options.formats:
            measure(name, output, Path(made) / name)


def measure(name: str, output: Path, target: Path) -> None:
    """Export, print the figures, and remove the export."""
    order = [sys.executable, "-m", "scrapy", "export", f"--format={name}", f"--out={target}"]
    start = time.perf_counter()
    running = subprocess.Popen([*order, "-s", f"OUTPUT_DIR={output}"])
    _, status, used = os.wait4(running.pid, 0)
    seconds = time.perf_counter() - start
    running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        raise SystemExit(f"{name}: exit {running.returncode}")
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    spent = used.ru_utime + used.ru_stime
    print(
        f"{name:8}  {seconds:6.1f} s  {spent:6.1f} s of the processor"
        f"  {used.ru_maxrss / 1024:6.0f} MiB of memory  {size / _MIB:6.0f} MiB on the disk"
    )
    shutil.rmtree(target)


if __name__ == "__main__":
    main()
