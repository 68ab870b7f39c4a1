"""The elements of a tree by class, id and item property: a pass for each kind, when first asked."""

from functools import lru_cache
from itertools import islice
from typing import Any, Final, cast

from lxml import etree
from propcache.api import cached_property

from newsspider.reading.html.display import FOR_SCREEN_READERS
from newsspider.reading.html.selectors import LONGEST_KNOWN, words

_MOST_KNOWN: Final = 4_096  # values of the class attribute
_MOST_HELD: Final = 10_000  # elements
Elements = dict[str, list[etree._Element]]

# By predicates, on the elements that have an attribute, these would cost seven times as much.
_IDS = etree.XPath("descendant-or-self::*/@id")
_ITEMPROPS = etree.XPath("descendant-or-self::*/@itemprop")


class AttributeLookups:
    """Looks up the elements of a tree by what their attributes name them.

    `expected` are the classes that will be asked for, where that is known: only these are kept, and
    those for screen readers; most elements of a page have none of them.
    """

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        # lxml makes an object of an element anew whenever it is come upon while none is held.
        self._held = [*islice(root.iter(), _MOST_HELD)]
        self._expected: frozenset[str] | None = None

    def expect(self, classes: frozenset[str]) -> None:
        """Say which classes will be asked for, before the first is."""
        if "classes" not in vars(self):
            self._expected = classes

    def expects(self, classes: frozenset[str]) -> bool:
        """Return whether some classes are among those that will be asked for."""
        return self._expected is None or classes <= self._expected

    @cached_property
    def classes(self) -> Elements:
        """The elements of each class, of the `expected` ones only if there are."""
        found: Elements = {}
        names = _names_of(self._expected)
        elements = self._held if len(self._held) < _MOST_HELD else self._root.iter()
        named = [(element, value) for element in elements if (value := element.get("class"))]
        for element, value in named:
            for name in names[value]:
                found.setdefault(name, []).append(element)
        return found

    @cached_property
    def ids(self) -> Elements:
        """The elements of each id."""
        found: Elements = {}
        for value in _values(_IDS, self._root):
            found.setdefault(value, []).append(value.getparent())
        return found

    @cached_property
    def properties(self) -> Elements:
        """The elements of each item property."""
        found: Elements = {}
        for value in _values(_ITEMPROPS, self._root):
            for name in words(str(value)):
                found.setdefault(name, []).append(value.getparent())
        return found


class _Names(dict[str, tuple[str, ...]]):
    """The `expected` classes of each value of the attribute: a site's pages have the same few."""

    def __init__(self, expected: frozenset[str] | None) -> None:
        self._expected = None if expected is None else expected | FOR_SCREEN_READERS

    def __missing__(self, value: str) -> tuple[str, ...]:
        expected = self._expected
        if expected is not None and expected.isdisjoint(value.split()):  # as most are
            names: tuple[str, ...] = ()
        else:
            names = words(str(value))
            names = names if expected is None else tuple(filter(expected.__contains__, names))
        if len(self) >= _MOST_KNOWN:
            self.clear()
        if len(value) <= LONGEST_KNOWN:
            self[str(value)] = names
        return names


@lru_cache(maxsize=64)
def _names_of(expected: frozenset[str] | None) -> _Names:
    return _Names(expected)


def _values(attributes: etree.XPath, root: etree._Element) -> list[Any]:
    """The values of an attribute in a tree, each of which knows its element.

    What outlives the tree takes `str` of a value, which does not hold it.
    """
    return cast("list[Any]", attributes(root))
