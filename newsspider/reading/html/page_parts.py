"""The parts of a page, and which of them are menus: what stands deep in one is none of an article.

Menus are half of all elements of a page since 2021.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from lxml import etree
from propcache.api import cached_property

from newsspider.reading.html.parsing.menus import WholePageNeeded

_MOST_PARTS: Final = 200  # of a page; one of more has no parts to tell apart
_MOST_NARROW: Final = 100  # of a page without menus, for it not to have more with them
_MENUS: Final = frozenset(("header", "nav", "footer"))
_MENU_NAME = re.compile(r"(?:^|[\s_-])(?:head|header|nav|menu|footer)(?:[\s_-]|$)")


class PageParts:
    """The children of a page's body; all of the page as one where it has none, or too many.

    `is_narrow` tells that menus are not in the tree, `around` what else was left out of. Raises
    `WholePageNeeded` where these may decide what the parts are.
    """

    def __init__(
        self,
        root: etree._Element,
        *,
        is_narrow: bool,
        around: frozenset[etree._Element] = frozenset(),
    ) -> None:
        self._root = root
        self._is_narrow = is_narrow
        self._around = around

    def links(self) -> Iterator[etree._Element]:
        """Yield every link of the page, in order, but those of its menus."""
        parts = self._parts
        return chain.from_iterable(part.iter("a") for part in parts if part not in self._menus)

    def outside(self, elements: Iterable[etree._Element]) -> list[etree._Element]:
        """Return the elements that do not stand deep in a menu."""
        found = list(elements)
        deep = self._deep if found else ()
        return [element for element in found if element not in deep] if deep else found

    def may_lack(self, box: etree._Element) -> bool:
        """Return whether a box is one that something may have been left out of."""
        if box in (self._root, self._body) or box in self._around:
            return True
        return next(box.iter(*_MENUS), None) is not None

    @cached_property
    def _body(self) -> etree._Element | None:
        return next(self._root.iterchildren("body"), None)

    @cached_property
    def _parts(self) -> list[etree._Element]:
        """The parts of the page: the children of its body, or all of it as one."""
        body = self._body
        if self._is_narrow and (body is None or len(body) > _MOST_NARROW):
            raise WholePageNeeded("parts")
        return list(body) if body is not None and 0 < len(body) <= _MOST_PARTS else [self._root]

    @cached_property
    def _menus(self) -> set[etree._Element]:
        """The parts that are menus: the footer, and what calls itself a header or menu and holds
        no headline."""
        menus = {part for part in self._parts if len(part) and _is_menu(part)}
        menus.discard(self._root)
        if menus:
            for headline in self._root.iter("h1"):
                menus.difference_update(headline.iterancestors())
        return menus

    @cached_property
    def _deep(self) -> frozenset[etree._Element]:
        """What stands in menus, but not directly: by one walk, however often menus are in menus."""
        inside = (part.iterdescendants() for menu in self._menus for part in menu)
        return frozenset(chain.from_iterable(inside))


def _is_menu(part: etree._Element) -> bool:
    return part.tag in _MENUS or _is_menu_name(f"{part.get('class', '')} {part.get('id', '')}")


@lru_cache(maxsize=1024)
def _is_menu_name(names: str) -> bool:
    return _MENU_NAME.search(names) is not None
