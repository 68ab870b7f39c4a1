"""What a replay answers with, from the saved pages of REPLAY_DIR."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Final, Protocol, Self

from newsspider.errors import BadArgument
from newsspider.reading.alike_urls import alike
from newsspider.store.pages.fixtures import Fixture, FixtureInvalid, folders

# Bodies are kept as a reader sees them; what described their way over the wire is over.
OF_THE_WIRE: Final = frozenset({"content-encoding", "content-length", "transfer-encoding"})


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """What an address answered at `fetched_at`; `is_cut` says that not all of it came."""

    fetched_at: datetime
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)
    is_cut: bool = False


class Answers(Protocol):
    """A source of answers that stands in for the network."""

    def get(self, url: str) -> SavedAnswer | None:
        """Return what an address answered, or None. Raises `FixtureInvalid` for changed bytes."""


class SavedAnswers:
    """The saved answers of a folder, by address. Where two cases save one, the first in the
    order of their paths is served, so that every replay is the same."""

    def __init__(self, fixtures: list[Fixture]) -> None:
        self._exact: dict[str, tuple[Fixture, int]] = {}
        self._alike: dict[str, tuple[Fixture, int]] = {}
        for fixture in fixtures:
            for position, file in enumerate(fixture.files):
                self._exact.setdefault(file.url, (fixture, position))
                self._alike.setdefault(alike(file.url), (fixture, position))

    @classmethod
    def load(cls, root: Path) -> Self:
        """Return the archive of every case at or below `root`.

        Raises `BadArgument` when there is no case or one cannot be read.
        """
        try:
            fixtures = [Fixture.load(folder) for folder in folders(root)]
        except FixtureInvalid as problem:
            raise BadArgument(f"REPLAY_DIR: {problem}") from problem
        if not fixtures:
            raise BadArgument(f"REPLAY_DIR={root}: no folder with a meta.json is in there")
        return cls(fixtures)

    def get(self, url: str) -> SavedAnswer | None:
        """Return what `url` answered, or None; scheme and order of the query matter only between
        several.

        Raises `FixtureInvalid` when the saved bytes are missing or have changed.
        """
        found = self._exact.get(url) or self._alike.get(alike(url))
        if found is None:
            return None
        fixture, position = found
        saved = next(islice(fixture.answers(), position, None))
        headers = without_wire(saved.headers.items())
        return SavedAnswer(fixture.fetched_at, saved.status, headers, saved.body)


def without_wire(headers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return the headers of a body that is whole and without its codings."""
    return tuple(pair for pair in headers if pair[0].lower() not in OF_THE_WIRE)
