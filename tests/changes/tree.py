"""Small operations on trees of pages that lxml lacks."""

import re
from collections.abc import Iterable
from copy import deepcopy
from functools import cache
from typing import Final, cast

from lxml import etree
from lxml.cssselect import CSSSelector

Element = etree._Element

_UNSEEN: Final = frozenset(("head", "script", "style", "noscript", "template", "textarea", "title"))
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_BLANK: Final = re.compile(r"\s*")


def parse(html: str) -> Element:
    """Return the tree of a page."""
    return etree.fromstring(html.encode(), etree.HTMLParser(encoding="utf-8", huge_tree=True))


def source(root: Element) -> str:
    """Return the page of a tree, with the doctype of HTML 5."""
    html: str = etree.tostring(root, method="html", encoding="unicode", with_tail=False)
    return f"<!DOCTYPE html>\n{html}"


def fragment(html: str) -> list[Element]:
    """Return the elements of a piece of a page; text outside of them is dropped."""
    body = parse(f"<html><body>{html}</body></html>").find("body")
    assert body is not None
    return [element for element in body if isinstance(element.tag, str)]


@cache
def _selector(css: str) -> CSSSelector:
    """Return a selector, each compiled once."""
    return CSSSelector(css)


def first(root: Element, css: str) -> Element | None:
    """Return the first element that any of the selectors, in their order, selects."""
    for selector in css.split(", "):
        found = cast("list[Element]", _selector(selector)(root))
        if found:
            return found[0]
    return None


def replace(old: Element, new: Iterable[Element]) -> None:
    """Put elements in the place of another; the text behind it stays behind them."""
    parent, tail = old.getparent(), old.tail
    assert parent is not None
    place = parent.index(old)
    old.tail = None
    parent.remove(old)
    last = None
    for last in new:
        parent.insert(place, last)
        place += 1
    keep(parent, last, place, tail)


def keep(parent: Element, last: Element | None, place: int, tail: str | None) -> None:
    """Keep a text that stood behind an element which left its parent at `place`."""
    if last is not None:
        last.tail = (last.tail or "") + (tail or "")
    elif place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + (tail or "")
    else:
        parent.text = (parent.text or "") + (tail or "")


def drop(element: Element) -> None:
    """Take an element off the page, not the text behind it."""
    if element.getparent() is not None:
        replace(element, ())


def insert_after(element: Element, new: Element) -> None:
    """Put a new element right behind another, before the text that follows that."""
    parent = element.getparent()
    assert parent is not None
    new.tail, element.tail = element.tail, None
    parent.insert(parent.index(element) + 1, new)


def insert_paragraph(gap: Element, text: str) -> None:
    """Put a paragraph behind a gap of a text, marked up as that text is."""
    if gap.tag == "p":
        new = gap.makeelement("p")
        new.text = text
        insert_after(gap, new)
        return
    for _ in range(2):
        insert_after(gap, gap.makeelement("br"))
    gap.tail = text


def insert_before(element: Element, new: Element) -> None:
    """Put a new element right before another."""
    element.addprevious(new)


def fill(element: Element, new: Iterable[Element], text: str | None = None) -> None:
    """Replace all that an element holds."""
    for child in list(element):
        element.remove(child)
    element.text = text
    element.extend(list(new))


def strip(element: Element, *names: str) -> bool:
    """Take attributes off an element; return whether it had any of them."""
    had = [name for name in names if name in element.attrib]
    for name in had:
        del element.attrib[name]
    return bool(had)


def copies(elements: Iterable[Element]) -> list[Element]:
    """Return copies of elements, free of any page."""
    return [deepcopy(element) for element in elements]


def gaps(container: Element) -> list[Element]:
    """Return the elements of a text behind which a new paragraph begins."""
    found = []
    for child in container:
        follows = child.getnext()
        if follows is None or not isinstance(child.tag, str):
            continue
        double = follows.tag == "br" and child.tag == "br" and _BLANK.fullmatch(child.tail or "")
        if double and (follows.tail or "").strip():
            found.append(follows)
        elif child.tag == "p" and follows.tag == "p":
            found.append(child)
    return found


def letters(text: str) -> str:
    """Return the letters and digits of a text: what stays whatever markup does to it."""
    return "".join(filter(str.isalnum, text.casefold()))


def visible_text(root: Element) -> str:
    """Return what a reader sees of a page whose stylesheets hide nothing."""
    parts: list[str] = []

    def walk(element: Element) -> None:
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        if isinstance(element.tag, str) and element.tag not in _UNSEEN and not hidden:
            parts.append(element.text or "")
            for child in element:
                walk(child)
        parts.append(element.tail or "")

    walk(root)
    return "\n".join(parts)
