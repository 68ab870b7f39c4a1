"""How a browser displays an element: as a block of its own, or not at all."""

import re
from collections.abc import Collection
from functools import lru_cache
from typing import Final

from lxml import etree

BLOCKS: Final = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd",
    "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav",
    "ol", "p", "pre",
    "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
))  # fmt: skip
_HIDDEN = re.compile(
    r"(?:^|;)\s*(?:display\s*:\s*none\b|visibility\s*:\s*(?:hidden|collapse)\b"
    r"|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]|clip-path\s*:\s*inset\(\s*(?:50|100)%"
    r"|(?:left|top)\s*:\s*-\d{4,}|filter\s*:[^;]*\bblur\(\s*[1-9])",
    re.IGNORECASE,
)
"""Not `opacity: 0` alone, from which many pages fade their text in."""
_NOTHING = r"\s*:\s*0(?:\.0+)?(?:px|r?em|pt|%|v[hw])?\s*(?:!important\s*)?(?:;|\Z)"
_WITHOUT_SIZE = re.compile(rf"(?:^|;)\s*font-size{_NOTHING}", re.IGNORECASE)
_WITHOUT_INK = re.compile(rf"(?:^|;)\s*opacity{_NOTHING}", re.IGNORECASE)
_WITHOUT_ROOM = re.compile(rf"(?:^|;)\s*(?:max-)?(?:height|width){_NOTHING}", re.IGNORECASE)
FOR_SCREEN_READERS: Final = frozenset((
    "screen-reader-text", "screen-reader-only", "sr-only", "visually-hidden", "visuallyhidden",
))  # fmt: skip
"""Classes that every framework sets for text which is read out but not seen."""
HIDING: Final = frozenset(("hidden", "role", "style"))
"""The attributes that may hide an element, but for its classes."""


def is_hidden(element: etree._Element) -> bool:
    """Whether a browser hides the element: by attribute, by style, or until a pointer is on it."""
    names = element.keys()
    return bool(names) and is_hidden_by(names, element)


def is_hidden_by(names: Collection[str | bytes], element: etree._Element) -> bool:
    """Return whether the attributes of an element, given by name, hide it: see `is_hidden`."""
    if "class" in names and _is_for_screen_readers(element.get("class")):
        return True
    if "hidden" in names or ("style" in names and _is_styled_away(element)):
        return True
    return "role" in names and element.get("role") == "tooltip"


def _is_styled_away(element: etree._Element) -> bool:
    """Whether the element's own style hides it.

    Letters without size are, unless elements within may have one: so themes close up boxes.
    """
    hidden, without_size = _read(element.get("style") or "")
    return hidden or (
        without_size
        and not any(
            "style" in part.attrib or "class" in part.attrib for part in element.iterdescendants()
        )
    )


@lru_cache(maxsize=1024)  # the pages of a site have the same few hundred values
def _read(style: str) -> tuple[bool, bool]:
    """Whether a style hides an element with all in it, and whether its own letters have no size."""
    without_size = _WITHOUT_SIZE.search(style) is not None
    faded = _WITHOUT_INK.search(style) and (_WITHOUT_ROOM.search(style) or without_size)
    return bool(_HIDDEN.search(style) or faded), without_size


@lru_cache(maxsize=1024)
def _is_for_screen_readers(classes: str | None) -> bool:
    return not FOR_SCREEN_READERS.isdisjoint((classes or "").split())
