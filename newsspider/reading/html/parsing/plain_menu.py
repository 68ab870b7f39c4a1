"""Whether a part of a page, before it is parsed, is a menu in which nothing counts.

It is when it is plain: tags that close in turn, no name that anybody asks for, no tag that is asked
for by itself, nothing that states anything of an article.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

TAG = re.compile(rb"<([a-zA-Z!?/][^\s/>]*)")
NAMED = re.compile(rb"""(?:class|id)\s*=\s*["']?([^"'>]*)""", re.IGNORECASE)
_COMMENT: Final = b"<!--"
_COMMENT_END: Final = b"-->"
TEXT = re.compile(rb">([^<]+)")
_PARAGRAPH = re.compile(rb"<p[\s>].*?</p", re.DOTALL)
YEAR = re.compile(rb"(?<!\d)(?:19|20)\d\d(?!\d)")
_DIGIT = re.compile(rb"\d")
_BYLINE = re.compile(rb">\s*(?:rep|reporter|pewarta|penulis|oleh)\s*:", re.IGNORECASE)
EMPTY: Final = frozenset((b"br", b"hr", b"img", b"input", b"link", b"wbr"))
PLAIN: Final = EMPTY | frozenset((
    b"a", b"b", b"button", b"center", b"div", b"em", b"font", b"footer", b"form", b"h6",
    b"header", b"i", b"iframe", b"ins", b"label", b"li", b"nav", b"noscript", b"ol", b"option",
    b"p", b"script", b"select", b"small", b"span", b"strong", b"ul",
))  # fmt: skip
ENDED_BY: Final = {
    b"a": frozenset((b"a",)), b"b": frozenset((b"center", b"p")), b"font": frozenset((b"center",)),
    b"form": frozenset((b"form",)), b"h6": frozenset((b"form", b"li", b"p")),
    b"i": frozenset((b"center", b"p")), b"li": frozenset((b"li",)), b"ol": frozenset((b"form",)),
    b"option": frozenset((b"option",)), b"small": frozenset((b"p",)), b"ul": frozenset((b"form",)),
    b"p": frozenset((b"center", b"div", b"form", b"h6", b"hr", b"li", b"ol", b"p", b"ul")),
}  # fmt: skip
"""What ends an open element in the parser, so that its own end tag would end another."""
_DOUBTS: Final = (b"itemprop", b"ld+json", b"canonical", b'"?', b"'?", b"=?")
"""What states something of the article, or may lead to its further pages."""
_MOST_BOXES: Final = 50  # beside each other; with more, a page has no parts to tell apart


class Menu(NamedTuple):
    """A part of a page that is plain: its tags, whether it may have a date, and how many bytes its
    paragraphs have."""

    tags: frozenset[str]
    dated: bool
    paragraphs: int


@lru_cache(maxsize=64)  # the pages of a site have the same few
def menu_of(part: bytes, names: frozenset[bytes]) -> Menu | None:
    """Return what is known of a part of a page; None when it is not plain.

    `names` are the classes and ids that will be asked for.
    """
    lower = part.lower()
    if part.count(b'"') % 2 or any(doubt in lower for doubt in _DOUBTS) or _BYLINE.search(part):
        return None
    if b"<script" not in part:  # where what looks like a comment may be none
        part = _without_comments(part)
    tags = TAG.findall(part)
    if not PLAIN.issuperset(tag.lstrip(b"/") for tag in set(tags)) or not _close_in_turn(tags):
        return None
    if not names.isdisjoint(b" ".join(NAMED.findall(part)).split()):
        return None
    opening = frozenset(tag.decode() for tag in set(tags) if not tag.startswith(b"/"))
    paragraphs = _PARAGRAPH.findall(part) if b"p" in tags else ()
    return Menu(opening, any(map(_is_dated, TEXT.findall(part))), sum(map(len, paragraphs)))


def menu_beside(part: bytes, names: frozenset[bytes], own: bytes) -> Menu | None:
    """Return what `menu_of` does; None for a part that may lead to further pages of an article.

    `own` is what every address of one has in it.
    """
    return None if own in part else menu_of(part, names)


def _without_comments(part: bytes) -> bytes:
    """The part without its comments, as far as there is no doubt about one; `<!--` is no plain tag.

    A comment is doubtful that has no end, has one that only browsers take for one, or stands in a
    word.

    >>> _without_comments(b"<p> <!-- satu -->Bola</p>"), _without_comments(b"<p><!--> Bola-->")
    (b'<p> Bola</p>', b'<p><!--> Bola-->')
    """
    kept: list[bytes] = []
    at = 0
    while (start := part.find(_COMMENT, at)) >= 0:
        inner = start + len(_COMMENT)
        end = part.find(_COMMENT_END, inner)
        before = part[start - 1 : start]
        if end < 0 or not (before == b">" or before.isspace()):
            break
        if part.startswith((b">", b"->"), inner) or part.find(b"--!>", inner, end) >= 0:
            break
        kept.append(part[at:start])
        at = end + len(_COMMENT_END)
    return b"".join((*kept, part[at:]))


def _is_dated(text: bytes) -> bool:
    """Whether a text has a year, and a number that may be its day."""
    without_year, years = YEAR.subn(b"", text)
    return years > 0 and _DIGIT.search(without_year) is not None


def _close_in_turn(tags: list[bytes]) -> bool:
    """Whether every element ends before what it stands in, and few stand beside each other."""
    opened: list[bytes] = []
    boxes = 0
    for tag in tags:
        if tag[:1] == b"/":
            if not opened or opened.pop() != tag[1:]:
                return False
        elif opened and (opened[-1] == b"script" or tag in ENDED_BY.get(opened[-1], ())):
            return False  # what looks like a tag in a script is none
        elif tag not in EMPTY:
            boxes += not opened
            opened.append(tag)
    return not opened and boxes <= _MOST_BOXES
