"""Texts broken into the lines of a printed page, and put together again."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_LONGEST: Final = 100  # characters of a line on paper
_LEAST: Final = 3  # lines
_SHORTEST: Final = 25
_FULL: Final = 0.6  # of the longest line, which one that runs on has at least
_ENDED = re.compile(r"[.!?:;…][\"”'’)\]]*\Z")
_SHORT: Final = 0.75  # of the longest line, below which a line that is closed ends a paragraph


def are_broken(lines: Sequence[str]) -> bool:
    """Return whether lines are those of a printed page: short, and most run on in the next.

    >>> are_broken(["Kapal listrik rakitan nelayan", "melaut pada Senin pagi. Warga", "datang."])
    True
    >>> are_broken(["Syaratnya:", "kartu tanda penduduk", "surat nikah", "Berlaku setahun."])
    False
    """
    if len(lines) < _LEAST or max(map(len, lines)) > _LONGEST:
        return False
    pairs = [(before, after) for before, after in pairwise(lines) if before and after]
    open_ends = [(before, after) for before, after in pairs if not _ENDED.search(before)]
    running_on = [before for before, after in open_ends if after[0].islower()]
    full = max(map(len, lines)) * _FULL
    if not running_on or min(map(len, running_on)) < max(full, _SHORTEST):
        return False
    return len(running_on) * 3 >= len(pairs) and len(open_ends) * 2 >= len(pairs)


def unbroken(lines: Sequence[str]) -> list[str]:
    """Return lines as paragraphs, where they are those of a printed page; else as they are.

    >>> unbroken(["Kapal listrik rakitan nelayan", "melaut pada Senin pagi itu", "oleh warga."])
    ['Kapal listrik rakitan nelayan melaut pada Senin pagi itu oleh warga.']
    """
    if not are_broken(lines):
        return list(lines)
    full = max(map(len, lines)) * _SHORT
    whole: list[str] = []
    ended = True
    for line in lines:
        if ended:
            whole.append(line)
        else:
            whole[-1] = f"{whole[-1]} {line}"
        ended = _ENDED.search(line) is not None and len(line) < full
    return whole
