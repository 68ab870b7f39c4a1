"""The lease of a site: at any moment at most one machine may ask it for a page.

`SITE/lease/N` says who holds it, and for how long. It is renewed, taken over and given back by
creating N+1. No clock is compared with another: the holder counts from before its request was
sent, whoever waits has watched the same number for half as long again.
"""

import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

import msgspec

from newsspider.errors import LeaseLost, Locked, Refusal
from newsspider.shared.numbered import name_of, newest, numbers
from newsspider.shared.object_store import ObjectStore

_PATIENCE: Final = 1.5  # times the ttl that an unchanged lease is watched before it is taken over
_LOOKS: Final = 12  # looks at the lease within its ttl
_KEPT: Final = 10  # older numbers are removed


class Holder(msgspec.Struct, frozen=True):
    """What an object of the lease says; `ttl` in seconds. `key` tells one of our own apart."""

    owner: str
    ttl: float
    key: str = ""
    released: bool = False


@dataclass(slots=True)
class _Watched:
    number: int
    since: float


class Lease:
    """One machine's hold on a site. `clock` gives seconds and only goes forward.

    Not for several threads at once; but `is_valid` and `lost` may be read from any.
    """

    def __init__(
        self, store: ObjectStore, site: str, owner: str, ttl: float, clock: Callable[[], float]
    ) -> None:
        self.lost = False
        self.owner = owner
        self.ttl = ttl
        self._store = store
        self._site = site
        self._folder = f"{site}/lease"
        self._clock = clock
        self._number = 0
        self._deadline = float("-inf")
        self._watched: _Watched | None = None
        self._tried: tuple[bytes, float] | None = None  # what was sent without an answer, and when

    @property
    def is_valid(self) -> bool:
        """Whether a request may leave at this moment."""
        return not self.lost and self._clock() < self._deadline

    def look(self) -> float:
        """Take the lease where it is free; return the seconds to wait before the next look, 0.0
        when it is ours.

        Raises `Locked` when its holder is at work, or another machine was faster.
        """
        self._tried = None
        now = self._clock()
        number = newest(self._store, self._folder)
        holder = self._read(number) if number else None
        if holder is None or holder.released:
            return self._take(number + 1)
        if self._watched is None:
            self._watched = _Watched(number, now)
        elif number != self._watched.number:
            raise Locked(f"{self._site} is crawled by {holder.owner}; try again when it has ended")
        left = self._watched.since + _PATIENCE * holder.ttl - now
        return min(left, holder.ttl / _LOOKS) if left > 0 else self._take(number + 1)

    def renew(self) -> None:
        """Hold on for another ttl. Raises `LeaseLost` for good, `SharedAway` to be tried again.

        A lease that ran out and was taken by nobody is ours again.
        """
        if self.lost or not self._create(self._number + 1, released=False):
            self.lost = True
            raise LeaseLost(
                f"{self._site} was taken over by another machine; this one asks it for no more"
            )
        if self._number % _KEPT == 0:
            with suppress(Refusal):  # garbage hurts nobody; the next clean-up takes it
                self.clean_up()

    def release(self) -> None:
        """Give the lease back, so that nobody need wait; does nothing when it is lost."""
        if self.lost or not self._number:
            return
        is_ours = self._tried is None or self._create(self._number + 1, released=False)
        self.lost = True
        if is_ours:
            self._create(self._number + 1, released=True)

    def clean_up(self) -> None:
        """Remove old numbers. One that is created again by a machine that slept for long does not
        become the newest, and that is what counts."""
        old = [n for n in numbers(self._store, self._folder) if n <= self._number - _KEPT]
        self._store.delete([name_of(self._folder, number) for number in old])

    @staticmethod
    def holder(store: ObjectStore, site: str) -> Holder | None:
        """Return what the newest object of a site's lease says, None where there is none.

        Whether its holder still lives can only be told by watching it.
        """
        number = newest(store, f"{site}/lease")
        data = store.get(name_of(f"{site}/lease", number)) if number else None
        return _decoded(data) if data is not None else None

    def _take(self, number: int) -> float:
        if not self._create(number, released=False):
            raise Locked(f"{self._site} was just taken by another machine; try again later")
        return 0.0

    def _create(self, number: int, *, released: bool) -> bool:
        """Create the next number; return whether the lease is ours by it."""
        if self._tried is None:
            made = Holder(self.owner, self.ttl, uuid.uuid4().hex, released)
            self._tried = msgspec.json.encode(made), self._clock()
        name, began = name_of(self._folder, number), self._clock()
        data, first = self._tried
        created = self._store.create(name, data)
        if not created:  # or an earlier try made it, and others count from then
            created, began = self._store.get(name) == data, first
        # Its number may have been free since it was removed long ago.
        if not created or newest(self._store, self._folder) != number:
            return False
        self._number, self._tried = number, None
        self._deadline = float("-inf") if released else began + self.ttl
        return True

    def _read(self, number: int) -> Holder | None:
        data = self._store.get(name_of(self._folder, number))
        if data is None:
            return None  # removed since it was listed: then there is a newer one, which wins
        return _decoded(data) or Holder("a machine that wrote nonsense", self.ttl)


def _decoded(data: bytes) -> Holder | None:
    try:
        return msgspec.json.decode(data, type=Holder)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
