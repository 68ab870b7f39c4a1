"""The chain of commits of a site: `SITE/commits/N`, each made by creating the next number.

A new holder of the lease first commits what is there once more: whoever held it before finds its
next number taken, and can add nothing any more.
"""

import re
import uuid
from typing import Final

import msgspec

from newsspider.errors import LeaseLost, SharedAway, SharedDamaged
from newsspider.shared.commit import Commit, from_bytes, to_bytes
from newsspider.shared.numbered import name_of, newest, numbers
from newsspider.shared.object_store import ObjectStore

KEPT: Final = 10
"""Commits that stay whole beside the newest: a reader may be at work on one of them."""

_TRIES: Final = 20
_PART: Final = re.compile(r"(\d{12})-")


class CommitChain:
    """The commits of a site, as the machine named `writer` sees and extends them."""

    def __init__(self, store: ObjectStore, site: str, writer: str) -> None:
        self.store = store
        self.site = site
        self.writer = writer
        self._folder = f"{site}/commits"

    def newest(self) -> Commit | None:
        """Return the newest commit, or None. Raises `SharedDamaged`."""
        for _ in range(_TRIES):
            number = newest(self.store, self._folder)
            if not number:
                return None
            data = self.store.get(name_of(self._folder, number))
            if data is not None:  # else removed meanwhile: there are newer ones
                return self._checked(data, number)
        raise SharedAway(f"{self._folder} changes faster than it can be read; try again")

    def fence(self, at: str) -> Commit:
        """Commit what is there once more, and return that: nobody else can go on from it."""
        while True:
            found = self.newest()
            if found is None:
                base = Commit(number=0, chain=uuid.uuid4().hex, writer="", at="")
            else:
                base = found
            fence = msgspec.structs.replace(
                base, number=base.number + 1, writer=self.writer, at=at, fencing=True
            )
            if self._create(fence):
                return fence

    def append(self, commit: Commit) -> Commit:
        """Add a commit; return the newest one of ours, which is an earlier one where that had been
        made although its answer never came. Raises `LeaseLost` when another machine went on.
        """
        if self._create(commit):
            return commit
        found = self.newest()
        if found is None or found.writer != self.writer or found.number != commit.number:
            raise LeaseLost(
                f"{self.site} was taken over by another machine; what this one has fetched since"
                " its last commit stays here, and is fetched again there"
            )
        return found

    def part_name(self, number: int, label: str) -> str:
        """Return a name that nobody else uses for a part that commit `number` will name first."""
        return f"{self.site}/parts/{number:012d}-{uuid.uuid4().hex[:12]}-{label}.zst"

    def clean_up(self, number: int) -> int:
        """Remove what no commit from `number - KEPT` on names; return how many objects that are.

        A part bears the number of the commit that names it first. So one with a number that is
        used up, and which none of the newest commits names, is of no use to anybody, ever: this
        may be done at any time, also by a machine that slept between looking and removing.
        """
        present = numbers(self.store, self._folder)
        old = [n for n in present if n < number - KEPT]
        kept = [n for n in present if n >= number - KEPT]
        needed = {part.name for n in kept for part in self._read(n).parts}
        garbage = [
            name
            for name in self.store.names(f"{self.site}/parts")
            if name not in needed and _number_of(name) <= number
        ]
        self.store.delete([*garbage, *(name_of(self._folder, n) for n in old)])
        return len(garbage) + len(old)

    def _create(self, commit: Commit) -> bool:
        name, data = name_of(self._folder, commit.number), to_bytes(commit)
        created = self.store.create(name, data) or self.store.get(name) == data
        # A number that was removed long ago can be created again; it is not the newest then.
        return created and newest(self.store, self._folder) == commit.number

    def _read(self, number: int) -> Commit:
        name = name_of(self._folder, number)
        data = self.store.get(name)
        if data is None:
            raise SharedDamaged(f"{name} is gone; restore it")
        return self._checked(data, number)

    def _checked(self, data: bytes, number: int) -> Commit:
        name = name_of(self._folder, number)
        commit = from_bytes(data, f"{self.store.url}: {name}")
        if commit.number != number:
            raise SharedDamaged(
                f"{self.store.url}: {name} holds commit {commit.number}; restore it"
            )
        return commit


def _number_of(name: str) -> int:
    found = _PART.match(name.rpartition("/")[2])
    return int(found[1]) if found else 0
