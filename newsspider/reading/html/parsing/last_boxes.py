"""The boxes behind the last link of a page: places for advertisements, and what a script fills.

They stand beside an article, or below it. Where they are plain (`plain_menu`) and have no paragraph
and no year, nothing reads them but what looks at what stands near a text: a mark in their place
tells that they stood there.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from newsspider.reading.html.parsing.menus import Kept
from newsspider.reading.html.parsing.plain_menu import EMPTY, NAMED, TAG, TEXT, YEAR, menu_of

MARK_CLASS: Final = "newsspider-left-out"
_MARK: Final = f'<hr class="{MARK_CLASS}">'.encode()  # it ends a paragraph, as a `div` does
_LEAST: Final = 1_000  # bytes that are worth leaving out
_LONGEST_TEXT: Final = 300  # bytes of one; what is longer may be the article's
_TAGS: Final = frozenset((
    "b", "br", "div", "i", "iframe", "img", "ins", "noscript", "script", "small", "span", "strong",
))  # fmt: skip
"""None ends anything but a paragraph that is open where it stands, which their mark ends too."""


class _Boxes(NamedTuple):
    start: int
    end: int
    tags: frozenset[str]


def without_last_boxes(kept: Kept, names: frozenset[bytes], own: bytes) -> Kept:
    """Return a page without its menus with a mark in place of the boxes behind its last link.

    See `menu_beside` for `names` and `own`. The mark is an element of the class `MARK_CLASS`, but
    where what looks like boxes is text: of a script, or of a comment.
    """
    source = kept.source
    link = source.rfind(b"</a")
    behind = source[link:] if link >= 0 else b""
    boxes = None if own in behind else _boxes(behind, names)
    if boxes is None:
        return kept
    start, end = link + boxes.start, link + boxes.end
    marked = b"".join((source[:start], _MARK, source[end:]))
    return kept._replace(source=marked, left_out=kept.left_out | boxes.tags, marked=True)


@lru_cache(maxsize=64)  # the pages of a site have the same few
def _boxes(behind: bytes, names: frozenset[bytes]) -> _Boxes | None:
    """The boxes worth leaving out of what stands behind a link, if any."""
    if len(behind) < _LEAST:
        return None
    asked_for = (n.end() for n in NAMED.finditer(behind) if not names.isdisjoint(n[1].split()))
    stretches = _stretches(behind, max(asked_for, default=0))
    start, end = max(stretches, key=lambda stretch: stretch[1] - stretch[0], default=(0, 0))
    part = behind[start:end]
    menu = menu_of(part, names) if len(part) >= _LEAST else None
    if menu is None or not menu.tags <= _TAGS or b"-->" in part or not part.startswith(b"<div"):
        return None
    if any(len(text) > _LONGEST_TEXT or YEAR.search(text) for text in TEXT.findall(part)):
        return None
    return _Boxes(start, end, menu.tags)


def _stretches(source: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Yield where elements that stand beside each other begin and end."""
    first: int | None = None
    end = start
    opened = 0
    for tag in TAG.finditer(source, start):
        if not tag[1].startswith(b"/"):
            first = tag.start() if first is None else first
            opened += tag[1] not in EMPTY
        elif opened:
            opened -= 1
            end = source.find(b">", tag.end()) + 1
        else:  # the end of what they stand in
            if first is not None:
                yield first, end
            first = None
