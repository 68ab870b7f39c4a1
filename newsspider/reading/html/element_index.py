"""An index of a page's tree: one pass, then every class, id and item property is a look-up.

A selector that names only a class walks the whole tree each time, at two thirds of the cost of
parsing the page; forty of them would cost thirty parses. One pass costs an eighth of a parse, less
as it leaves out the menus, half of all elements of a page since 2021.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from itertools import chain, islice
from typing import Any, Final, NamedTuple, cast

from lxml import etree

from newsspider.reading.html.menus import WholePageNeeded
from newsspider.reading.html.selectors import (
    LONGEST_KNOWN,
    CompiledSelector,
    Compound,
    compiled,
    words,
)

_SINGLE: Final = ("html", "h1", "time", "figure", "figcaption", "article", "main")
_MOST_PARTS: Final = 200  # of a page; one of more has no parts to tell apart
_MOST_NARROW: Final = 150  # of a page without menus, for it not to have more with them
_MENUS: Final = frozenset(("header", "nav", "footer"))
_MENU_NAME = re.compile(r"(?:^|[\s_-])(?:head|header|nav|menu|footer)(?:[\s_-]|$)")
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_Elements = dict[str, list[etree._Element]]


class _Marks(NamedTuple):
    """The elements of each class and of each id; of the `expected` classes only, if there are."""

    expected: frozenset[str] | None
    classes: _Elements
    ids: _Elements


class ElementIndex:
    """Finds the elements of a tree by CSS selectors, and holds what its head says.

    `meta` holds the first content of each name or property, in lower case. The index belongs to
    its tree alone: what is found does not depend on any other page.

    `expected` are the classes that selectors will name, where that is known: only these are kept,
    most elements of a page have none of them. Others are found all the same, by a walk.

    `left_out` are the tags that stand in menus which are not in the tree (`NarrowPage`). Raises
    `WholePageNeeded` for a selector that may select one of them.
    """

    def __init__(self, root: etree._Element, left_out: frozenset[str] = frozenset()) -> None:
        self.root = root
        self._left_out = left_out
        self.expected: frozenset[str] | None = None
        self.meta: dict[str, str] = {}
        self.title: str | None = None
        self.language: str | None = root.get("lang") or root.get(_XML_LANG)
        self.json_ld: list[str] = []
        self._tags: _Elements = {tag: [] for tag in _SINGLE}
        self._read_head()

    def expect(self, classes: frozenset[str]) -> None:
        """Say which classes selectors will name, before the first that names one."""
        self.expected = classes

    def select(self, css: str) -> list[etree._Element]:
        """Return what a selector selects, as parsel would, but for what stands deep in a menu.

        Menus have dates, authors and titles of their own. What is a menu itself, or stands directly
        in one, is not left out: breadcrumbs may stand there. The order is that of the document.

        Raises `NoSelectorError` when the text is no selector of elements.
        """
        selector = compiled(css)
        if self._left_out and not self._is_outside_menus(selector):
            raise WholePageNeeded(css)
        if not self._is_indexed(selector):
            return self._outside(_elements(selector.xpath(self.root)))
        found = self._of_compound(selector.compounds[0])
        return self._within(found, selector.compounds[1]) if selector.compounds[1:] else found

    def links(self) -> Iterator[etree._Element]:
        """Yield every link of the page, in order, but those of its menus."""
        parts = self._parts
        return chain.from_iterable(part.iter("a") for part in parts if part not in self._menus)

    def _is_indexed(self, selector: CompiledSelector) -> bool:
        expected = self._marks.expected
        return bool(selector.compounds) and (expected is None or selector.classes <= expected)

    def _is_outside_menus(self, selector: CompiledSelector) -> bool:
        """Whether no element in the menus is what a selector names, or its first compound."""
        if not self._is_indexed(selector):
            return False
        first = selector.compounds[0]
        return first.has_name or (first.tag or "*") not in self._left_out

    def _of_compound(self, compound: Compound) -> list[etree._Element]:
        if compound.classes:
            found = self._marks.classes.get(compound.classes[0], [])
        elif compound.identity is not None:
            found = self._marks.ids.get(compound.identity, [])
        elif compound.itemprop:
            found = self._properties.get(compound.itemprop, [])
        else:
            return self._of_tag(compound)
        if compound.is_one_mark:
            return list(found)
        return [element for element in found if compound.matches(element)]

    def _of_tag(self, compound: Compound) -> list[etree._Element]:
        tag = compound.tag or "*"
        found = self._outside(self._tags[tag] if tag in self._tags else self.root.iter(tag))
        return [e for e in found if compound.matches(e)] if compound.attributes else found

    def _within(self, boxes: list[etree._Element], inner: Compound) -> list[etree._Element]:
        """The elements of a compound within any of the boxes, each once."""
        if not boxes:
            return []
        if inner.classes or inner.identity is not None:
            holders = set(boxes)
            found = self._of_compound(inner)
            return [part for part in found if not holders.isdisjoint(part.iterancestors())]
        if self._left_out and not {self.root, self._body}.isdisjoint(boxes):
            raise WholePageNeeded(inner.tag or "*")  # they hold the menus
        # Boxes come in document order: what a later one adds follows what is there.
        parts = chain.from_iterable(box.iterdescendants(inner.tag or "*") for box in boxes)
        return self._outside(part for part in dict.fromkeys(parts) if inner.matches(part))

    @cached_property
    def _marks(self) -> _Marks:
        expected = self.expected
        classes: _Elements = {}
        ids: _Elements = {}
        for element in chain.from_iterable(self._content()):
            value = element.get("class")
            if value:
                known = len(value) <= LONGEST_KNOWN
                for name in _expected(value, expected) if known else words(value):
                    classes.setdefault(name, []).append(element)
            identity = element.get("id")
            if identity:
                ids.setdefault(identity, []).append(element)
        return _Marks(expected, classes, ids)

    @cached_property
    def _properties(self) -> _Elements:
        properties: _Elements = {}
        for element in self._outside(_elements(_WITH_ITEMPROP(self.root))):
            for name in words(element.get("itemprop")):
                properties.setdefault(name, []).append(element)
        return properties

    def _content(self) -> Iterator[Iterable[etree._Element]]:
        """What may have a class or id: all elements but those deep in a menu; of the head, which
        has a hundred more, those that have one."""
        if self._parts[0] is self.root:
            yield self.root.iter()
            return
        yield (self.root,)
        for child in self.root:
            if child is not self._body:
                yield _elements(_MARKED(child))
                continue
            yield (child,)
            for part in self._parts:
                yield (part, *part) if part in self._menus else part.iter()

    @cached_property
    def _body(self) -> etree._Element | None:
        return self.root.find("body")

    @cached_property
    def _parts(self) -> list[etree._Element]:
        """The parts of the page: the children of its body, or all of it as one."""
        body = self._body
        if self._left_out and (body is None or len(body) > _MOST_NARROW):
            raise WholePageNeeded("parts")
        return list(body) if body is not None and 0 < len(body) <= _MOST_PARTS else [self.root]

    @cached_property
    def _menus(self) -> set[etree._Element]:
        """The parts that are menus: the footer, and what calls itself a header or menu and holds
        no headline."""
        menus = {part for part in self._parts if part is not self.root and _is_menu(part)}
        for headline in self._tags["h1"]:
            menus.difference_update(headline.iterancestors())
        return menus

    def _outside(self, elements: Iterable[etree._Element]) -> list[etree._Element]:
        """The elements that do not stand deep in a menu."""
        menus = self._menus
        if not menus:
            return list(elements)
        return [e for e in elements if menus.isdisjoint(islice(e.iterancestors(), 1, None))]

    def _canonical(self) -> str | None:
        """A head has fifty links, of icons, styles and fonts; most say it in the one way."""
        links = _elements(_CANONICAL(self.root)) or (
            link
            for link in self.root.iter("link")
            if (link.get("rel") or "").lower() == "canonical"
        )
        return next((href for link in links if (href := link.get("href"))), None)

    def _read_head(self) -> None:
        self.canonical = self._canonical()
        for element in self.root.iter("meta", "script", "title", *_SINGLE):
            tag = element.tag
            if tag == "meta":
                name = element.get("property") or element.get("name") or element.get("itemprop")
                content = element.get("content")
                if name and content:
                    self.meta.setdefault(name.lower(), content)
            elif tag == "script":
                if "ld+json" in (element.get("type") or "").lower() and element.text:
                    self.json_ld.append(element.text)
            elif tag == "title":
                if self.title is None:
                    self.title = element.text
            else:
                self._tags[tag].append(element)


_MARKED = etree.XPath("descendant-or-self::*[@class or @id]")
_WITH_ITEMPROP = etree.XPath("//*[@itemprop]")
_CANONICAL = etree.XPath("head/link[@rel='canonical']")


def _is_menu(part: etree._Element) -> bool:
    return part.tag in _MENUS or _is_menu_name(f"{part.get('class', '')} {part.get('id', '')}")


@lru_cache(maxsize=4_096)  # the pages of a site have the same few hundred values
def _expected(value: str, expected: frozenset[str] | None) -> tuple[str, ...]:
    return tuple(name for name in words(value) if expected is None or name in expected)


@lru_cache(maxsize=1024)
def _is_menu_name(names: str) -> bool:
    return _MENU_NAME.search(names) is not None


def _elements(result: Any) -> list[etree._Element]:
    """The result of an XPath that selects elements."""
    return cast("list[etree._Element]", result)


def string_of(element: etree._Element) -> str:
    """All text within an element, as it stands in the source."""
    parts = len(element)
    if not parts:
        return element.text or ""
    if parts == 1 and element[0].tag == "img":
        return (element.text or "") + (element[0].tail or "")
    return "".join(cast("list[str]", list(element.itertext())))
