"""From a tree to paragraphs, as a browser sets them.

Every `<br>` and every block element ends a paragraph (some sites part them with `<br><br>`, others
with `<p>`); a row of several cells is one paragraph. What a browser hides is no text, nor is what
stands in boxes that the caller names as noise.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from lxml import etree

from newsspider.reading.html.data_rows import CELLS, DataRows
from newsspider.reading.html.display import BLOCKS, is_hidden_by
from newsspider.reading.html.element_index import string_of
from newsspider.reading.html.lines import line_of
from newsspider.reading.text import clean, visible

UNREAD: Final = frozenset((
    "amp-ad", "amp-embed", "amp-iframe", "amp-img", "amp-video", "amp-youtube", "applet", "area",
    "audio", "base", "button", "canvas", "colgroup", "datalist", "del", "dialog", "embed",
    "figcaption",
    "figure", "frame", "frameset", "head", "iframe", "img", "input", "link", "map", "math",
    "meta", "meter", "noembed", "noframes", "noscript", "object", "optgroup", "option", "param",
    "picture", "progress", "rp", "script", "select", "source", "style", "svg", "template",
    "textarea", "title", "track", "video",
))  # fmt: skip
_BOXES: Final = frozenset(("figcaption", "figure", "iframe", "table", "video"))
_PICTURES: Final = frozenset(("amp-img", "img", "picture"))
_STRONG: Final = frozenset(("b", "strong"))
_HOLDERS: Final = frozenset(("article", "body", "div", "main", "section"))
_BLOCK_STYLE = re.compile(r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table)\b", re.IGNORECASE)
_SENTENCE_WORDS: Final = 5


class Reading(Enum):
    """What an element of a site is to a reader of the text."""

    TEXT = "part of the text"
    PARAGRAPH = "a paragraph of its own, whatever its tag"
    NOISE = "a box that is no text"
    ASIDE = "a box of links to other articles"


Judge = Callable[[str, str], Reading]


@dataclass(slots=True)
class Span:
    """A stretch of text within a paragraph: `href` when it is a link, `strong` when it is bold."""

    text: str
    href: str | None = None
    strong: bool = False


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its spans as they stand in the source, white space not yet folded.

    An `aside` is no text, but a box of links that stood between the paragraphs. What stands
    `under_picture`, a bare `<img>`, may be its caption.
    """

    spans: list[Span] = field(default_factory=list)
    aside: bool = False
    under_picture: bool = False
    _read: tuple[Sequence[Span], str] = field(
        default=((), ""), init=False, repr=False, compare=False
    )
    """The spans that were read last, and the text that they made."""

    @property
    def raw(self) -> str:
        """The text as it stands in the source; offsets of `without` count its characters."""
        spans = self.spans
        return spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])

    @property
    def text(self) -> str:
        """The text as the record keeps it."""
        if self._read[0] is not self.spans:
            self._read = self.spans, clean(self.raw)
        return self._read[1]

    def behind(self, start: int) -> "Paragraph":
        """The paragraph from an offset on."""
        spans: list[Span] = []
        for span in self.spans:
            if start < len(span.text):
                spans.append(Span(span.text[start:], span.href, span.strong) if start else span)
            start = max(0, start - len(span.text))
        return Paragraph(spans)

    def without(self, cuts: Sequence[tuple[int, int]]) -> "Paragraph":
        """The paragraph without some stretches, each from an offset to before another, in order."""
        spans: list[Span] = []
        position = 0
        for span in self.spans:
            start, end = position, position + len(span.text)
            for cut_start, cut_end in (*cuts, (end, end)):
                kept = span.text[start - position : max(start, min(cut_start, end)) - position]
                if kept:
                    spans.append(Span(kept, span.href, span.strong))
                start = min(max(start, cut_end), end)
            position = end
        return Paragraph(spans)


def paragraphs(
    container: etree._Element,
    judge: Judge = lambda classes, identity: Reading.TEXT,
    skip: Collection[etree._Element] = (),
    through: Collection[etree._Element] = (),
) -> list[Paragraph]:
    """The paragraphs of a container that hold any text, in order.

    `judge(class, id)` tells what an element that has either is on this site; `skip` are elements
    that are read otherwise (headline, date line), `through` those that hold text whatever `judge`
    says of them. Nesting costs no stack.
    """
    walk = _Walk()
    walk.say(container.text)
    opened: list[tuple[etree._Element, bool]] = []
    element = next(iter(container), None)
    while element is not None or opened:
        if element is None:
            element, blocks = opened.pop()
            walk.leave(element, blocks)
        elif element.tag == "br":  # by far the most frequent, and whatever its class, a break
            walk.end_line()
        else:
            reading = _reading(element, judge, skip)
            if through and reading is Reading.NOISE and element in through:
                reading = Reading.TEXT
            if reading is Reading.TEXT or reading is Reading.PARAGRAPH:
                blocks = walk.enter(element, reading is Reading.PARAGRAPH)
                if len(element):
                    opened.append((element, blocks))
                    element = element[0]
                    continue
                walk.leave(element, blocks)
            else:
                walk.pass_over(element, reading)
        walk.say(element.tail)
        element = element.getnext()
    walk.end()
    return walk.done


def stands_alone(element: etree._Element) -> bool:
    """Return whether a `<span>` or an element of a site's own making is set as a paragraph.

    It stands among its like with no text between them. A `<span>` must hold a sentence, unless its
    style makes it a block, for editors cut words of a line into spans.
    """
    tag = element.tag
    if tag != "span" and "-" not in tag:
        return False
    parent, before = element.getparent(), element.getprevious()
    if parent is None or (tag == "span" and parent.tag not in _HOLDERS and "-" not in parent.tag):
        return False
    around = (parent.text, None if before is None else before.tail, element.tail)
    if any(text and not text.isspace() for text in around):
        return False
    if _BLOCK_STYLE.search(element.get("style") or ""):
        return True
    return tag != "span" or _is_sentence(string_of(element))


def _is_sentence(text: str) -> bool:
    ended = text.rstrip().rstrip('"”’)]').endswith((".", "!", "?", "…"))
    return ended and len(text.split(maxsplit=_SENTENCE_WORDS)) >= _SENTENCE_WORDS


def _reading(element: etree._Element, judge: Judge, skip: Collection[etree._Element]) -> Reading:
    tag = element.tag
    if tag in UNREAD or (skip and element in skip):
        return Reading.NOISE
    names = element.keys()
    if "class" in names or "id" in names:
        reading = judge(element.get("class", ""), element.get("id", ""))
        if reading is not Reading.TEXT:
            return reading
    if (names and is_hidden_by(names, element)) or (tag == "time" and _is_stamp(element)):
        return Reading.NOISE
    return Reading.TEXT


def _is_stamp(time: etree._Element) -> bool:
    """Whether a `<time>` stands alone, as above an entry of a live blog, and not in a sentence."""
    parent, before = time.getparent(), time.getprevious()
    around = (parent.text if parent is not None and before is None else None, time.tail)
    if before is not None and before.tag not in BLOCKS:
        return False
    return not any(text and not text.isspace() for text in around)


class _Walk:
    """What has been read so far: paragraphs done, and the one that is open."""

    def __init__(self) -> None:
        self.done: list[Paragraph] = []
        self._open: list[Span] = []
        self._said = False
        """Whether more than white space is open."""
        self._href: str | None = None
        self._strong = 0
        self._rows = 0
        self._picture = False
        self._data_rows = DataRows()

    def enter(self, element: etree._Element, alone: bool) -> bool:
        """Begins an element; True when it is a block, whose end also ends a paragraph."""
        tag = element.tag
        cell = tag in CELLS
        blocks = alone or tag in BLOCKS or (cell and not self._rows) or stands_alone(element)
        if blocks:
            self._break(tag)
        elif cell:
            self._open.append(Span(" "))
        elif tag in _STRONG:
            self._strong += 1
        elif tag == "a":
            self._href = element.get("href")
        if tag == "tr" and self._data_rows.is_data(element):
            self._rows += 1
        self.say(element.text)
        return blocks

    def leave(self, element: etree._Element, blocks: bool) -> None:
        """Ends an element."""
        tag = element.tag
        if tag == "tr" and self._data_rows.is_data(element):
            self._rows -= 1
        if blocks:
            self._break(tag)
        elif tag in _STRONG:
            self._strong -= 1
        elif tag == "a":
            self._href = None

    def pass_over(self, element: etree._Element, reading: Reading) -> None:
        """Passes what is no text; a box, unlike a picture in a line, parts paragraphs."""
        if element.tag in BLOCKS or element.tag in _BOXES:
            self._break("div")
        elif element.tag in _PICTURES:
            self._picture = True
        if reading is Reading.ASIDE:
            links = [Span(line_of(a), a.get("href")) for a in element.iter("a")]
            self.done.append(Paragraph(links, aside=True))

    def say(self, text: str | None) -> None:
        """Adds a stretch of text."""
        if text:
            seen = visible(text)
            self._said = self._said or bool(seen and not seen.isspace())
            self._open.append(Span(seen, self._href, self._strong > 0))

    def end_line(self) -> None:
        """Ends the paragraph, as `<br>` does."""
        self._break("br")

    def end(self) -> None:
        """Closes what is open."""
        self._rows = 0
        self._break("div")

    def _break(self, tag: str) -> None:
        if self._rows and tag != "tr":  # within a row, cells and their lines are parted by a space
            self._open.append(Span(" "))
            return
        if self._said:
            self.done.append(Paragraph(self._open, under_picture=self._picture))
            self._picture = self._said = False
        self._open = []
