"""Kill migration, compression and rebuild again and again, then look whether all is there once.

python -m tests.store.kill_repairs --kills 200

Each round begins with a folder that an older program left, or with one of many lines, and a child
that brings it up to date, compresses its days or rebuilds its state. It is killed at a random
moment; the next child goes on, until one gets through.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from newsspider.store import Store
from newsspider.store.compress import compress
from newsspider.store.duplicates.lookup import Duplicates
from newsspider.store.repair.rebuild import rebuild
from newsspider.store.repair.verify import verify
from tests.store import old_folders
from tests.store.faults import stored
from tests.store.records import NOW, SITE, record
from tests.support.commands import heard

_DAYS: Final = 6
_A_DAY: Final = 40
_AFTER: Final = NOW + timedelta(days=_DAYS)
_LAST_RUN: Final = datetime.fromisoformat(old_folders.LAST_RUN)
_CARRIED: Final = (
    "attempts",
    "days",
    "http",
    "listed",
    "robots",
    "runs",
    "skipped",
    "near_dropped",
)


@dataclass
class Tally:
    """What a loop of kills came to."""

    kills: int = 0
    starts: int = 0
    rounds: int = 0
    lost: int = 0
    doubled: int = 0
    findings: int = 0
    forgotten: int = 0

    @property
    def clean(self) -> bool:
        """Nothing lost, doubled, wrong, or forgotten by the state."""
        return not (self.lost or self.doubled or self.findings or self.forgotten)


def _migrate(output: Path) -> None:
    Store.open(output, SITE, _LAST_RUN, indexes=[Duplicates()]).close()


def _compress(output: Path) -> None:
    compress(output, SITE, _AFTER, date.max)


def _rebuild(output: Path) -> None:
    rebuild(output, SITE, _AFTER, indexes=[Duplicates()])


WORK: Final[dict[str, Callable[[Path], None]]] = {
    "migrate": _migrate,
    "compress": _compress,
    "rebuild": _rebuild,
}


def _old(output: Path) -> None:
    old_folders.restore(2, output)


def _full(output: Path) -> None:
    """Some hundred lines on several days, and one of everything else that a state holds."""
    for step in range(_DAYS):
        now = NOW + timedelta(days=step)
        store = Store.open(output, SITE, now, indexes=[Duplicates()], batch=_A_DAY)
        for number in range(step * _A_DAY, (step + 1) * _A_DAY):
            store.append(record(number), now)
        if step:
            store.taken_down(f"sindonews:pena:{step}", now, "404")
        store.days.listed(now.date().isoformat(), "nasional", [record(step)["url"]])
        store.days.close(now.date().isoformat(), "nasional", now)
        store.attempts.failed(f"sindonews:pena:9{step}", record(step)["url"], now, "500")
        store.runs.begin(f"run-{step}", now)
        store.close()


def _until_through(work: str, output: Path, dice: random.Random, tally: Tally) -> None:
    longest = 0.1
    while True:
        tally.starts += 1
        with heard("--work", work, output, module="tests.store.kill_repairs") as (child, told):
            told.readline()  # from here on it works
            with suppress(subprocess.TimeoutExpired):
                child.wait(dice.uniform(0, longest))
            child.kill()
            code = child.wait()
        if code == 0:
            return
        assert code == -9, code
        tally.kills += 1
        longest *= 1.6  # some child must get through, however slow the machine is


def _compare(output: Path, before: list[Any], state: dict[str, Any], tally: Tally) -> None:
    after = stored(output)
    tally.lost += len(set(before) - set(after))
    tally.doubled += len(after) - len(set(after))
    tally.findings += len(verify(output, SITE).findings)
    now = old_folders.tables(output / "state" / f"{SITE}.sqlite3")
    for table in _CARRIED:
        width = len(state[table][0]) if state[table] else 0
        there = {row[:width] for row in now[table]}
        tally.forgotten += sum(row not in there for row in state[table])
    taken_down = {row[1] for row in state["articles"] if row[10]}
    tally.forgotten += len(taken_down - {row[1] for row in now["articles"] if row[10]})


def rain(kills: int, seed: int) -> Tally:
    """Kill that many children, in rounds that take turns."""
    dice = random.Random(seed)
    tally = Tally()
    while tally.kills < kills:
        for work in WORK:
            with tempfile.TemporaryDirectory() as folder:
                output = Path(folder, "output")
                (_old if work == "migrate" or dice.random() < 0.3 else _full)(output)
                state = old_folders.tables(output / "state" / f"{SITE}.sqlite3")
                before = stored(output)
                _until_through(work, output, dice, tally)
                _compare(output, before, state, tally)
            tally.rounds += 1
    return tally


def main() -> int:
    """Run the long form; exit code 1 when anything was lost, doubled, wrong or forgotten."""
    parser = argparse.ArgumentParser(prog="python -m tests.store.kill_repairs", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        print("begun", flush=True)
        WORK[options.work[0]](Path(options.work[1]))
        return 0
    began = time.monotonic()
    tally = rain(options.kills, options.seed)
    print(f"{tally} in {time.monotonic() - began:.0f} s")
    return 0 if tally.clean else 1


if __name__ == "__main__":
    sys.exit(main())
