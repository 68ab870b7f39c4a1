"""How a site draws its lists of articles in HTML: the table that reading them is given."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from typing import Final

from newsspider.reading.address import Address

_NEVER: Final = re.compile(r"(?!)")

INDEX_KINDS: Final = frozenset(
    {"front", "section", "index", "topic", "author", "search", "other"}
)  # fmt: skip
"""Kinds of address of pages that may list articles, or lead to such pages."""

MENU_KINDS: Final = INDEX_KINDS | {"feed", "sitemap"}
"""Kinds of address that menus lead to; all others stand for one thing to read or see."""


@dataclass(frozen=True, kw_only=True, eq=False)
class IndexMarkup:
    """What only one site has in its lists; a site without it is read by what any site has.

    `containers` finds, among the classes of an element, those of containers and rows that hold a
    list and nothing else: where one stands on a page, only what is within is the list. `asides`
    finds those of boxes beside a list, which a page past its end still has. `nothing_found` is the
    sentence by which a search says that it found nothing. `zone` is that of relative dates.
    """

    address: Callable[[str], Address]
    zone: tzinfo
    containers: re.Pattern[str] = _NEVER
    asides: re.Pattern[str] = _NEVER
    nothing_found: str = ""
