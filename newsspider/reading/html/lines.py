"""The text that a browser shows of an element, in one line: headlines, names, captions, rows."""

import html
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from lxml import etree

from newsspider.reading.html.display import BLOCKS, HIDING, is_hidden_by
from newsspider.reading.html.element_index import string_of

_BREAKS: Final = BLOCKS | {"td", "th"}
"""Elements that part words: blocks, cells and `<br>`; not `<wbr>`, which stands within one."""

_UNSEEN: Final = frozenset((
    "applet", "audio", "button", "canvas", "datalist", "dialog", "head", "iframe", "input", "map",
    "math", "meter", "noembed", "noframes", "noscript", "object", "option", "progress", "rp",
    "script", "select", "style", "svg", "template", "textarea", "title", "video",
))  # fmt: skip
_SET_AS_BLOCK = re.compile(
    r"(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE
)
_INLINE: Final = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "label", "mark", "picture", "q", "s", "samp", "small",
    "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
))  # fmt: skip
_SMALL = re.compile(r"[a-z]{2}\Z")
_CAPITAL = re.compile(r"[A-Z][a-z]{2}")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\Z")
_CLOCK = re.compile(r"[0-9]{1,2}[:.][0-9]{2}(?![0-9])")
_LISTED: Final = frozenset(("a", "aside", "blockquote", "footer", "li", "nav", "table"))
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_MOST_AROUND: Final = 8  # headings that were never ended
_TAG = re.compile(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*)?/?>")
_RAW = re.compile(r"<!--.*?-->|<(script|style|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.I)
_CDATA = re.compile(r"<!\[CDATA\[(.*?)(?:\]\]>|\]*\Z)", re.DOTALL)


def line_of(element: etree._Element, parting: str = " ") -> str:
    """Return the text that a reader sees of an element, `parting` between blocks and at `<br>`.

    White space is not yet folded.

    >>> from lxml.html import fromstring
    >>> line_of(fromstring("<div>Panen<p>raya</p><i hidden>lama</i>tiba</div>"))
    'Panen raya tiba'
    """
    if not len(element):
        return "" if is_unseen(element) else element.text or ""
    part = element[0]
    if len(element) == 1 and not len(part):
        return _line_around(part, element, parting)
    plain = string_of(element)
    if not plain or plain.isspace():
        return ""
    said: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, part in walk:
        between = parting if part is not element and parts_words(part) else ""
        if event == "end":
            said.append(between + (part.tail or "" if part is not element else ""))
        elif is_unseen(part):
            walk.skip_subtree()
        else:
            said.append(between + (part.text or ""))
    return _unglued(said)


def _line_around(part: etree._Element, element: etree._Element, parting: str) -> str:
    """The line of an element with one other in it, as most have that are no plain text."""
    before, within, behind = element.text or "", part.text or "", part.tail or ""
    if not f"{before}{within}{behind}".strip():
        return ""  # a link around a picture
    if is_unseen(element):
        return ""
    between = parting if parts_words(part) else ""
    inner = "" if is_unseen(part) else within
    pieces = (before, between, inner, between, behind)
    return _unglued(pieces) if inner and (before or behind) else "".join(pieces)


def _unglued(pieces: Iterable[str]) -> str:
    """The texts of neighbouring elements as one, parted where a style sheet surely parts them.

    Within a word no capital follows small letters, and behind a year no clock time.

    >>> _unglued(["Widya", "Lestari"]), _unglued(["P", "anen"]), _unglued(["KABAR", "kita"])
    ('Widya Lestari', 'Panen', 'KABARkita')
    >>> _unglued(["26 Juli 2026", "17:05 WIB"])
    '26 Juli 2026 17:05 WIB'
    """
    said: list[str] = []
    end = ""
    for piece in filter(None, pieces):
        if _CAPITAL.match(piece):
            parted = _SMALL.search(end)
        else:
            parted = _CLOCK.match(piece) and _YEAR.search(end)
        if parted:
            said.append(" ")
        said.append(piece)
        end = (end + piece[-4:])[-4:]
    return "".join(said)


def is_unseen(element: etree._Element) -> bool:
    """Return whether a browser shows nothing of an element, judged by itself alone."""
    if element.tag in _UNSEEN:
        return True
    names = element.keys()
    return bool(names) and is_hidden_by(names, element)


def _is_deep(element: etree._Element) -> bool:
    """Whether a heading stands in many others: the HTML Standard ends one where the next begins."""
    if element.tag not in _HEADINGS:
        return False
    around = element.iterancestors(*_HEADINGS)
    return next(islice(around, _MOST_AROUND - 1, None), None) is not None


class Visibility:
    """Tells which elements of a tree a browser shows; what was asked once is remembered.

    `unread` are those with a class for screen readers where an index has them: no other element is
    asked for its classes then.
    """

    def __init__(self, unread: Iterable[etree._Element] | None = None) -> None:
        self._shown: set[etree._Element] = set()
        self._hidden = set(unread or ())
        self._hiding = HIDING | {"class"} if unread is None else HIDING

    def shown(self, elements: Iterable[etree._Element]) -> Iterator[etree._Element]:
        """Yield the elements that are seen: neither they nor what they stand in is hidden.

        A heading deep within others is left out, which no browser puts there: the text of each
        would be read as often as it has headings around it.
        """
        return (e for e in elements if self.is_shown(e) and not (len(e) and _is_deep(e)))

    def is_shown(self, element: etree._Element) -> bool:
        """Return whether neither an element nor what it stands in is hidden."""
        shown, hidden, hiding = self._shown, self._hidden, self._hiding
        path: list[etree._Element] = []
        box: etree._Element | None = element
        while box is not None and box not in shown:
            path.append(box)
            names = box.keys()
            may_be_hidden = box.tag in _UNSEEN or not hiding.isdisjoint(names)
            if box in hidden or (may_be_hidden and is_unseen(box)):
                hidden.update(path)
                return False
            box = box.getparent()
        shown.update(path)
        return True


def is_listed(element: etree._Element) -> bool:
    """Return whether an element stands in a link, a list, a quotation as embedded posts are, a
    table, or beside a page's text."""
    return element.tag in _LISTED or any(box.tag in _LISTED for box in element.iterancestors())


def line_of_markup(text: str) -> str:
    """Return the text that a reader sees of HTML in a string, as feeds and JSON-LD carry it.

    Escaped once or twice more than needed, in CDATA or not.

    >>> line_of_markup("&lt;![CDATA[Panen &lt;b&gt;raya&lt;/b&gt;&lt;br/&gt;dimulai]]&gt;")
    'Panen raya dimulai'
    >>> line_of_markup("Inflasi < 3 persen, lagu <Rindu>")
    'Inflasi < 3 persen, lagu <Rindu>'
    """
    for _ in range(3):
        if "&" not in text and "<" not in text:
            break
        text = html.unescape(_CDATA.sub(r"\1", text))
        text = _TAG.sub(_space_of_tag, _RAW.sub(" ", text))
    return text


def _space_of_tag(tag: re.Match[str]) -> str:
    name = tag["name"].lower()
    if name in _BREAKS:
        return " "
    return "" if name in _INLINE else tag[0]


def parts_words(element: etree._Element) -> bool:
    """Return whether an element stands on lines of its own, by its tag or its style."""
    if element.tag in _BREAKS:
        return True
    return _SET_AS_BLOCK.search(element.get("style") or "") is not None
