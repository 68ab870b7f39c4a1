"""What durability costs, and what two million known articles cost at start.

    python -m benchmarks.store [--articles 2000000] [--folder DIR]

Beside the store stand what people use otherwise, in the same run on the same disk: Scrapy's JSON
lines exporter (never synced, as feed exports are), the same with a sync after each item, and
`JOBDIR`'s file of fingerprints. The ratio is what to compare; figures move with the disk.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha1
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from scrapy.dupefilters import RFPDupeFilter
from scrapy.exporters import JsonLinesItemExporter

from newsspider.store import Store
from newsspider.store.files.disk import Disk
from newsspider.store.state.database import State
from newsspider.store.state.database_file import create_state
from tests.store.records import record

if TYPE_CHECKING:
    from io import BytesIO

NOW = datetime(2026, 5, 1, 3, 0, tzinfo=UTC)
SITE = "sindonews"
ROUNDS = 5
Record = dict[str, Any]


def by_store(folder: Path, records: list[Record], batch: int) -> None:
    """Every line on the medium and known; closed, so that nothing is left to do."""
    store = Store.open(folder, SITE, NOW, batch=batch)
    for item in records:
        store.append(item, NOW)
    store.close()


def by_exporter(folder: Path, records: list[Record], *, synced: bool) -> None:
    """What `-o out.jsonl` does with each item."""
    with Path(folder, "out.jsonl").open("wb") as file:
        exporter = JsonLinesItemExporter(cast("BytesIO", file))
        exporter.start_exporting()
        for item in records:
            exporter.export_item(item)
            if synced:
                file.flush()
                os.fdatasync(file.fileno())
        exporter.finish_exporting()


def milliseconds(write: Callable[[Path], None], count: int, folder: Path) -> tuple[float, float]:
    """Per article, by the clock and of the processor: the best of some rounds.

    The best, because the store waits for the disk twice a batch, and on a busy machine the wait is
    that of the neighbours.
    """
    spent = []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory(dir=folder) as place:
            start, worked = time.perf_counter(), time.process_time()
            write(Path(place))
            spent.append((time.perf_counter() - start, time.process_time() - worked))
    clock, processor = (min(figures) / count * 1000 for figures in zip(*spent, strict=True))
    return clock, processor


def writing(folder: Path, count: int) -> None:
    """Print what storing an article costs."""
    records = [record(number) for number in range(count)]
    rows: list[tuple[str, Callable[[Path], None]]] = [
        ("exporter, no sync", lambda place: by_exporter(place, records, synced=False)),
        ("exporter, sync each", lambda place: by_exporter(place, records, synced=True)),
        ("store, batch 1", lambda place: by_store(place, records, 1)),
        ("store, batch 10 (default)", lambda place: by_store(place, records, 10)),
        ("store, batch 50", lambda place: by_store(place, records, 50)),
    ]
    print(f"storing {count:,} articles of {len(str(records[0])):,} characters")
    plain = 0.0
    for name, write in rows:
        cost, work = milliseconds(write, count, folder)
        plain = plain or cost
        print(f"  {name:28}{cost:8.3f} ms each  x{cost / plain:<6.1f}{work:8.3f} ms of processor")


def many_known(folder: Path, count: int) -> None:
    """A state that knows `count` articles, as years of crawling leave it."""
    path = folder / "state" / f"{SITE}.sqlite3"
    path.parent.mkdir(parents=True)
    create_state(path, Disk())
    state = State.open(path, Disk())
    state.connection.execute("PRAGMA synchronous=OFF")
    state.begin()
    articles = (
        (
            f"{SITE}:pena:{n}",
            f"https://nasional.sindonews.com/read/{n}/15/judul-berita-yang-agak-panjang-{n}",
            "nasional",
            "2026-04-30T09:00:00+07:00",
            sha1(str(n).encode(), usedforsecurity=False).hexdigest()[:16],
            bytes(54),
            1,
            "2026-04-30T03:00:00Z",
            "2026-04-30T03:00:00Z",
        )
        for n in range(1, count + 1)
    )
    state.connection.executemany(
        "INSERT INTO articles (id, url, section, date_published, content_hash, stated, revision,"
        " first_stored, last_seen) VALUES (?,?,?,?,?,?,?,?,?)",
        articles,
    )
    days = [f"{2000 + n // 336}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}" for n in range(8000)]
    per_day = max(1, count // len(days))
    state.connection.executemany(
        "INSERT INTO lines VALUES (?,1,?,?,2500,'Judul Berita yang Agak Panjang',"
        "'2026-04-30T03:00:00Z',NULL)",
        (
            (n, days[min(n // per_day, len(days) - 1)], n % per_day * 2500)
            for n in range(1, count + 1)
        ),
    )
    state.connection.executemany(
        "INSERT INTO output VALUES (?, ?, ?, 1)", [(day, per_day * 2500, per_day) for day in days]
    )
    state.commit()
    state.close()


def many_fingerprints(folder: Path, count: int) -> None:
    """The file that `JOBDIR` keeps for as many requests."""
    with (folder / "requests.seen").open("w") as file:
        for n in range(count):
            file.write(sha1(str(n).encode(), usedforsecurity=False).hexdigest() + "\n")


def start_store(folder: Path) -> None:
    """Start, ask for 1,000 articles, end."""
    store = Store.open(folder, SITE, NOW)
    for n in range(1, 1001):
        store.known(f"{SITE}:pena:{n * 997}")
    store.close()


def start_jobdir(folder: Path) -> None:
    """What a Scrapy job does before its first request."""
    RFPDupeFilter(str(folder)).close("finished")


STARTS = {"store": start_store, "JOBDIR": start_jobdir}


def starting(folder: Path, count: int) -> None:
    """Print what a start costs, each in a process of its own."""
    many_known(folder, count)
    many_fingerprints(folder, count)
    size = sum(path.stat().st_size for path in (folder / "state").iterdir())
    print(f"starting with {count:,} known articles (state {size / 1e6:,.0f} MB)")
    for name in STARTS:
        runs = [
            subprocess.run(
                [sys.executable, "-m", "benchmarks.store", "--start", name, "--folder", folder],
                capture_output=True,
                text=True,
                check=True,
            ).stdout.split()
            for _ in range(ROUNDS)
        ]
        seconds = statistics.median(float(run[0]) for run in runs)
        memory = max(int(run[1]) for run in runs)
        print(f"  {name:28}{seconds:8.3f} s  {memory:6} MB at most, interpreter and all")


def main() -> None:
    """Run both, or one start when called for it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=2_000_000)
    parser.add_argument("--written", type=int, default=2_000)
    parser.add_argument("--folder", type=Path, help="on the disk to measure")
    parser.add_argument("--start", choices=STARTS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.start:
        begun = time.perf_counter()
        STARTS[options.start](options.folder)
        spent = time.perf_counter() - begun
        print(spent, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        return
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        writing(Path(folder), options.written)
        starting(Path(folder), options.articles)


if __name__ == "__main__":
    main()
