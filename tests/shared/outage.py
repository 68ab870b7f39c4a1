"""A crawl whose shared place is away for a while: `python -m tests.shared.outage --seconds 60`.

Once its lease has run out it may ask the site for nothing, and when the place is back it must go on
and lose nothing.
"""

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from unittest.mock import patch

from newsspider.shared.commit_chain import CommitChain
from newsspider.shared.local_copy import LocalCopy
from newsspider.shared.object_store import ObjectStore
from newsspider.shared.pull import pull
from newsspider.store.repair.verify import verify
from simulator import truth
from simulator.world import World
from tests.shared.served import BUCKET, s3, watched
from tests.shared.two_machines import SITE, Machine, Manner
from tests.support.crawling import records

WORLD: Final = World(until=date(2026, 7, 24), articles=24, days=1)
_BEGUN: Final = 6  # requests


@dataclass(frozen=True)
class Outage:
    """What it came to: requests that left without a lease, and articles missing or doubled."""

    exit_code: int
    without_lease: int
    asked: int
    lost: int
    doubled: int
    findings: int

    @property
    def clean(self) -> bool:
        """Whether all is as it should be."""
        wrong = (self.exit_code, self.without_lease, self.lost, self.doubled, self.findings)
        return not any(wrong)


def outage(folder: Path, seconds: float, manner: Manner, *options: str) -> Outage:
    """Crawl to the end, with a simulated S3 that is away for some seconds after the first requests.

    What left in the first two leases is not counted: it may still have been on its way.
    """
    shared = f"s3://{BUCKET}/berita"
    with s3() as (line, env), watched(WORLD) as site, patch.dict(os.environ, env):
        machine = Machine("a", folder / "a", shared, env)
        machine.options = options
        machine.start(site, manner)
        process = machine.process
        assert process is not None
        while len(site.asked) < _BEGUN and process.poll() is None:
            time.sleep(0.02)
        line.cut = True
        time.sleep(2 * manner.ttl)
        before = len(site.asked)
        time.sleep(max(manner.ttl, seconds - 2 * manner.ttl))
        without_lease = len(site.asked) - before
        line.cut = False
        code = process.wait()
        found = CommitChain(ObjectStore.open(shared), SITE, "").newest()
        assert found is not None
        pull(ObjectStore.open(shared), found, LocalCopy(folder / "b", SITE))
        ids = [record["id"] for record in records(folder / "b")]
        expected = truth.articles(WORLD, WORLD.evening)
        return Outage(
            exit_code=code,
            without_lease=without_lease,
            asked=len(site.asked),
            lost=len({*expected} - {*ids}),
            doubled=len(ids) - len({*ids}),
            findings=len(verify(folder / "b", SITE).findings),
        )


def main() -> int:
    """The long form; exit code 1 when anything is wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.shared.outage")
    parser.add_argument("--seconds", type=float, default=60)
    seconds = parser.parse_args().seconds
    manner = Manner(delay=1, ttl=seconds / 4, push=seconds / 6, run_requests=0)
    with tempfile.TemporaryDirectory() as folder:
        found = outage(Path(folder), seconds, manner)
    print(found)
    return int(not found.clean)


if __name__ == "__main__":
    sys.exit(main())
