"""The lines of a tree: what a browser sets apart, each with the element that it stands in."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from newsspider.reading.html.element_index import string_of
from newsspider.reading.html.paragraphs import BLOCKS, UNREAD, is_hidden, stands_alone
from newsspider.reading.text import clean

_APART: Final = frozenset(("aside", "dialog", "footer", "nav"))
APART: Final = (*_APART, "form")
_APART_ROLES: Final = frozenset((
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
    "navigation", "search", "tablist", "toolbar",
))  # fmt: skip
_FIELDS: Final = frozenset(("button", "checkbox", "email", "password", "radio", "submit", "text"))
_SENTENCE: Final = re.compile(r"[.!?…:;][\"”'’)\]]*(?:\s*[(\[][\w/&.,\s-]{2,24}[)\]])?\W*\Z")
_LONG_FORM: Final = 4000  # characters, that only a form around the whole page has
_END: Final = 60  # characters, among which a sentence ends
_LEAST_WORDS: Final = 5  # of a sentence
_LEAST_QUOTED: Final = 60  # characters that no entry of a table of contents has
_MANY_WORDS: Final = 14  # that no label has

_ARABIC: Final = re.compile(r"[\u0590-\u08ff]{3}")

Skipped = Callable[[etree._Element], bool]


@dataclass(slots=True)
class Line:
    """A line: its text, how much of it links hold, and the block element around it."""

    element: etree._Element
    text: str
    linked: int

    @property
    def link_share(self) -> float:
        """How much of the text is links, 0 to 1."""
        return self.linked / (len(self.text) or 1)

    @property
    def words(self) -> int:
        """How many words the line has."""
        return len(self.text.split())

    @property
    def is_prose(self) -> bool:
        """Whether the line reads as running text: a sentence, or long, and no link."""
        if self.link_share > 0.5:
            return False
        words = self.words
        return words >= _MANY_WORDS or (
            words >= _LEAST_WORDS
            and (
                _SENTENCE.search(self.text[-_END:]) is not None
                or _ARABIC.search(self.text) is not None
            )
        )


def lines(
    root: etree._Element,
    skipped: Skipped = lambda element: False,
    around: Collection[etree._Element] = (),
) -> list[Line]:
    """Return the lines below an element, in order, but those that stand apart by tag or role.

    Menus, asides, footers, dialogues, forms with fields and what `skipped` says are left out, but
    what stands `around` the article's headline, as a dialogue may.
    """
    reading = _Reading(root)
    for event, element in _events(root, skipped, around):
        if event == "start":
            reading.enter(element)
        elif event == "end":
            reading.leave(element)
        else:
            reading.say(element.tail)
    reading.end_line()
    return reading.done


class _Reading:
    """The lines that were read, and the one that is open."""

    def __init__(self, root: etree._Element) -> None:
        self.done: list[Line] = []
        self._parts: list[tuple[str, bool]] = []
        self._blocks = [root]
        self._links = 0

    def enter(self, element: etree._Element) -> None:
        if element.tag == "a" and not is_anchor(element):
            self._links += 1
        if element.tag == "br":
            self.end_line()
        elif is_block(element):
            self.end_line()
            self._blocks.append(element)
        self.say(element.text)

    def leave(self, element: etree._Element) -> None:
        if element.tag == "a" and not is_anchor(element):
            self._links -= 1
        if element.tag != "br" and is_block(element):
            self.end_line()
            self._blocks.pop()

    def say(self, text: str | None) -> None:
        if text:
            self._parts.append((text, self._links > 0))

    def end_line(self) -> None:
        text = clean("".join([part for part, _ in self._parts]))
        if text:
            linked = len(clean("".join([part for part, link in self._parts if link])))
            self.done.append(Line(self._blocks[-1], text, linked))
        self._parts.clear()


def _events(
    root: etree._Element, skipped: Skipped, around: Collection[etree._Element]
) -> Iterator[tuple[str, etree._Element]]:
    """Yield "start", "end" and "tail" of every element that is read."""
    if root.text:
        yield "start", root
    opened: list[etree._Element] = []
    element = next(iter(root), None)
    while element is not None or opened:
        if element is None:
            element = opened.pop()
            yield "end", element
        elif element in around or not (stands_apart(element) or skipped(element)):
            yield "start", element
            if len(element):
                opened.append(element)
                element = element[0]
                continue
            yield "end", element
        yield "tail", element
        element = element.getnext()


def is_anchor(link: etree._Element) -> bool:
    """Return whether a link around running text only leads to that text, to share or quote it."""
    if not (link.get("href") or "").startswith("#"):
        return False
    return len(string_of(link)) >= _LEAST_QUOTED


def is_block(element: etree._Element) -> bool:
    """Return whether an element is a block of its own."""
    return element.tag in BLOCKS or stands_alone(element)


def stands_apart(element: etree._Element) -> bool:
    """Return whether an element is no part of any text by its tag, role or style."""
    tag = element.tag
    if not isinstance(tag, str) or tag in UNREAD or tag in _APART or tag.startswith("amp-"):
        return True
    if tag == "form":
        return has_fields(element)
    role = element.get("role")
    if role is not None and role in _APART_ROLES:
        return True
    return is_hidden(element)


def has_fields(element: etree._Element) -> bool:
    """Return whether a form asks a reader for anything; that of ASP.NET around a page does not."""
    fields = (part.get("type", "text") for part in element.iter("input"))
    return any(kind in _FIELDS for kind in fields) and len(string_of(element)) < _LONG_FORM
