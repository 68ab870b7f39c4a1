"""The element that holds an article's running text."""

from collections.abc import Iterable
from typing import Final

from lxml import etree

from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.article.layout import Layout
from newsspider.reading.page import Page

_ENOUGH: Final = 20  # characters of a body that is worth reading


def container(page: Page, layout: Layout, known: Iterable[Layout]) -> etree._Element | None:
    """Return the element that holds the running text; None when none does.

    It stands where the layout has it, else where any of the `known` layouts of the site has it.
    """
    for css in layout.body:
        for element in page.elements(css):
            if has_text(element, 1 if layout is not GENERIC else _ENOUGH):
                return element
    for other in (*known, GENERIC):
        for css in other.body:
            for element in page.elements(css):
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
