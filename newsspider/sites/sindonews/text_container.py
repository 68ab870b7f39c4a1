"""The element that holds an article's running text."""

from typing import Final

from lxml import etree

from newsspider.reading.page import Page
from newsspider.sites.sindonews.layouts import GENERIC, LAYOUTS, Layout

_ENOUGH: Final = 20  # characters of a body that is worth reading


def container(page: Page, layout: Layout) -> etree._Element | None:
    """The element that holds the running text: where the layout has it, else where any has."""
    for place in layout.body:
        for element in page.elements(place):
            if has_text(element, 1 if layout is not GENERIC else _ENOUGH):
                return element
    for other in (*LAYOUTS, GENERIC):
        for place in other.body:
            for element in page.elements(place):
                if other is not layout and has_text(element):
                    return element
    return _densest(page.root) if layout is GENERIC else None


def has_text(element: etree._Element, enough: int = _ENOUGH) -> bool:
    """Whether an element holds enough characters to be a text."""
    length = 0
    for text in element.itertext():
        length += len(text.strip())
        if length >= enough:
            return True
    return False


def _densest(root: etree._Element) -> etree._Element | None:
    """The element with most running text of its own, in itself or its direct paragraphs."""
    weights: dict[etree._Element, int] = {}
    for element in root.iter("p", "br"):
        parent = element.getparent()
        if parent is not None:
            said = len(element.text or "") + len(element.tail or "")
            weights[parent] = weights.get(parent, 0) + said
    best = max(weights, key=lambda element: weights[element], default=None)
    return best if best is not None and weights[best] >= 200 else None
