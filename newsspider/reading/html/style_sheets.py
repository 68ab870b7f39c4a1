"""What the style sheets of a page itself hide."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

_HIDES = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CLASS = re.compile(r"\s*[a-z]*\.([\w-]+)\s*\Z", re.IGNORECASE)
_LONGEST: Final = 200_000  # characters of a sheet that is read


def hidden_classes(sheets: Iterable[str]) -> frozenset[str]:
    """Return the classes whose elements are hidden on any screen, whatever stands around them.

    >>> sorted(hidden_classes([".a, p.b{display:none} @media print{.c{display:none}} .d{top:0}"]))
    ['a', 'b']
    """
    found: set[str] = set()
    for sheet in sheets:
        if len(sheet) <= _LONGEST and _HIDES.search(sheet):
            for selectors in _hiding(_without_comments(sheet)):
                found.update(name[1] for name in map(_CLASS.match, selectors.split(",")) if name)
    return frozenset(found)


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
    return ("none" in lower or "hidden" in lower) and _HIDES.search(lower) is not None
