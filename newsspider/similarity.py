"""How alike two texts are, read off small sketches of them; no disk, no clock.

A text is the set of its runs of three words. Of that set a sketch keeps the last two bits of 512
minima (R-MinHash, from rensa), which estimate the Jaccard similarity of two texts with a standard
error of 0.015, and eight keys: two texts of Jaccard 0.8 share one of them in 98.5 % of cases, of
0.85 in 99.8 %.
`docs/duplicates.md` has what was measured to come to these numbers.

Numbers weigh more than words: tables of prayer times, share tips and results are one text but for
their figures, so texts whose figures were exchanged are not the same story, however alike.
"""

import re
from array import array
from bisect import bisect_right
from collections import Counter
from itertools import groupby
from typing import Final, NamedTuple
from unicodedata import normalize
from zlib import crc32

from rensa import RMinHash

from newsspider.dates.vocabulary import MONTH_NAMES, WEEKDAY_NAMES

SHINGLE: Final = 3
_SLOTS: Final = 512
_BANDS: Final = 8
_ROWS: Final = 4
_SEED: Final = 6

NEAR: Final = 0.765
"""Least estimate for "nearly the same": two standard errors below a true Jaccard of 0.8."""

LEAST_RATIO: Final = 0.8
"""Least ratio of the sizes of two sets whose Jaccard can be 0.8: a report that has grown by a
quarter is a new one. Sizes are known exactly, so this costs no recall."""

MOST_EXCHANGED: Final = 0.25
"""Most figures, as a share of the poorer text's, that may differ in both directions. Two always
may: a number that is put right stands in the headline and in the text."""

_MOST_FIGURES: Final = 32

VERSION: Final = f"1.{RMinHash.ALGORITHM_VERSION}"
"""Sketches of different versions must not be compared: rensa changed its algorithm once."""

_CALENDAR: Final = frozenset((*WEEKDAY_NAMES, *MONTH_NAMES))
_WORD = re.compile(r"[^\W_]+")
_PRINTED: Final = "“”‘’–—"
"""Marks of good printing that are no letters."""
_PARTED: Final = bytes(code if chr(code).isalnum() else 0x20 for code in range(0x80)) + bytes(0x80)
"""What each byte of ASCII text becomes when its words are parted by spaces."""
_KEPT = _SLOTS // 4  # bytes: two bits of each minimum
_LOW = int.from_bytes(b"\x03" * _KEPT)
_PAIRS = int.from_bytes(b"\x55" * _KEPT)
_CHANCE = 1 / 4  # two different minima agree in their last two bits


class Sketch(NamedTuple):
    """What is kept of a text to compare it with others: about 150 bytes.

    `size` counts distinct shingles, `slots` are the minima's last two bits, `figures` the
    smallest 32 of the two-byte hashes of its numbers, in order, `headline` a hash of the headline
    without its numbers and dates in the upper 15 bits, and of these in the lower.
    """

    size: int
    slots: bytes
    figures: bytes
    headline: int


def words(text: str) -> list[str]:
    """Return words and numbers, folded, so that case, white space and punctuation do not count.

    >>> words("“Harga  EMAS” naik Rp3.000")
    ['harga', 'emas', 'naik', 'rp3', '000']
    """
    text = normalize("NFKC", text).casefold()
    if not text.isascii():
        for mark in _PRINTED:  # what is left is ASCII in most texts, and parted at once
            text = text.replace(mark, " ")
    if not text.isascii():
        return _WORD.findall(text)
    # As bytes, which costs half of what `str.translate` does.
    return text.encode("ascii").translate(_PARTED).decode("ascii").split()


def shingles(*parts: list[str]) -> set[str]:
    """Return the runs of three words of each part; a part of one or two words is a run by itself.

    >>> sorted(shingles(["a", "b", "c", "d"], ["e"]))
    ['a b c', 'b c d', 'e']
    """
    found: set[str] = set()
    for part in parts:
        if len(part) < SHINGLE:
            found.update([" ".join(part)] if part else [])
        else:
            found.update(map(" ".join, zip(part, part[1:], part[2:], strict=False)))
    return found


def figures(words: list[str]) -> list[str]:
    """Return the numbers of a text, those that only punctuation parts taken together.

    >>> figures(words("Persib menang 2-1, Selasa (11/1/2022) pukul 19.30 WIB"))
    ['2 1', '11 1 2022', '19 30']
    """
    return [" ".join(run) for is_word, run in groupby(words, key=str.isalpha) if not is_word]


def sketch(headline: str, body: str) -> tuple[Sketch, tuple[int, ...]]:
    """Return the sketch of an article, and the keys under which to look for its like:
    32 bits, signed, so that SQLite keeps them in four bytes.

    A text without words has no keys: it is like nothing.
    """
    title, text = words(headline), words(body)
    runs = shingles(title, text)
    hashes = sorted(_hash(figure) for figure in (*figures(title), *figures(text)))
    numbers = array("H", hashes[:_MOST_FIGURES]).tobytes()
    if not runs:
        return Sketch(0, bytes(_KEPT), numbers, _edition(title)), ()
    hashing = RMinHash(num_perm=_SLOTS, seed=_SEED)
    hashing.update(runs)
    minima = array("I", hashing.digest())
    data = minima.tobytes()
    width = _ROWS * minima.itemsize
    keys = tuple(
        crc32(data[at : at + width], at) - (1 << 31) for at in range(0, _BANDS * width, width)
    )
    return Sketch(len(runs), _packed(minima), numbers, _edition(title)), keys


def similarity(one: Sketch, other: Sketch) -> float:
    """Estimated Jaccard similarity of two texts, 0 to 1, four digits.

    >>> a, _ = sketch("Harga emas naik", "Harga emas batangan naik pada Senin pagi di Jakarta.")
    >>> similarity(a, a)
    1.0
    """
    if not one.size or not other.size:
        return 0.0
    different = int.from_bytes(one.slots) ^ int.from_bytes(other.slots)
    different |= different >> 1
    agreeing = 1 - (different & _PAIRS).bit_count() / _SLOTS
    return round(max(0.0, (agreeing - _CHANCE) / (1 - _CHANCE)), 4)


def near(one: Sketch, other: Sketch) -> float | None:
    """Return the similarity of two texts that are nearly the same; None for texts that are not."""
    if min(one.size, other.size) < LEAST_RATIO * max(one.size, other.size):
        return None
    alike = similarity(one, other)
    if alike < NEAR or _other_edition(one, other) or _exchanged(one.figures, other.figures):
        return None
    return alike


def _other_edition(one: Sketch, other: Sketch) -> bool:
    """Return whether the headlines are the same but for numbers and dates: the next day's table,
    the next toll of a live report."""
    return one.headline >> 16 == other.headline >> 16 and one.headline != other.headline


def _exchanged(one: bytes, other: bytes) -> bool:
    """Return whether each text has figures that the other lacks, more than editing explains."""
    ours, theirs = _comparable(one, other)
    lost, won = (ours - theirs).total(), (theirs - ours).total()
    least = min(ours.total(), theirs.total())
    return min(lost, won) > max(2, MOST_EXCHANGED * least)


def _comparable(one: bytes, other: bytes) -> tuple[Counter[int], Counter[int]]:
    """Both samples of figures, cut to the range that both of them cover."""
    ours, theirs = array("H", one), array("H", other)
    full = [sample[-1] for sample in (ours, theirs) if len(sample) == _MOST_FIGURES]
    limit = min(full, default=1 << 16)
    return (
        Counter(ours[: bisect_right(ours, limit)]),
        Counter(theirs[: bisect_right(theirs, limit)]),
    )


def _edition(title: list[str]) -> int:
    marks = [word for word in title if not word.isalpha() or word in _CALENDAR]
    frame = [word for word in title if word.isalpha() and word not in _CALENDAR]
    return (_hash(" ".join(frame)) & 0x7FFF) << 16 | _hash(" ".join(marks))


def _hash(text: str) -> int:
    return crc32(text.encode()) & 0xFFFF


def _packed(minima: "array[int]") -> bytes:
    """Return the last two bits of each minimum, four to a byte."""
    low = minima.tobytes()[:: minima.itemsize]
    packed = 0
    for place in range(4):
        packed = packed << 2 | int.from_bytes(low[place::4]) & _LOW
    return packed.to_bytes(_KEPT)
