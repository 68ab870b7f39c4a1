"""Kill a storing process again and again, then look whether every article is there once.

python -m tests.store.kills --kills 500
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import IO

from newsspider.store import Store
from newsspider.store.repair.verify import verify
from tests.store.faults import stored
from tests.store.records import NOW, SITE, record
from tests.support.commands import Program, heard

_A_DAY = 250  # articles; so that files are begun and closed while kills rain


@dataclass
class Tally:
    """What a loop of kills came to."""

    kills: int = 0
    starts: int = 0
    recoveries: int = 0
    articles: int = 0
    lost: int = 0
    doubled: int = 0
    findings: int = 0

    @property
    def clean(self) -> bool:
        """Nothing lost, nothing doubled, nothing wrong."""
        return not (self.lost or self.doubled or self.findings)


def work(output: Path, limit: int, pause: float) -> None:
    """Store articles 1 to `limit`, those not known yet; say each number once it is stored."""
    print("begun", flush=True)
    store = Store.open(output, SITE, NOW, batch=4)
    for found in store.recovered:
        print("recovered", found.adopted, flush=True)
    said = 0
    for number in range(1, limit + 1):
        if store.known(f"sindonews:pena:{number}") is None:
            store.append(record(number), NOW + timedelta(days=number // _A_DAY))
            time.sleep(pause)
        if number % 4 == 0:
            store.flush()
            print("\n".join(map(str, range(said + 1, number + 1))), flush=True)
            said = number
    store.close()


def _started(
    output: Path, limit: int, pause: float
) -> AbstractContextManager[tuple[Program, IO[str]]]:
    arguments = ("--work", output, "--limit", str(limit), "--pause", str(pause))
    return heard(*arguments, module="tests.store.kills")


def _numbers(tally: Tally, said: str) -> Iterator[int]:
    for line in said.splitlines():
        if line.startswith("recovered"):
            tally.recoveries += 1
        elif line.isdigit():
            yield int(line)


def rain(output: Path, kills: int, seed: int) -> Tally:
    """Kill `kills` runs at random moments, let one finish, and compare."""
    dice = random.Random(seed)
    tally = Tally()
    reported: set[int] = set()
    limit = 1000
    while tally.kills < kills:
        tally.starts += 1
        with _started(output, limit, 0.0005) as (process, told):
            told.readline()  # from here on it opens, recovers and stores
            time.sleep(dice.uniform(0, 0.25))
            process.kill()
            reported |= set(_numbers(tally, told.read()))
            code = process.wait()
        if code:
            tally.kills += 1
        else:
            limit += 1000  # done before it could be killed
    with _started(output, limit, 0) as (process, told):
        reported |= set(_numbers(tally, told.read()))
        assert process.wait() == 0
    lines = stored(output)
    found = {article_id for article_id, _ in lines}
    expected = reported | set(range(1, limit + 1))
    tally.articles = len(found)
    tally.lost = len({f"sindonews:pena:{number}" for number in expected} - found)
    tally.doubled = len(lines) - len(found)
    tally.findings = len(verify(output, SITE).findings)
    return tally


def main() -> int:
    """The long form; exit code 1 when anything was lost, doubled or wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--limit", type=int, default=1000, help=argparse.SUPPRESS)
    parser.add_argument("--pause", type=float, default=0.0, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work:
        work(options.work, options.limit, options.pause)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        tally = rain(Path(folder), options.kills, options.seed)
    print(tally)
    return 0 if tally.clean else 1


if __name__ == "__main__":
    sys.exit(main())
