"""An index of a page's tree: one pass, then every class, id and item property is a look-up.

A selector that names only a class walks the whole tree each time, at two thirds of the cost of
parsing the page; forty of them would cost thirty parses. One pass costs a quarter of a parse.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, Final, cast

from lxml import etree
from propcache.api import cached_property

from newsspider.reading.html.attribute_lookups import AttributeLookups, Elements
from newsspider.reading.html.display import FOR_SCREEN_READERS
from newsspider.reading.html.page_parts import PageParts
from newsspider.reading.html.parsing.menus import WholePageNeeded
from newsspider.reading.html.selectors import CompiledSelector, Compound, compiled

_OFTEN: Final = (
    "article", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "html", "main", "time",
)  # fmt: skip
_SCHEMES: Final = ("https://", "http://")


class ElementIndex:
    """Finds the elements of a tree by CSS selectors.

    The index belongs to its tree alone: what is found does not depend on any other page. Classes
    that were not to be expected are found all the same, by a walk.

    `left_out` are the tags of what is not in the tree (`NarrowPage`): of menus, and of boxes that
    stood in what is `around` them. Raises `WholePageNeeded` for a selector that may select one.
    """

    def __init__(
        self,
        root: etree._Element,
        left_out: frozenset[str] = frozenset(),
        around: frozenset[etree._Element] = frozenset(),
    ) -> None:
        self.root = root
        self._left_out = left_out
        self._parts = PageParts(root, is_narrow=bool(left_out), around=around)
        self._by = AttributeLookups(root)
        self._selected: dict[str, list[etree._Element]] = {}
        self._links: dict[tuple[re.Pattern[str], str], list[tuple[etree._Element, str]]] = {}

    def expect(self, classes: frozenset[str]) -> None:
        """Say which classes selectors will name, before the first that names one."""
        self._by.expect(classes)

    def select(self, css: str) -> list[etree._Element]:
        """Return what a selector selects, as parsel would, but for what stands deep in a menu.

        Menus have dates, authors and titles of their own. What is a menu itself, or stands directly
        in one, is not left out: breadcrumbs may stand there. The order is that of the document.

        Raises `NoSelectorError` when the text is no selector of elements.
        """
        found = self._selected.get(css)
        if found is None:
            selector = compiled(css)
            found = self._listed(selector) if selector.alternatives else self._found_by(selector)
            self._selected[css] = found
        return found

    def _listed(self, selector: CompiledSelector) -> list[etree._Element]:
        """What several selectors select."""
        return self._in_order(chain.from_iterable(map(self._found_by, selector.alternatives)))

    def _found_by(self, selector: CompiledSelector) -> list[etree._Element]:
        is_expected = self._by.expects(selector.classes)
        if is_expected and selector.compounds and not selector.classes <= self._by.classes.keys():
            return []  # as most of a site's selectors find, each of another of its layouts
        if not selector.compounds or not is_expected:
            if self._left_out and not self._is_of_no_menu(selector):
                raise WholePageNeeded(selector.css)
            found = (
                self._in_boxes(selector) if is_expected else _elements(selector.xpath(self.root))
            )
            return self._parts.outside(found)
        first, *others = selector.compounds
        if not first.has_name and self._may_be_left_out(first.tag):
            raise WholePageNeeded(selector.css)
        found = self._of_compound(first)
        for inner in others:
            found = self._within(found, inner)
        return found

    def links_to(
        self, pattern: re.Pattern[str], words: Sequence[str], part: str
    ) -> list[tuple[etree._Element, str]]:
        """Return the links with an address that a pattern finds, in order, each with the address as
        it is written; those of menus are left out.

        An absolute address must have `part`. `words` are what the pattern finds has any of: asked
        of all addresses at once.
        """
        key = pattern, part
        if key not in self._links:
            found = [
                (link, href)
                for link in self._parts.links()
                if (href := link.get("href")) and (part in href or not href.startswith(_SCHEMES))
            ]
            said = "\n".join([href for _, href in found])
            if not any(map(said.__contains__, words)):
                found = []
            self._links[key] = [each for each in found if pattern.search(each[1])]
        return self._links[key]

    @cached_property
    def unread(self) -> frozenset[etree._Element]:
        """The elements with a class for what is read out and not seen, those of menus too."""
        return frozenset().union(*(self._by.classes.get(name, ()) for name in FOR_SCREEN_READERS))

    def _in_boxes(self, selector: CompiledSelector) -> list[etree._Element]:
        """What a selector selects, looked for within its boxes alone."""
        if selector.box is None or selector.from_box is None:
            return _elements(selector.xpath(self.root))
        found = (_elements(selector.from_box(box)) for box in self._of_compound(selector.box))
        return self._in_order(chain.from_iterable(found))

    def _in_order(self, elements: Iterable[etree._Element]) -> list[etree._Element]:
        """Some elements in the order of the document, each once."""
        found = set(elements)
        if len(found) < 2:
            return list(found)
        return [element for element in self.root.iter() if element in found]

    def _may_be_left_out(self, tag: str | None) -> bool:
        return bool(self._left_out) and (tag in (None, "*") or tag in self._left_out)

    def _is_of_no_menu(self, selector: CompiledSelector) -> bool:
        """Whether a selector can select nothing in the menus, nor anything by what they hold."""
        tags, box = selector.nameless, selector.box
        if tags is not None and not any(map(self._may_be_left_out, tags)):
            return True
        if box is None or not self._by.expects(selector.classes):
            return False
        return not any(map(self._parts.may_lack, self._of_compound(box)))

    def _of_compound(self, compound: Compound) -> list[etree._Element]:
        if compound.classes:
            found = self._parts.outside(self._by.classes.get(compound.classes[0], ()))
        elif compound.identity is not None:
            found = self._parts.outside(self._by.ids.get(compound.identity, ()))
        elif compound.itemprop:
            found = self._parts.outside(self._by.properties.get(compound.itemprop, ()))
        else:
            tag = compound.tag or "*"
            found = self._tags[tag] if tag in _OFTEN else self._of_tags(tag)
        return list(found) if compound.is_alone else [e for e in found if compound.matches(e)]

    def _within(self, boxes: list[etree._Element], inner: Compound) -> list[etree._Element]:
        """The elements of a compound within any of the boxes, each once."""
        if not boxes:
            return []
        if inner.classes or inner.identity is not None:
            holders = set(boxes)
            found = self._of_compound(inner)
            return [part for part in found if not holders.isdisjoint(part.iterancestors())]
        if self._may_be_left_out(inner.tag) and any(map(self._parts.may_lack, boxes)):
            raise WholePageNeeded(inner.tag or "*")
        # Boxes come in document order: what a later one adds follows what is there.
        parts = chain.from_iterable(box.iterdescendants(inner.tag or "*") for box in boxes)
        return self._parts.outside(part for part in dict.fromkeys(parts) if inner.matches(part))

    @cached_property
    def _tags(self) -> Elements:
        """The elements of the tags that most layouts name, by one walk for all."""
        found: Elements = {tag: [] for tag in _OFTEN}
        for element in self._of_tags(*_OFTEN):
            found[element.tag].append(element)
        return found

    def _of_tags(self, *tags: str) -> list[etree._Element]:
        return self._parts.outside(self.root.iter(*tags))


def _elements(result: Any) -> list[etree._Element]:
    """The result of an XPath that selects elements."""
    return cast("list[etree._Element]", result)


def string_of(element: etree._Element) -> str:
    """All text within an element, as it stands in the source."""
    if not len(element):
        return element.text or ""
    # A tenth of what `itertext` costs, which makes a string of each stretch.
    return etree.tostring(element, method="text", encoding="unicode", with_tail=False)
