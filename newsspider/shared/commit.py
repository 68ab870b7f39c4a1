"""What a commit says: which immutable parts make up the lines and the state of a site."""

from hashlib import sha256
from typing import Final

import msgspec

from newsspider.errors import SharedDamaged, StateInvalid
from newsspider.store.state.http import Spent

VERSION: Final = 1
_CONTENT: Final = ("days", "events", "state", "runs")


class FilePart(msgspec.Struct, frozen=True):
    """An object that never changes: `size` bytes of a file from `start` on, packed with zstd.

    `sha256` is of the bytes as they stand in the file.
    """

    name: str
    start: int
    size: int
    sha256: str

    @property
    def end(self) -> int:
        """Return where the bytes end in the file."""
        return self.start + self.size


class Commit(msgspec.Struct, frozen=True, kw_only=True):
    """A whole that another machine can go on from.

    `days` and `events` are the parts of the files of lines, without a gap; `state` is a snapshot
    that promises exactly these; `runs` the newest manifests in one object. `chain` is the same in
    all commits of a site; `at` and `writer` are for people. A `fencing` commit changes nothing.
    `reserved` is how much may have been asked of the site on a day, by all machines: what the state
    knows of, and what was reserved before it was asked for.
    """

    number: int
    chain: str
    writer: str
    at: str
    fencing: bool = False
    days: dict[str, tuple[FilePart, ...]] = {}
    events: tuple[FilePart, ...] = ()
    state: FilePart | None = None
    runs: FilePart | None = None
    reserved: dict[str, Spent] = {}
    version: int = VERSION

    @property
    def content(self) -> str:
        """Return a digest of what the commit names: two are equal where nothing was added."""
        named = [getattr(self, key) for key in _CONTENT]
        return sha256(msgspec.json.encode(named, order="deterministic")).hexdigest()

    @property
    def parts(self) -> tuple[FilePart, ...]:
        """Return every object that the commit needs."""
        days = tuple(part for parts in self.days.values() for part in parts)
        single = tuple(part for part in (self.state, self.runs) if part is not None)
        return (*days, *self.events, *single)

    @property
    def sizes(self) -> dict[str, int]:
        """Return the length in bytes of each day's file."""
        return {day: size_of(parts) for day, parts in self.days.items()}


class _Sealed(msgspec.Struct, frozen=True):
    sha256: str
    commit: msgspec.Raw


def size_of(parts: tuple[FilePart, ...]) -> int:
    """Return the length in bytes of the file that the parts make up."""
    return parts[-1].end if parts else 0


def to_bytes(commit: Commit) -> bytes:
    """Return a commit as the JSON of its object, with a checksum of itself."""
    data = msgspec.json.encode(commit)
    return msgspec.json.encode(_Sealed(sha256(data).hexdigest(), msgspec.Raw(data)))


def from_bytes(data: bytes, name: str) -> Commit:
    """Return the commit of an object.

    Raises `SharedDamaged` for what is none, or not whole, `StateInvalid` for a newer program's.
    """
    try:
        sealed = msgspec.json.decode(data, type=_Sealed)
        commit = msgspec.json.decode(sealed.commit, type=Commit)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SharedDamaged(f"{name} is no commit: {error}; restore it") from error
    if sha256(sealed.commit).hexdigest() != sealed.sha256:
        raise SharedDamaged(f"{name} differs from its sha256; restore it")
    if commit.version > VERSION:
        raise StateInvalid(f"state too new: {name} was written by a newer newsspider; use that one")
    return commit
