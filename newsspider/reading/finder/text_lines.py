"""The lines of a tree: what a browser sets apart, each with the element that it stands in."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from newsspider.reading.html.display import BLOCKS, is_hidden
from newsspider.reading.html.element_index import string_of
from newsspider.reading.html.paragraphs import UNREAD, stands_alone
from newsspider.reading.text import clean
from newsspider.reading.trust.printed_lines import are_broken

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
    _prose: bool | None = field(default=None, compare=False, repr=False)

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
        if self._prose is None:
            self._prose = self._reads_as_prose()
        return self._prose

    def is_broken_prose(self) -> None:
        """Remember that the line is part of a sentence that was broken into lines."""
        self._prose = True

    def _reads_as_prose(self) -> bool:
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
    reading.say(root.text)
    opened: list[tuple[etree._Element, bool, bool]] = []
    element = next(iter(root), None)
    while element is not None or opened:
        if element is None:
            element, block, link = opened.pop()
            reading.leave(block, link)
        elif element in around or not (stands_apart(element) or skipped(element)):
            block = element.tag == "br" or is_block(element)
            link = element.tag == "a" and not is_anchor(element)
            reading.enter(element, block, link)
            if len(element):
                opened.append((element, block, link))
                element = element[0]
                continue
            reading.leave(block, link)
        reading.say(element.tail)
        element = element.getnext()
    reading.end_line()
    mark_broken_prose(reading.done)
    return reading.done


class _Reading:
    """The lines that were read, and the one that is open."""

    def __init__(self, root: etree._Element) -> None:
        self.done: list[Line] = []
        self._parts: list[str] = []
        self._linked: list[str] = []
        self._blocks = [root]
        self._links = 0

    def enter(self, element: etree._Element, block: bool, link: bool) -> None:
        self._links += link
        if block:
            self.end_line()
            self._blocks.append(element)
        self.say(element.text)

    def leave(self, block: bool, link: bool) -> None:
        self._links -= link
        if block:
            self.end_line()
            self._blocks.pop()

    def say(self, text: str | None) -> None:
        if text:
            self._parts.append(text)
            if self._links:
                self._linked.append(text)

    def end_line(self) -> None:
        if not self._parts:
            return
        text = clean("".join(self._parts))
        if text:
            linked = len(clean("".join(self._linked))) if self._linked else 0
            self.done.append(Line(self._blocks[-1], text, linked))
        self._parts.clear()
        self._linked.clear()


def mark_broken_prose(said: Sequence[Line]) -> None:
    """Take lines of a printed page, each in an element of its own, for the prose that they are."""
    run: list[Line] = []
    for line in (*said, None):
        if line is not None and run and _is_beside(run[-1], line) and not line.linked:
            run.append(line)
            continue
        if len(run) > 2 and are_broken([one.text for one in run]):
            for one in run:
                one.is_broken_prose()
        run = [] if line is None or line.linked else [line]


def _is_beside(before: Line, line: Line) -> bool:
    """Whether two lines stand in one element, or in neighbours of one tag and class."""
    one, other = before.element, line.element
    if one is other:
        return True
    same = (one.tag, one.get("class")) == (other.tag, other.get("class"))
    return one.getparent() is other.getparent() and (same or "br" in (one.tag, other.tag))


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
