"""How the records of a WARC file are packed, and how to look at one record alone.

Reading on fast is fastwarc's work. These look closely where it failed, since it says neither which
bytes were wrong nor whether the record before them was whole.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

from newsspider.warc.read.damage import Damage

CHUNK: Final = 64 * 1024
WINDOW: Final = 1024 * 1024
MOST: Final = 1024 * 1024 * 1024
"""Bytes of one member; beyond them it is given up."""

VERSION: Final = rb"WARC/\d\.\d+\r?\n"
HEAD: Final = re.compile(rb"[\r\n]*" + VERSION + rb"(?:[^\r\n][^\n]*\n)*\r?\n")
LENGTH: Final = re.compile(rb"\nContent-Length:[ \t]*(\d+)[ \t]*\r?\n", re.I)

_BLANK: Final = b"\0\r\n \t"


@dataclass(frozen=True, slots=True)
class Part:
    """What stands at an offset: the records that are packed together there, and where they end.

    `flaw` is why they cannot be read; `end` is then None unless the next record begins there.
    Blanks that fill up a file are a part without content.
    """

    end: int | None
    content: bytes = b""
    flaw: Damage | None = None


class Form(Protocol):
    """A way of packing records."""

    guards_bytes: bool
    """Whether reading a record fails where its bytes have changed."""
    guards_lengths: bool
    """Whether the next record is found where a record is longer or shorter than it says."""

    def reads_alone(self, file: BinaryIO) -> bool:
        """Tell whether each record can be read alone at its offset, by the first of them."""

    def begins(self, file: BinaryIO, at: int) -> bool:
        """Tell whether a member with a record begins at an offset."""

    def part(self, file: BinaryIO, at: int) -> Part:
        """Return what stands at an offset before the end of the file."""

    def next_start(self, file: BinaryIO, at: int) -> int | None:
        """Return where the next record begins that can be told to be one, or None."""


def no_record(at: int, data: bytes) -> Part:
    """Return a part that is no record; blanks up to the end of a file are no flaw."""
    if not data.strip(_BLANK):
        return Part(at + len(data))
    return Part(None, flaw=Damage("foreign", at, "no WARC record"))


def is_one_record(content: bytes) -> bool:
    """Tell whether there is one record, whole, and nothing behind it."""
    head = HEAD.match(content)
    length = LENGTH.search(head[0]) if head else None
    if head is None or length is None:
        return False
    end = head.end() + int(length[1])
    return end <= len(content) and not content[end:].strip(_BLANK)


def search(
    file: BinaryIO, at: int, pattern: re.Pattern[bytes], is_start: Callable[[bytes], bool]
) -> int | None:
    """Return the first offset from `at` on where the pattern stands and is a start."""
    while True:
        file.seek(at)
        window = file.read(WINDOW + CHUNK)
        for match in pattern.finditer(window):
            if match.start() < WINDOW and is_start(window[match.start() : match.start() + CHUNK]):
                return at + match.start()
        if len(window) <= WINDOW:
            return None
        at += WINDOW
