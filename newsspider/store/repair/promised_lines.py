"""The lines that the state promises of one day, held against those that stand in its file.

A fault shifts everything behind it. So what comes after is expected where the fault has moved it,
and only the fault itself is told.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from newsspider.store.files.line_digest import digest
from newsspider.store.state.database import State
from newsspider.store.state.fingerprint import changed_fields

_PLAIN: Final = ("url", "section", "date_published", "content_hash")
"""Keys of a record that the state holds as they are, of an article's newest revision."""


@dataclass(frozen=True, slots=True)
class PromisedLine:
    """A line as the state knows it; `digest` is None where version 2 stored it."""

    id: str
    revision: int
    offset: int
    length: int
    headline: str
    digest: bytes | None
    newest: bool
    stated: bytes
    plain: tuple[str, ...]

    def differences(self, line: bytes, record: Mapping[str, Any]) -> str | None:
        """Return in words what of a line is not as it was stored, or None."""
        size = len(line) + 1
        if size != self.length:
            by = abs(size - self.length)
            return (
                f"{by:,} bytes {'longer' if size > self.length else 'shorter'} than it was stored"
            )
        if self.digest is not None:
            same = digest(line) == self.digest
            return None if same else "changed since it was stored, at the same length"
        changed = ["headline"] if record["headline"] != self.headline else []
        if self.newest:
            changed += changed_fields(self.stated, record)
            changed += [
                key for key, was in zip(_PLAIN, self.plain, strict=True) if record[key] != was
            ]
        names = ", ".join(dict.fromkeys(changed))
        return f"changed since it was stored: {names}" if changed else None


def promised_lines(state: State, day: str) -> list[PromisedLine]:
    """Return what the state promises of a day, in the order of the file."""
    query = (
        "SELECT id, l.revision, offset, length, headline, digest, l.revision = a.revision, stated,"
        f" {', '.join(_PLAIN)} FROM lines l JOIN articles a USING (n) WHERE day = ? ORDER BY offset"
    )
    return [
        PromisedLine(
            one, revision, offset, length, headline, kept, bool(newest), stated, tuple(plain)
        )
        for one, revision, offset, length, headline, kept, newest, stated, *plain in state.rows(
            query, (day,)
        )
    ]


class Alignment:
    """Follows the lines of a file beside those promised; `shift` is how many bytes later than
    promised the next line is expected, for all that was told so far."""

    def __init__(self, promised: list[PromisedLine]) -> None:
        self.shift = 0
        self._promised = promised
        self._places = {(one.id, one.revision): n for n, one in enumerate(promised)}
        self._next = 0
        self._spoilt = 0  # bytes since the last promised line that came, ...
        self._replaced = 0  # ... and how many promised lines they seem to stand for

    def spoilt(self, offset: int, size: int) -> None:
        """Note bytes that are no record: the line that was promised there, or an intruder."""
        ahead = self._next + self._replaced
        if ahead < len(self._promised) and self._promised[ahead].offset + self.shift == offset:
            self.shift -= self._promised[ahead].length
            self._replaced += 1
        self.shift += size
        self._spoilt += size

    def intruder(self, size: int) -> None:
        """Note a record that is not promised here."""
        self.shift += size

    def arrived(
        self, key: tuple[str, int], offset: int, line: bytes, record: Mapping[str, Any]
    ) -> Iterator[str]:
        """Note a promised line; yield in words what is wrong with it, or missing before it."""
        place = self._places[key]
        if place < self._next:
            yield f"{key[0]} revision {key[1]} stands before too, or out of its order"
            self.intruder(len(line) + 1)
            return
        yield from map(_missing, self._untold(place))
        one = self._promised[place]
        if problem := one.differences(line, record):
            yield f"{key[0]} revision {key[1]} is {problem}"
        self._next = place + 1
        self._spoilt = self._replaced = 0
        self.shift = offset + len(line) + 1 - one.offset - one.length

    def knows(self, key: tuple[str, int]) -> bool:
        """Return whether a line is promised of this day."""
        return key in self._places

    def left(self) -> list[PromisedLine]:
        """Return the promised lines that did not come, and were not told as spoilt."""
        return self._untold(len(self._promised))

    def _untold(self, until: int) -> list[PromisedLine]:
        """Return the lines that are missing, but for those that the spoilt bytes may have been."""
        missing = self._promised[self._next : until]
        room = self._spoilt + len(missing)  # two lines that were joined have lost a line end
        untold = []
        for one in missing:
            if one.length <= room:
                room -= one.length
            else:
                untold.append(one)
        return untold


def _missing(one: PromisedLine) -> str:
    return f"{one.id} revision {one.revision} is missing: {one.length:,} bytes at {one.offset:,}"
