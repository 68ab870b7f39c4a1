"""What the style sheets of a page itself hide."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

_HIDES = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?<![\w-])(?:left|top)\s*:\s*-\d{4}"
)
_WORDS: Final = ("none", "hidden", "collapse", ":-", ": -")
_CLASS = re.compile(r"\s*[a-z]*\.([\w-]+)\s*\Z", re.IGNORECASE)
_LONGEST: Final = 200_000  # characters of a sheet that is read


def hidden_classes(sheets: Iterable[str]) -> frozenset[str]:
    """Return the classes whose elements are hidden on any screen, whatever stands around them.

    >>> sorted(hidden_classes([".a, p.b{display:none} @media print{.c{display:none}} .d{top:0}"]))
    ['a', 'b']
    """
    return frozenset().union(*map(_hidden_by, sheets))


@lru_cache(maxsize=32)  # the pages of a site have the same few
def _hidden_by(sheet: str) -> frozenset[str]:
    if len(sheet) > _LONGEST or not _may_hide(sheet.lower()):
        return frozenset()
    selectors = ",".join(_hiding(_without_comments(sheet))).split(",")
    return frozenset(name[1] for name in map(_CLASS.match, selectors) if name)


def _without_comments(sheet: str) -> str:
    first, *others = sheet.split("/*")
    return " ".join([first, *(part.partition("*/")[2] for part in others)])


def _hiding(sheet: str) -> Iterator[str]:
    """Yield the selectors of the rules that hide something, but of those under a condition."""
    opened: list[str] = []
    for part in sheet.split("}")[:-1]:  # each closed by the brace that was taken off
        *selectors, declarations = part.split("{")
        opened += selectors
        if len(opened) == 1 and _is_hiding(declarations):
            yield opened[0]
        del opened[-1:]


def _is_hiding(declarations: str) -> bool:
    """Whether a rule hides something; most have no word of it."""
    lower = declarations.lower()
    return _may_hide(lower) and _HIDES.search(lower) is not None


def _may_hide(lower: str) -> bool:
    return any(map(lower.__contains__, _WORDS))
