"""Kill workers and clients of a batch again and again, then look at what stands in its folder.

python -m tests.batch.kills --kills 20

After each kill every output that is there is whole, and what was there before is untouched. A run
after a killed client goes on; a killed worker costs the client nothing.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import psutil

from newsspider.batch.extract_file import Order, read_here
from newsspider.batch.inputs import inputs_named
from newsspider.batch.out_folder import OutFolder
from newsspider.store.pages.fixtures import Fixture, folders
from tests.support.project import PROJECT, environment
from tests.support.warc_files import of_cases, packed

_HOST: Final = "sindonews.com"
_GRACE: Final = 20.0  # seconds in which the workers of a killed client end


@dataclass
class Tally:
    """What a loop of kills came to."""

    clients: int = 0
    workers: int = 0
    rounds: int = 0
    unlike: int = 0
    touched: int = 0
    left: int = 0
    orphans: int = 0
    codes: int = 0

    @property
    def kills(self) -> int:
        """Return how many processes were killed."""
        return self.clients + self.workers

    @property
    def clean(self) -> bool:
        """Every output as it should be, none written twice, no process and no draft left."""
        return not (self.unlike or self.touched or self.left or self.orphans or self.codes)


@dataclass
class _Batch:
    """A folder of archives, what is to be made of them, and where it is made."""

    folder: Path
    expected: dict[str, bytes] = field(default_factory=dict)

    def prepare(self, files: int, articles: int) -> None:
        """Write the archives, and read them undisturbed."""
        cases = [Fixture.load(each) for each in folders(PROJECT / "fixtures" / "sindonews")]
        for number in range(files):
            chosen = (cases[number:] + cases)[:articles]
            (self.folder / f"{number}.warc.gz").write_bytes(packed(of_cases(chosen)))
        inputs = inputs_named([self.pattern])
        out = OutFolder(self.folder / "undisturbed")
        order = Order(hosts=(_HOST,))
        out.prepare({"extractor": order.extractor, "hosts": order.hosts})
        list(read_here(order, inputs, out))
        self.expected = _files(out.folder)

    @property
    def pattern(self) -> str:
        return f"{self.folder}/*.warc.gz"

    def start(self, out: Path) -> "subprocess.Popen[bytes]":
        scrapy = Path(sys.executable).with_name("scrapy")
        order = ("--warc", self.pattern, "--hosts", _HOST, "--out", str(out), "--jobs", "2")
        return subprocess.Popen(
            [scrapy, "extract", *order],
            env=environment(),
            cwd=PROJECT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


def rain(kills: int, seed: int, files: int = 8, articles: int = 100) -> Tally:
    """Kill that many processes; each folder is then read to its end."""
    dice, tally = random.Random(seed), Tally()
    with tempfile.TemporaryDirectory() as folder:
        batch = _Batch(Path(folder))
        batch.prepare(files, articles)
        while tally.kills < kills:
            out = Path(folder) / f"out-{tally.rounds}"
            while tally.kills < kills and not _is_through(out, files):
                _disturbed(batch, out, dice, tally, kills)
            tally.codes += batch.start(out).wait() != 0
            found = {name: data for name, data in _files(out).items() if ".part-" not in name}
            tally.unlike += found != batch.expected
            tally.left += len(_files(out)) - len(found)
            tally.rounds += 1
    return tally


def _disturbed(batch: _Batch, out: Path, dice: random.Random, tally: Tally, kills: int) -> None:
    """Run once, and kill workers, at last the client, unless it is through before."""
    before, abandoned = _times(out), _drafts(out)
    client = batch.start(out)
    while client.poll() is None and _drafts(out) <= abandoned:
        time.sleep(0.005)
    while client.poll() is None and tally.kills < kills:
        time.sleep(dice.uniform(0, 0.8))
        workers = _workers(client)
        if workers and dice.random() < 0.6:
            with suppress(psutil.NoSuchProcess):
                dice.choice(workers).kill()
                tally.workers += 1
        elif client.poll() is None:
            client.kill()
            client.wait()
            tally.clients += 1
            tally.orphans += len(psutil.wait_procs(workers, timeout=_GRACE)[1])
    tally.codes += client.wait() not in (0, 75, -9)  # 75: of one input three workers died
    tally.touched += any(_times(out).get(name) != when for name, when in before.items())
    whole = {name for name in _files(out) if name.endswith(".jsonl.gz")}
    tally.unlike += any(_files(out)[name] != batch.expected[name] for name in whole)


def _workers(client: "subprocess.Popen[bytes]") -> list[psutil.Process]:
    """Return the processes that read for a client: the children of its children."""
    try:
        helpers = psutil.Process(client.pid).children()
        return [worker for helper in helpers for worker in helper.children()]
    except psutil.NoSuchProcess:
        return []


def _drafts(out: Path) -> set[str]:
    return {path.name for path in out.glob(".*.jsonl.gz.part-*")}


def _is_through(out: Path, files: int) -> bool:
    return len([*out.glob("*.jsonl.gz")]) == files


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _times(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.glob("*.jsonl.gz")}


def main() -> None:
    """Kill as often as asked, print the sums, exit with 1 when anything was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    tally = rain(arguments.kills, arguments.seed)
    print(tally)
    sys.exit(not tally.clean)


if __name__ == "__main__":
    main()
