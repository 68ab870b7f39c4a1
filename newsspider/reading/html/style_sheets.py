"""What the style sheets of a page itself hide."""

import re
from collections.abc import Iterable
from typing import Final

_CONDITIONED = re.compile(r"@[a-z-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.IGNORECASE)
_HIDING = re.compile(
    r"([^{}]+)\{[^{}]*?(?:display\s*:\s*none|visibility\s*:\s*hidden)[^{}]*\}", re.IGNORECASE
)
_CLASS = re.compile(r"\A\s*[a-z]*\.([\w-]+)\s*\Z", re.IGNORECASE)
_LONGEST: Final = 200_000  # characters of a sheet that is read


def hidden_classes(sheets: Iterable[str]) -> frozenset[str]:
    """Return the classes whose elements are hidden on any screen, whatever stands around them.

    >>> sorted(hidden_classes([".a, p.b{display:none} @media print{.c{display:none}}"]))
    ['a', 'b']
    """
    found: set[str] = set()
    for sheet in sheets:
        if len(sheet) > _LONGEST or ("none" not in sheet and "hidden" not in sheet):
            continue
        for rule in _HIDING.finditer(_CONDITIONED.sub("", sheet)):
            names = map(_CLASS.match, rule[1].split(","))
            found.update(name[1] for name in names if name)
    return frozenset(found)
