"""A shared place in memory whose answers come late or never, and clocks that a test moves."""

from obstore.store import MemoryStore

from newsspider.errors import SharedAway
from newsspider.shared.object_store import ObjectStore


class Time:
    """Seconds, the same for all machines; each has a clock of its own origin."""

    def __init__(self) -> None:
        self.now = 0.0

    def clock(self, origin: float = 0.0) -> float:
        """Return what a machine that was started at `origin` reads."""
        return self.now - origin

    def sleep(self, seconds: float) -> None:
        """Let time go by."""
        self.now += seconds


class Place(ObjectStore):
    """A place in memory. `before` and `after` are the seconds that each creation takes on its way,
    `loses` what gets lost next: a "request" or an "answer"."""

    def __init__(self, time: Time | None = None) -> None:
        super().__init__(MemoryStore(), "memory:///")
        self.time = time or Time()
        self.before = 0.0
        self.after = 0.0
        self.loses = ""

    def create(self, name: str, data: bytes) -> bool:
        self.time.sleep(self.before)
        if self.loses == "request":
            raise SharedAway("the request was lost")
        made = super().create(name, data)
        self.time.sleep(self.after)
        if self.loses == "answer":
            raise SharedAway("the answer was lost")
        return made
