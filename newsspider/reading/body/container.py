"""The element that holds an article's running text."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from lxml import etree

from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.article.layout import Layout
from newsspider.reading.page import Page

_ENOUGH: Final = 20  # characters of a body that is worth reading


class Tried(NamedTuple):
    """A rule for the place of the text, and the element that holds it; None where it found none."""

    kind: str
    rule: str
    element: etree._Element | None


def containers(page: Page, layout: Layout, known: Iterable[Layout]) -> Iterator[Tried]:
    """Yield the rules that say which element holds the running text, the best first.

    It stands where the layout has it, else where any of the `known` layouts of the site has it;
    on a page in no layout at last in the element with most text.
    """
    for css in layout.body:
        yield Tried("css", css, _with_text(page, css, 1 if layout is not GENERIC else _ENOUGH))
    for other in (*known, GENERIC):
        if other is not layout:
            for css in other.body:
                yield Tried(f"css of {other.name}", css, _with_text(page, css, _ENOUGH))
    if layout is GENERIC:
        yield Tried("densest", "text", _densest(page.root))


def _with_text(page: Page, css: str, enough: int) -> etree._Element | None:
    return next((e for e in page.elements(css) if has_text(e, enough)), None)


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
