"""The menus of a page before it is parsed: where they end, and whether anything in them counts.

Half of a page's elements stand in menus above its column and in its footer, and elements are what a
parse costs. Where they are plain (tags that close in turn, no name that anybody asks for, no tag
that is asked for by itself), the tree of the rest is the same without them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

_TAG = re.compile(rb"<([a-zA-Z!?/][^\s/>]*)")
_NAMED = re.compile(rb"""(?:class|id)\s*=\s*["']?([^"'>]*)""", re.IGNORECASE)
_BODY = re.compile(rb"</head>\s*<body(?:\s[^<>]*)?>")
_FOOTER = re.compile(rb"<footer(?:\s[^<>]*)?>")
_COLUMNS: Final = (b"main", b"article", b"section")
_EMPTY: Final = frozenset((b"br", b"hr", b"img", b"input", b"wbr"))
_PLAIN: Final = _EMPTY | frozenset((
    b"a", b"b", b"button", b"center", b"div", b"em", b"font", b"form", b"header", b"i", b"iframe",
    b"ins", b"label", b"li", b"nav", b"noscript", b"ol", b"p", b"script", b"small", b"span",
    b"strong", b"ul",
))  # fmt: skip
_DOUBTS: Final = (b"itemprop", b"ld+json", b'"?', b"'?", b"=?")
"""What states something of the article, or may lead to its further pages."""
_LEAST: Final = 4_000  # bytes that are worth leaving out
_MOST_BOXES: Final = 50  # beside each other; with more, a page has no parts to tell apart


class WholePageNeeded(Exception):
    """Says what was asked of a page that its menus may have, when they were not parsed."""


class Kept(NamedTuple):
    """A page's source without its menus, and the tags that were left out with them."""

    source: bytes
    left_out: frozenset[str]


def without_menus(source: bytes, names: frozenset[bytes], own: bytes) -> Kept | None:
    """Return a page without its menus; None where they, or where they end, are in any doubt.

    `names` are the classes and ids that will be asked for; `own` is what every address of a further
    page of the article has in it: a menu with such a link is no menu.
    """
    column = _column(source)
    if column is None:
        return None
    cuts = [column, *_footer(source, column[1])]
    parts = [source[start:end] for start, end in cuts]
    if sum(map(len, parts)) < _LEAST or any(own in part for part in parts):
        return None
    left_out: frozenset[str] = frozenset()
    for part in parts:
        tags = _tags_of_menu(part, names)
        if tags is None:
            return None
        left_out |= tags
    ends = [0, *(at for cut in cuts for at in cut), len(source)]
    pairs = zip(ends[::2], ends[1::2], strict=True)
    return Kept(b"".join([source[start:end] for start, end in pairs]), left_out)


def _column(source: bytes) -> tuple[int, int] | None:
    """From the start of the body to that of the first column behind its menus."""
    body = source.find(b"<body")
    opened = _BODY.match(source, source.rfind(b"</head", 0, body)) if body > 0 else None
    if opened is None or opened[0].count(b'"') % 2 or b"'" in opened[0]:
        return None
    headline = source.find(b"<h1", opened.end())
    menus = max(opened.end(), source.rfind(b"</nav", opened.end(), headline))
    starts = (source.find(b"<" + tag, menus, max(headline, 0)) for tag in _COLUMNS)
    start = min((at for at in starts if at >= 0), default=None)
    return None if start is None else (opened.end(), start)


def _footer(source: bytes, column: int) -> Iterator[tuple[int, int]]:
    """Yield what stands in the footer of the page, which lies in no column."""
    start = source.rfind(b"<footer", column)
    end = source.find(b"</footer", start)
    opened = _FOOTER.match(source, start) if start >= 0 else None
    if opened is None or end < 0 or opened[0].count(b'"') % 2:
        return
    if not any(source.find(b"</" + tag, end) >= 0 for tag in _COLUMNS):
        yield opened.end(), end


@lru_cache(maxsize=64)  # the pages of a site have the same few
def _tags_of_menu(part: bytes, names: frozenset[bytes]) -> frozenset[str] | None:
    """The tags of a part of a page; None when it is not plain."""
    if part.count(b'"') % 2 or any(doubt in part for doubt in _DOUBTS):
        return None
    tags = _TAG.findall(part)
    if not _PLAIN.issuperset(tag.lstrip(b"/") for tag in set(tags)) or not _close_in_turn(tags):
        return None
    if not names.isdisjoint(b" ".join(_NAMED.findall(part)).split()):
        return None
    return frozenset(tag.decode() for tag in set(tags) if not tag.startswith(b"/"))


def _close_in_turn(tags: list[bytes]) -> bool:
    """Whether every element ends before what it stands in, and few stand beside each other."""
    opened: list[bytes] = []
    boxes = 0
    for tag in tags:
        if tag[:1] == b"/":
            if not opened or opened.pop() != tag[1:]:
                return False
        elif opened and opened[-1] == b"script":  # what looks like a tag in it is none
            return False
        elif tag not in _EMPTY:
            boxes += not opened
            opened.append(tag)
    return not opened and boxes <= _MOST_BOXES
