"""Two machines that crawl one site from a shared place, killed with their disks and put to sleep.

python -m tests.shared.two_machines --kills 20 --stops 5 [--place s3]

Each run stops after some requests, so that the site goes to and fro. A machine that is killed has
its folder wiped; one that is put to sleep (SIGSTOP) sleeps longer than its lease. When a site is
complete, its newest commit is compared with what the site holds, and the next site comes.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from newsspider.shared.commit_chain import CommitChain
from newsspider.shared.local_copy import LocalCopy
from newsspider.shared.object_store import ObjectStore
from newsspider.shared.pull import pull
from newsspider.store.repair.verify import verify
from simulator import truth
from simulator.world import World
from tests.shared.served import BUCKET, Asked, WatchedSite, s3, watched
from tests.support.crawling import command, records
from tests.support.project import PROJECT, environment

SITE: Final = "sindonews"
_LAST_DAY: Final = date(2026, 7, 24)
_WINDOW: Final = 20  # requests whose rate is looked at together
_LATE: Final = 0.5  # seconds that a request may take on its way on a busy machine


@dataclass(frozen=True)
class Manner:
    """How the machines work; in seconds, but for the numbers of articles, days and requests.

    `rest` is how long each waits before it begins its next run.
    """

    articles: int = 300
    days: int = 10
    run_requests: int = 100
    delay: float = 0.1
    ttl: float = 6.0
    push: float = 3.0
    rest: float = 1.0

    @property
    def sleep(self) -> float:
        """How long a machine sleeps: until another has taken over and is at work."""
        return 2.5 * self.ttl


@dataclass
class Tally:
    """What it came to."""

    kills: int = 0
    stops: int = 0
    runs: int = 0
    sites: int = 0
    articles: int = 0
    requests: int = 0
    refetched: int = 0
    lost: int = 0
    doubled: int = 0
    findings: int = 0
    interleaved: int = 0
    too_fast: int = 0
    codes: Counter[int] = field(default_factory=Counter)

    @property
    def clean(self) -> bool:
        """Nothing lost, doubled or wrong, never two machines at once, never above the rate."""
        wrong = self.lost + self.doubled + self.findings + self.interleaved + self.too_fast
        return not wrong and not set(self.codes) - {0, 75, -9, -15}


class Machine:
    """A machine with a disk of its own, which runs one crawl after the other."""

    def __init__(self, name: str, folder: Path, shared: str, env: dict[str, str]) -> None:
        self.name = name
        self.folder = folder
        self._shared = shared
        self._env = env
        self._count = 0
        self.options: tuple[str, ...] = ()
        """What the command of its runs has besides."""
        self.agent = ""
        self.process: subprocess.Popen[bytes] | None = None
        self.rests_until = 0.0

    def start(self, site: WatchedSite, manner: Manner) -> None:
        """Begin the next run."""
        self._count += 1
        self.agent = f"newsspider/{self.name}-{self._count}"
        settings = {
            "SHARED": self._shared,
            "SHARED_LEASE_SECONDS": manner.ttl,
            "SHARED_PUSH_SECONDS": manner.push,
            "BUDGET_RUN_REQUESTS": manner.run_requests,
            "USER_AGENT": self.agent,
            "DOWNLOAD_DELAY": manner.delay,
            "DOWNLOAD_DELAY_JITTER": 0,
            "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
            "STORE_FLUSH_SECONDS": 1,
        }
        options = [word for item in settings.items() for word in ("-s", "{}={}".format(*item))]
        days = ("-a", f"since={site.world.first_day}", "-a", f"until={site.world.until}")
        self.folder.mkdir(exist_ok=True)
        with (self.folder.parent / f"{self.name}.log").open("ab") as log:
            self.process = subprocess.Popen(
                command(site.address, self.folder, *options, *self.options, *days),
                env=environment() | self._env,
                cwd=PROJECT,
                stderr=log,
                stdout=log,
            )

    def ended(self) -> int | None:
        """The exit code of the run, once."""
        code = self.process.poll() if self.process is not None else None
        if code is not None:
            self.process = None
        return code

    def kill(self) -> None:
        """Lose the machine, its disk with it."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self.process = None
        shutil.rmtree(self.folder)

    def send(self, number: int) -> None:
        """Send a signal."""
        assert self.process is not None
        self.process.send_signal(number)


class Trial:
    """One site, crawled to its end by two machines."""

    def __init__(
        self,
        site: WatchedSite,
        folder: Path,
        shared: str,
        env: dict[str, str],
        manner: Manner,
        tally: Tally,
        dice: random.Random,
    ) -> None:
        self.site = site
        self.shared = shared
        self.folder = folder
        self.manner = manner
        self.tally = tally
        self.dice = dice
        self.machines = [Machine(name, folder / name, shared, env) for name in "ab"]
        self.asleep: dict[Machine, float] = {}
        self.faults: dict[str, float] = {}

    def run(self, kills: int, stops: int) -> None:
        """Crawl until the site is complete, with so many more kills and stops in all."""
        self.machines[1].rests_until = time.monotonic() + self.manner.rest
        while not self._is_complete():
            self._wake()
            time.sleep(0.05)
            holder = self._holder()
            if holder is None or time.monotonic() < self._fault_of(holder):
                continue
            kill, stop = self.tally.kills < kills, self.tally.stops < stops
            if kill and (not stop or self.dice.random() < 0.75):
                holder.kill()
                holder.rests_until = time.monotonic() + self.manner.rest
                self.tally.kills += 1
                self.tally.codes[-signal.SIGKILL] += 1
            elif stop:
                holder.send(signal.SIGSTOP)
                self.asleep[holder] = time.monotonic() + self.manner.sleep
                self.tally.stops += 1
        for machine in self.machines:
            if machine.process is not None:
                machine.send(signal.SIGCONT)
                machine.send(signal.SIGTERM)
                self.tally.codes[machine.process.wait()] += 1
        self._compare()

    def _fault_of(self, machine: Machine) -> float:
        """When the present run of a machine meets with a fault, if it has not ended by then: some
        time after its first request, so that it has something to lose."""
        most = min(12.0, self.manner.articles * self.manner.delay)
        return self.faults.setdefault(
            machine.agent, time.monotonic() + self.dice.uniform(0.3, most)
        )

    def _is_complete(self) -> bool:
        """Note the runs that ended and begin the next ones; whether one got to its end."""
        for machine in self.machines:
            code = machine.ended()
            if code is not None:
                self.asleep.pop(machine, None)
                self.tally.codes[code] += 1
                if code == 0:
                    return True
                machine.rests_until = time.monotonic() + self.manner.rest
            if machine.process is None and time.monotonic() > machine.rests_until:
                machine.start(self.site, self.manner)
                self.tally.runs += 1
        return False

    def _wake(self) -> None:
        for machine, until in list(self.asleep.items()):
            if time.monotonic() > until:
                machine.send(signal.SIGCONT)
                del self.asleep[machine]

    def _holder(self) -> Machine | None:
        """The machine that asked the site last, a moment ago, and is awake."""
        last = self.site.asked[-1] if self.site.asked else None
        if last is None or time.monotonic() - last.at > 1.0:
            return None
        awake = (machine for machine in self.machines if machine not in self.asleep)
        return next((m for m in awake if m.process and m.agent == last.agent), None)

    def _compare(self) -> None:
        """The newest commit, pulled to a new machine, against what the site holds."""
        store = ObjectStore.open(self.shared)
        newest = CommitChain(store, SITE, "").newest()
        assert newest is not None
        output = self.folder / "newest"
        pull(store, newest, LocalCopy(output, SITE))
        held = truth.articles(self.site.world, self.site.world.evening)
        ids = [record["id"] for record in records(output)]
        tally, asked = self.tally, self.site.asked
        tally.articles += len(ids)
        tally.lost += len(held.keys() - set(ids))
        tally.doubled += len(ids) - len(set(ids))
        tally.findings += len(verify(output, SITE).findings)
        tally.requests += len(asked)
        pages = Counter(each.path for each in asked if "/read/" in each.path)
        tally.refetched += pages.total() - len(pages)
        tally.interleaved += interleaved(asked)
        tally.too_fast += too_fast(asked, self.manner.delay)


def interleaved(asked: list[Asked]) -> int:
    """How often a run went on after another had begun."""
    seen: set[str] = set()
    again, last = 0, ""
    for each in asked:
        again += each.agent != last and each.agent in seen
        seen.add(each.agent)
        last = each.agent
    return again


def too_fast(asked: list[Asked], delay: float) -> int:
    """How many stretches of requests, of all machines together, took less time than they may."""
    least = (_WINDOW - 1) * delay - _LATE
    ends = zip(asked, asked[_WINDOW - 1 :], strict=False)
    return sum(last.at - first.at < least for first, last in ends)


def trial(kills: int, stops: int, seed: int, place: str, manner: Manner) -> Tally:
    """Crawl as many sites as it takes for so many kills and stops."""
    dice, tally = random.Random(seed), Tally()
    with ExitStack() as stack:
        env: dict[str, str] = {}
        if place == "s3":
            _, env = stack.enter_context(s3())
            os.environ.update(env)
        while tally.kills < kills or tally.stops < stops:
            world = World(
                until=_LAST_DAY,
                articles=manner.articles,
                days=manner.days,
                seed=seed + tally.sites,
            )
            with tempfile.TemporaryDirectory() as name, watched(world) as site:
                folder = Path(name)
                shared = f"s3://{BUCKET}/{tally.sites}" if env else (folder / "place").as_uri()
                one = Trial(site, folder, shared, env, manner, tally, dice)
                one.run(kills, stops)
                if not tally.clean:
                    logs = [path.read_text()[-4000:] for path in folder.glob("*.log")]
                    sys.stderr.write("\n".join(logs))
                    break
            tally.sites += 1
    return tally


def main() -> int:
    """The long form; exit code 1 when anything was lost, doubled or wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.shared.two_machines")
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--stops", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--place", choices=("folder", "s3"), default="folder")
    options = parser.parse_args()
    began, manner = time.monotonic(), Manner()
    tally = trial(options.kills, options.stops, options.seed, options.place, manner)
    print(f"{tally} in {time.monotonic() - began:.0f} s")
    most = (tally.kills + tally.stops) * manner.push / manner.delay
    print(f"fetched again: {tally.refetched}, at most {most:.0f} by rate and commits")
    return 0 if tally.clean and tally.refetched <= most else 1


if __name__ == "__main__":
    sys.exit(main())
