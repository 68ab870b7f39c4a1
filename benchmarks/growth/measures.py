"""What one output costs: storing into it, the commands over it, its bytes."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.simulated_output import article, day_of_crawl
from newsspider.extensions.memory_limit import peak_memory
from newsspider.store import Store
from newsspider.store.duplicates.lookup import Duplicates
from tests.store.records import SITE
from tests.support.project import PROJECT, environment

_NOBODY: Final = "127.0.0.1:9"  # discard: nothing listens there
_LOOK: Final = 0.02  # seconds between looks at a process's memory
_QUERY: Final = "warga NOT banjir"


class Figure(NamedTuple):
    """One measured value."""

    name: str
    value: float
    unit: str


def storing(output: Path, first: int, count: int, of: int) -> list[Figure]:
    """Store more articles as a crawl does, and return what that takes of the processor: opening
    the store, and of an article the look-up of its like and the rest."""
    records = [article(number, of) for number in range(first, first + count)]
    duplicates, begun = Duplicates(), time.process_time()
    store = Store.open(output, SITE, day_of_crawl(first), indexes=[duplicates])
    opened, looked = time.process_time(), 0.0
    for number, record in enumerate(records, first):
        before = time.process_time()
        duplicates.find(store.state.connection, record)
        looked += time.process_time() - before
        store.append(record, day_of_crawl(number))
    store.close()
    spent = time.process_time() - opened
    return [
        Figure("open the store", opened - begun, "s"),
        Figure("store an article", 1000 * spent / count, "ms"),
        Figure("of it, look up its like", 1000 * looked / count, "ms"),
    ]


def disk(output: Path, articles: int) -> list[Figure]:
    """Return the bytes an article takes: its lines, and its share of the state."""
    lines = sum(path.stat().st_size for path in output.glob("*.jsonl"))
    state = sum(path.stat().st_size for path in (output / "state").iterdir())
    return [
        Figure("lines on the disk", lines / articles / 1000, "kB an article"),
        Figure("state on the disk", state / articles / 1000, "kB an article"),
    ]


def commands(output: Path, folder: Path, articles: int) -> Iterator[list[Figure]]:
    """Yield what each command takes over the output."""
    nobody = ("-s", f"CONNECT_TO={_NOBODY}", "-s", "FAILURES_IN_A_ROW_MAX=1")
    yield _spent("run that reaches nobody", output, "crawl", SITE, *nobody, codes=frozenset({69}))
    yield _spent("status", output, "status", SITE)
    yield _spent("first search, index made", output, "search", *_QUERY.split())
    yield _spent("search, best first", output, "search", *_QUERY.split())
    yield _spent("search, newest first", output, "search", *_QUERY.split(), "--newest")
    index = next((output / "state").glob("*search*"))
    yield [Figure("search index on the disk", index.stat().st_size / articles / 1000,
                  "kB an article")]  # fmt: skip
    index.unlink()
    yield _spent("verify", output, "verify", SITE)
    page, export = folder / "report.html", folder / "export"
    yield _spent("report", output, "report", SITE, "--out", str(page))
    yield _spent("export, parquet", output, "export", "--format=parquet", f"--out={export}")
    shutil.rmtree(export)


def _spent(
    name: str, output: Path, *words: str, codes: frozenset[int] = frozenset({0})
) -> list[Figure]:
    """Run a command of Scrapy; return its processor seconds and its peak of memory."""
    order = [sys.executable, "-m", "scrapy", *words, "-s", f"OUTPUT_DIR={output}"]
    with tempfile.TemporaryFile() as said:
        running = subprocess.Popen(
            order, cwd=PROJECT, env=environment(), stdout=subprocess.DEVNULL, stderr=said
        )
        peak = ended = 0
        while not ended:
            time.sleep(_LOOK)
            peak = peak_memory(running.pid) or peak
            ended, status, used = os.wait4(running.pid, os.WNOHANG)
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode not in codes:
            said.seek(0)
            told = said.read().decode()[-2000:]
            sys.exit(f"{' '.join(order)}: exit {running.returncode}\n{told}")
    return [
        Figure(name, used.ru_utime + used.ru_stime, "s"),
        Figure(f"{name}: memory", peak / 2**20, "MiB"),
    ]
