"""The lines of a tree, read in one walk that enters nothing that is no text."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from lxml import etree

from newsspider.reading.finder.line import Line, mark_broken_prose
from newsspider.reading.html.display import BLOCKS, is_hidden_by
from newsspider.reading.html.element_index import string_of
from newsspider.reading.html.paragraphs import UNREAD, stands_alone
from newsspider.reading.text import clean

_APART: Final = frozenset(("aside", "dialog", "footer", "nav"))
APART: Final = (*_APART, "form")
_UNENTERED: Final = UNREAD | _APART
_USUAL: Final = frozenset((
    "a", "article", "b", "div", "em", "h1", "h2", "h3", "h4", "i", "li", "main", "ol", "p",
    "section", "span", "strong", "ul",
))  # fmt: skip
"""Tags of most elements, which say nothing of whether they stand apart."""
_APART_ROLES: Final = frozenset((
    "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar",
    "navigation", "search", "tablist", "toolbar",
))  # fmt: skip
_TEXTS_OF_AMP: Final = ("amp-accordion", "amp-fit-text", "amp-story")
"""Elements of AMP that may hold an article's text: folded chapters, and the pages of a story."""
_FIELDS: Final = frozenset(("button", "checkbox", "email", "password", "radio", "submit", "text"))
_LONG_FORM: Final = 4000  # characters, that only a form around the whole page has
_LEAST_QUOTED: Final = 60  # characters that no entry of a table of contents has
_SEVERAL: Final = 3  # elements in a link
_LONG_LINK: Final = 400  # characters that no card of a story has

Skipped = Callable[[etree._Element], bool]
Known = Mapping[etree._Element, Sequence[Line]]


def lines(
    root: etree._Element,
    skipped: Skipped | None = None,
    around: Collection[etree._Element] = (),
    known: Known | None = None,
) -> list[Line]:
    """Return the lines below an element, in order, but those that stand apart by tag or role.

    Menus, asides, footers, dialogues, forms with fields and what `skipped` says are left out, but
    what stands `around` the article's headline, as a dialogue may. Of blocks whose lines are
    `known` those are taken.
    """
    reading = _Reading(root)
    if root.text:
        reading.say(root.text)
    opened: list[tuple[etree._Element, bool, bool]] = []
    element = next(iter(root), None)
    while element is not None or opened:
        if element is None:
            element, block, link = opened.pop()
            reading.leave(block, link)
        elif element.tag == "br":
            if reading.parts:
                reading.end_line()
        elif known and element in known:
            reading.take(known[element])
        elif element in around or not (stands_apart(element) or (skipped and skipped(element))):
            block = is_block(element)
            link = element.tag == "a" and not is_anchor(element)
            reading.enter(element, block, link)
            if len(element):
                opened.append((element, block, link))
                element = element[0]
                continue
            reading.leave(block, link)
        if tail := element.tail:
            reading.say(tail)
        element = element.getnext()
    reading.end_line()
    mark_broken_prose(reading.done)
    return reading.done


class _Reading:
    """The lines that were read, and the one that is open."""

    def __init__(self, root: etree._Element) -> None:
        self.done: list[Line] = []
        self.parts: list[str] = []
        self._linked: list[str] = []
        self._blocks = [root]
        self._links = 0

    def enter(self, element: etree._Element, block: bool, link: bool) -> None:
        self._links += link
        if block:
            if self.parts:
                self.end_line()
            self._blocks.append(element)
        if text := element.text:
            self.say(text)

    def leave(self, block: bool, link: bool) -> None:
        self._links -= link
        if block:
            if self.parts:
                self.end_line()
            self._blocks.pop()

    def take(self, said: Sequence[Line]) -> None:
        self.end_line()
        self.done += said

    def say(self, text: str) -> None:
        if self.parts or not text.isspace():
            self.parts.append(text)
            if self._links:
                self._linked.append(text)

    def end_line(self) -> None:
        text = clean("".join(self.parts))
        if text:
            all_linked = len(self._linked) == len(self.parts)
            linked = len(text if all_linked else clean("".join(self._linked)))
            self.done.append(Line(self._blocks[-1], text, linked))
        self.parts.clear()
        self._linked.clear()


def has_bare_text(
    box: etree._Element,
    least: int,
    without: etree._Element | None = None,
    around: Collection[etree._Element] = (),
) -> bool:
    """Return whether a box has some characters that no link holds, nor what is never read.

    One part may be left out, not the text behind it; `around` is as for `lines`. As cheap as can
    be: it is asked of all that stands around a text.
    """
    found = len((box.text or "").strip())
    pending = [box]
    while pending and found < least:
        for part in pending.pop():
            tail = part.tail
            if tail and not tail.isspace():
                found += len(tail.strip()) + 1  # and the blank in front of it
            tag = part.tag
            if (tag in _UNENTERED and part not in around) or part is without:
                continue
            if tag == "a" and not (part.get("href") or "").startswith("#"):
                continue
            text = part.text
            if text and not text.isspace():
                found += len(text.strip()) + 1
            if len(part):
                pending.append(part)
    return found >= least


def is_anchor(link: etree._Element) -> bool:
    """Return whether a link around running text only leads to that text, to share or quote it.

    One around several long paragraphs was not closed where it should have been.
    """
    if not (link.get("href") or "").startswith("#"):
        return len(link) >= _SEVERAL and len(string_of(link)) >= _LONG_LINK
    return len(string_of(link)) >= _LEAST_QUOTED


def is_block(element: etree._Element) -> bool:
    """Return whether an element is a block of its own."""
    tag = element.tag
    return tag in BLOCKS or ((tag == "span" or "-" in tag) and stands_alone(element))


def stands_apart(element: etree._Element) -> bool:
    """Return whether an element is no part of any text by its tag, role or style."""
    tag = element.tag
    if tag not in _USUAL:
        if tag in _UNENTERED or not isinstance(tag, str):
            return True
        if tag.startswith("amp-") and not tag.startswith(_TEXTS_OF_AMP):
            return True
        if tag == "form":
            return has_fields(element)
    names = element.keys()
    if not names:
        return False
    return ("role" in names and element.get("role") in _APART_ROLES) or is_hidden_by(names, element)


def has_fields(element: etree._Element) -> bool:
    """Return whether a form asks a reader for anything; that of ASP.NET around a page does not."""
    fields = (part.get("type", "text") for part in element.iter("input"))
    return any(kind in _FIELDS for kind in fields) and len(string_of(element)) < _LONG_FORM
