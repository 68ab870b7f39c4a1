"""Notes of gateways and programs that have cut a text which was too long for them."""

from collections.abc import Sequence
from typing import Final

from newsspider.reading.trust.completeness import breaks_off

_LONGEST: Final = 160  # characters of a note
_LEAST_WORDS: Final = 9  # of a sentence, which no subhead has
_HINTS: Final = (
    "batas", "clipped", "cut off", "limit", "melebihi", "pangkas", "pendekkan", "penggal",
    "persingkat", "potong", "terlalu besar", "terlalu panjang", "too large", "too long", "truncat",
)  # fmt: skip
"""What every such note has one of."""


def tells_of_a_cut(paragraphs: Sequence[str]) -> bool:
    """Return whether the last line says so: in brackets, or behind a sentence that breaks off.

    >>> tells_of_a_cut(["Kapal terbakar di Muncar.", "[Isi dipangkas: melewati batas 64 KB]"])
    True
    >>> tells_of_a_cut(["Kapal terbakar di Muncar.", "Pajaknya dipotong mulai tahun depan."])
    False
    """
    note = paragraphs[-1]
    if len(note) > _LONGEST:
        return False
    lower = note.lower()
    if not any(map(lower.__contains__, _HINTS)):
        return False
    if note[0] in "[({<*" and note[-1] in "])}>*":
        return True
    before = paragraphs[-2] if len(paragraphs) > 1 else ""
    return len(before.split(maxsplit=_LEAST_WORDS)) >= _LEAST_WORDS and breaks_off(before)
