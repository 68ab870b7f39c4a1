"""The simulated site in this process, with moods: answers of a test's own laid over its own.

For faults and takedowns of single pages; whole healthy sites run in a process of their own
(`simulator.running`).
"""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Final

from simulator.answer import Ask, moved
from simulator.routes import answer
from simulator.world import World
from tests.support.faultserver import Behaviour, FaultServer, Hit, Wire

PATIENCE: Final = ("-s", "FAILING_DELAY=0.01", "-s", "RETRY_TIMES=1", "-s", "DOWNLOAD_TIMEOUT=2")
"""Settings that make a crawl give up early."""

Mood = Callable[[Hit], Behaviour | None]


class Moody:
    """A site whose world, clock and mood may be changed between two crawls."""

    def __init__(self, world: World, now: datetime | None = None) -> None:
        self.world = world
        self.now = now or world.evening
        self.mood: Mood = lambda hit: None
        self.asked: Counter[str] = Counter()
        self.headers: dict[str, str] = {}  # of every answer

    async def behave(self, wire: Wire, hit: Hit) -> None:
        """Answers one request."""
        self.asked[f"{hit.host}{hit.path}"] += 1
        fault = self.mood(hit)
        if fault is not None:
            await fault(wire, hit)
            return
        told = answer(Ask.of(self.world, self.now, hit.host, hit.path))
        headers = {"Content-Type": told.content_type, **self.headers}
        if told.location:
            headers["Location"] = told.location
        await wire.reply(told.body.encode(), told.status, headers)


@contextmanager
def serving(site: Moody) -> Iterator[str]:
    """The address of the site while it is up."""
    with FaultServer({"/*": site.behave, "/robots.txt": site.behave}) as server:
        yield server.address


def sends_to(url: str) -> Behaviour:
    """A redirect."""
    return replies_as(moved(url).status, {"Location": url})


def replies_as(status: int, headers: dict[str, str] | None = None, body: bytes = b"") -> Behaviour:
    """One answer, whatever was asked."""

    async def behaviour(wire: Wire, hit: Hit) -> None:
        await wire.reply(body, status, {"Content-Type": "text/html", **(headers or {})})

    return behaviour
