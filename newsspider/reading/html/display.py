"""How a browser displays an element: as a block of its own, or not at all."""

import re
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
    r"|(?:left|top)\s*:\s*-\d{4,})",
    re.IGNORECASE,
)
"""Not `opacity: 0`, from which many pages fade their text in."""
_FOR_SCREEN_READERS: Final = frozenset((
    "screen-reader-text", "screen-reader-only", "sr-only", "visually-hidden", "visuallyhidden",
))  # fmt: skip
"""Classes that every framework sets for text which is read out but not seen."""


def is_hidden(element: etree._Element) -> bool:
    """Whether a browser hides the element: by attribute, by style, or until a pointer is on it."""
    names = element.keys()
    if not names:
        return False
    if "hidden" in names or ("style" in names and _HIDDEN.search(element.get("style") or "")):
        return True
    if "class" in names and _is_for_screen_readers(element.get("class")):
        return True
    return "role" in names and element.get("role") == "tooltip"


@lru_cache(maxsize=1024)
def _is_for_screen_readers(classes: str | None) -> bool:
    return not _FOR_SCREEN_READERS.isdisjoint((classes or "").split())
