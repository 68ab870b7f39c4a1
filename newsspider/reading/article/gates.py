"""Boxes that keep the rest of a text for some readers, by what their first lines say."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from lxml import etree

from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.html.element_index import string_of
from newsspider.reading.text import clean
from newsspider.reading.trust.notices import is_of_paywall

LONGEST_GATE: Final = 300  # characters
OF_A_SERVICE = re.compile(
    r"komentar|comment|(?:s|ny)impan|newsletter|nawala|buletin|notifikasi|e-?paper|edisi cetak"
    r"|koran",
    re.IGNORECASE,
)
"""What readers log in or subscribe to besides the rest of a text."""
_LINES: Final = (
    "b", "div", "h1", "h2", "h3", "h4", "h5", "h6", "label", "legend", "li", "p", "section", "span",
    "strong",
)  # fmt: skip
"""Tags of what holds a line of a box, or holds such lines."""
_BOXES: Final = frozenset(("aside", "div", "form", "section"))
_START: Final = 120  # characters
_FIRST_TEXTS: Final = 8  # pieces of text and white space, of which a line may have several
_MOST_BEHIND: Final = 4  # boxes
_FIRST_LINES: Final = 8  # elements, of which some hold others
_HEADLINE: Final = 5  # words
NEAR: Final = 3  # elements at the end of a text, or behind it


def is_closed_by_a_gate(page: ArticlePage) -> bool:
    """Return whether a box at the end of a text, or behind it, keeps the rest for some readers.

    It tells so in its first lines, however long it is: offers or comments may follow there.
    """
    if page.container is None:
        return False
    boxes = (box for box in page.container.iterchildren(reversed=True) if box.tag in _BOXES)
    inside = (box for box in islice(boxes, NEAR) if len(box) > 1)
    return _has_a_gate((*inside, *islice(_behind_the_text(page), _MOST_BEHIND)))


def _behind_the_text(page: ArticlePage) -> Iterator[etree._Element]:
    """Yield the first boxes behind a text, and behind what it stands in, up to its column."""
    box = page.container
    while box is not None:
        yield from islice(box.itersiblings(), NEAR)
        box = box.getparent()
        if box is page.column.root or page.column.root is None:
            return


def _has_a_gate(boxes: Iterable[etree._Element]) -> bool:
    """Whether the first lines of one of some boxes close a text."""
    asked = [box for box in boxes if box.tag in _BOXES and len(box)]
    texts = [" ".join(islice(map(str, box.itertext()), _FIRST_TEXTS)) for box in asked]
    if not is_of_paywall([" ".join(text.split())[:_START] for text in texts]):
        return False
    return any(map(_opens_as_a_gate, asked))


def _opens_as_a_gate(box: etree._Element) -> bool:
    """Whether the first lines of a box close a text to those who log in; comments may follow in it.

    What readers log in for besides, and links to stories, are no gates.
    """
    for part in islice(box.iter(*_LINES), _FIRST_LINES):
        line = clean(string_of(part))
        if len(line) > LONGEST_GATE:
            continue
        if OF_A_SERVICE.search(line) is None:
            if is_of_paywall([line]):
                return not any(map(_leads_to_story, box.iter("a")))
        elif not len(part):
            return False
    return False


def _leads_to_story(link: etree._Element) -> bool:
    """Whether a link reads as the headline of another page."""
    return leads_away(link) and len(string_of(link).split()) >= _HEADLINE


def leads_away(link: etree._Element) -> bool:
    """Return whether a link leads off the page, and not to a mark of it or to a script."""
    return not (link.get("href") or "#").startswith(("#", "javascript:"))
