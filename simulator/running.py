"""A simulated site in a process of its own, for tests and benchmarks."""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.request import Request, urlopen

from simulator.world import World


@dataclass(frozen=True, slots=True)
class Requests:
    """What the site was asked since it started, or since `forget`, within so many `seconds`."""

    total: int
    seconds: float
    kinds: Counter[str]
    statuses: Counter[int]
    urls: Counter[str]


class Running:
    """A site at work at `127.0.0.1:port`."""

    def __init__(self, world: World, port: int, pid: int) -> None:
        self.world = world
        self.port = port
        self.pid = pid

    @property
    def address(self) -> str:
        """What the setting CONNECT_TO takes."""
        return f"127.0.0.1:{self.port}"

    def now(self) -> datetime:
        """The site's clock."""
        return datetime.fromisoformat(self._ask("/_stats")["now"])

    def advance(self, by: timedelta | None = None, *, to: datetime | None = None) -> datetime:
        """Moves the clock of the site, and gives the new time."""
        order = {"now": to.isoformat()} if to else {"advance": (by or timedelta()).total_seconds()}
        return datetime.fromisoformat(self._ask("/_control", order)["now"])

    def requests(self, *, brief: bool = False) -> Requests:
        """What was asked so far; `brief` leaves out the addresses."""
        told = self._ask("/_stats?brief" if brief else "/_stats")
        return Requests(
            total=told["total"],
            seconds=told["seconds"],
            kinds=Counter(told["kinds"]),
            statuses=Counter({int(status): n for status, n in told["statuses"].items()}),
            urls=Counter(told["urls"]),
        )

    def forget(self) -> None:
        """Sets all counts to zero."""
        self._ask("/_control", {"reset": True})

    def _ask(self, path: str, order: dict[str, Any] | None = None) -> dict[str, Any]:
        data = json.dumps(order).encode() if order is not None else None
        with urlopen(Request(f"http://{self.address}{path}", data=data)) as response:
            told: dict[str, Any] = json.load(response)
        return told


@contextmanager
def running(world: World, now: datetime | None = None, *, keep: int = 0) -> Iterator[Running]:
    """The site of a world, at the evening of its last day unless told otherwise; clock at rest."""
    options = [f"--{name.replace('_', '-')}={value}" for name, value in asdict(world).items()]
    moment = (now or world.evening).isoformat()
    command = [sys.executable, "-m", "simulator", *options, f"--now={moment}", f"--keep={keep}"]
    process = subprocess.Popen([*command, "--port=0", "--speed=0"], stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        first = process.stdout.readline().decode()
        yield Running(world, int(first.rpartition(":")[2]), process.pid)
    finally:
        process.terminate()
        process.communicate()
