"""The place of an article's running text, as its layout says."""

from collections.abc import Iterable
from typing import NamedTuple

from lxml import etree

from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.article.layout import Layout
from newsspider.reading.html.element_index import string_of
from newsspider.reading.page import Page


class Tried(NamedTuple):
    """A rule for the place of the text, and the element that holds it; None where it found none."""

    kind: str
    rule: str
    element: etree._Element | None


class TextPlace(NamedTuple):
    """Where a page has its running text: `container` without the elements to `skip`.

    `rest` are the containers that the text goes on in. What stands in `through` is text though its
    tag or class says that it is noise; no class says so where boxes are not `named`. `several` says
    that the layout's place is there more than once; `tried` are the rules that were.
    """

    container: etree._Element | None
    rest: tuple[etree._Element, ...] = ()
    skip: frozenset[etree._Element] = frozenset()
    through: frozenset[etree._Element] = frozenset()
    several: bool = False
    named: bool = True
    tried: tuple[Tried, ...] = ()


def place_of_layout(page: Page, layout: Layout) -> TextPlace:
    """Return where a layout has the running text; nowhere, for a page in no known layout."""
    place = _place_of_layout(page, layout)
    for part in () if place.container is None else (place.container, *place.rest):
        page.need_apart(part.getparent())  # what stands beside a text tells whether it goes on
    return place


def _place_of_layout(page: Page, layout: Layout) -> TextPlace:
    tried: list[Tried] = []
    for css in layout.parts:
        parts = _outermost(filter(_has_text, page.elements(css)))
        tried.append(Tried("css", css, parts[0] if parts else None))
        if parts:
            return TextPlace(parts[0], tuple(parts[1:]), tried=tuple(tried))
    for css in () if layout is GENERIC else layout.body:
        found = [element for element in page.elements(css) if _has_text(element)]
        tried.append(Tried("css", css, found[0] if found else None))
        if found:
            return TextPlace(found[0], several=len(found) > 1, tried=tuple(tried))
    return TextPlace(None, tried=tuple(tried))


def _outermost(elements: Iterable[etree._Element]) -> list[etree._Element]:
    """The elements, in their order, that stand in none of the others."""
    found: dict[etree._Element, None] = {}
    for element in elements:
        if found.keys().isdisjoint(element.iterancestors()):
            found[element] = None
    return list(found)


def _has_text(element: etree._Element) -> bool:
    return bool(string_of(element).strip())
