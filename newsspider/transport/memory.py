"""What the transport remembers from run to run, in whatever store the crawl has been lent."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Protocol
from weakref import WeakKeyDictionary

from newsspider.store.state.http import RobotsCopy, Spent, Validators

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class Http(Protocol):
    """Validators by address."""

    def get(self, url: str, /) -> Validators | None:
        """Those of the last answer."""

    def put(self, url: str, validators: Validators, /) -> None:
        """Those to go by from now on."""


class Robots(Protocol):
    """The last good robots.txt by host."""

    def get(self, host: str, /) -> RobotsCopy | None:
        """The copy, however old."""

    def put(self, host: str, copy: RobotsCopy, /) -> None:
        """The copy to go by from now on."""


class Throttle(Protocol):
    """Until when a host asked to be left alone."""

    def until(self, host: str, /) -> datetime | None:
        """The time, past or not."""

    def pause(self, host: str, until: datetime, /) -> None:
        """It asks for it now."""


class Budget(Protocol):
    """What was asked of the site, by day (ISO date)."""

    def spent(self, day: str, /) -> Spent:
        """By all runs so far."""

    def spend(self, day: str, more: Spent, /) -> None:
        """By this run since it told last."""


class Memory(Protocol):
    """The four together, as the store has them."""

    @property
    def http(self) -> Http:
        """For conditional requests."""

    @property
    def robots(self) -> Robots:
        """For hosts that do not answer."""

    @property
    def throttle(self) -> Throttle:
        """For pauses longer than a run."""

    @property
    def budget(self) -> Budget:
        """For limits of a day."""


class OneRun:
    """A memory that ends with the process: for the shell, and where nothing is stored."""

    def __init__(self) -> None:
        self.http: Http = _Answers()
        self.robots: Robots = _Copies()
        self.throttle: Throttle = _Pauses()
        self.budget: Budget = _Sums()


@dataclass(slots=True)
class _Answers:
    _kept: dict[str, Validators] = field(default_factory=dict)

    def get(self, url: str) -> Validators | None:
        return self._kept.get(url)

    def put(self, url: str, validators: Validators) -> None:
        self._kept[url] = validators


@dataclass(slots=True)
class _Copies:
    _kept: dict[str, RobotsCopy] = field(default_factory=dict)

    def get(self, host: str) -> RobotsCopy | None:
        return self._kept.get(host)

    def put(self, host: str, copy: RobotsCopy) -> None:
        self._kept[host] = copy


@dataclass(slots=True)
class _Pauses:
    _kept: dict[str, datetime] = field(default_factory=dict)

    def until(self, host: str) -> datetime | None:
        return self._kept.get(host)

    def pause(self, host: str, until: datetime) -> None:
        self._kept[host] = until


@dataclass(slots=True)
class _Sums:
    _kept: dict[str, Spent] = field(default_factory=dict)

    def spent(self, day: str) -> Spent:
        return self._kept.get(day, Spent())

    def spend(self, day: str, more: Spent) -> None:
        so_far = self.spent(day)
        self._kept[day] = Spent(
            so_far.requests + more.requests,
            so_far.bytes + more.bytes,
            so_far.seconds + more.seconds,
        )


_lent: "WeakKeyDictionary[Crawler, Memory]" = WeakKeyDictionary()


def lend(crawler: "Crawler", memory: Memory) -> None:
    """`crawler` remembers there; to be called before its first request."""
    _lent[crawler] = memory


def memory_of(crawler: "Crawler") -> Memory:
    """Where `crawler` remembers; nothing outlives the run unless a store was lent."""
    return _lent.setdefault(crawler, OneRun())
