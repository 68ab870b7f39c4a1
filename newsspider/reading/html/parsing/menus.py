"""The menus of a page before it is parsed: where they end, and whether anything in them counts.

Half of a page's elements stand in menus above its column and in its footer, and elements are what a
parse costs. Where they are plain (`plain_menu`), the tree of the rest is the same without them: all
that stands above the column, else each menu and header by itself; and the footer. So it is without
what nothing reads (`unread_parts`): links to icons, fonts and hosts, often fifty, metas, style
sheets and scripts of its head, and the scripts at its end.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from newsspider.reading.html.parsing import unread_parts
from newsspider.reading.html.parsing.page_bytes import is_parted, with_whole_headlines
from newsspider.reading.html.parsing.plain_menu import Menu

_BOX = re.compile(rb"<(nav|header)(?:\s[^<>]*)?>")
_FOOTER = re.compile(rb"<footer(?:\s[^<>]*)?>")
_COLUMN = re.compile(rb"<(?:main|article|section)")  # one search, where `find` needs three
_COLUMN_END = re.compile(rb"</(?:main|article|section)")
_LEAST: Final = 4_000  # bytes that are worth leaving out
_MOST_BOXES: Final = 30  # menus and headers that are looked at: each is sought through the page


class WholePageNeeded(Exception):
    """Says what was asked of a page that its menus may have, when they were not parsed."""


class Kept(NamedTuple):
    """A page's source without its menus, and what was left out with them: tags, perhaps dates, how
    many bytes of paragraphs, and the style sheets; how many boxes were emptied."""

    source: bytes
    left_out: frozenset[str]
    dated: bool = False
    paragraphs: int = 0
    sheets: Sequence[bytes] = ()
    emptied: int = 0
    marked: bool = False
    """Whether a mark tells where boxes stood (`last_boxes`)."""


class _Part(NamedTuple):
    """Where what may be left out of a page begins and ends, and where the element that holds it."""

    opened: int
    start: int
    end: int
    closed: int


def without_menus(source: bytes, menu_of: Callable[[bytes], Menu | None]) -> Kept | None:
    """Return a page without its menus; None where they, or where they end, are in any doubt.

    `menu_of` tells of a part of it what is known; None when it is no menu in which nothing counts.
    """
    body = unread_parts.start_of_body(source)
    if body is None:
        return None
    cuts: list[tuple[int, int]] = []
    menus: list[Menu] = []

    def leave_out(part: _Part) -> bool:
        menu = menu_of(source[part.opened : part.closed])
        if menu is not None:
            cuts.append((part.start, part.end))
            menus.append(menu)
        return menu is not None

    links = unread_parts.links(source, body)
    if links is not None:
        leave_out(_Part(links[0], *links, links[1]))
    headline = source.find(b"<h1", body)
    column = _column(source, body, headline)
    emptied = 0
    if column is None or not leave_out(_Part(body, body, column, column)):
        emptied = sum(map(leave_out, _boxes(source, body, headline)))
    scripts = unread_parts.last_scripts(source)
    last = len(source) if scripts is None else scripts[0]
    emptied += sum(map(leave_out, _footer(source, max(body, headline), last)))
    if sum([end - start for start, end in cuts]) < _LEAST:
        return None
    blocks = [*unread_parts.blocks(source, body)]
    if scripts is not None:
        blocks.append((b"script", scripts))
    cuts = sorted((*cuts, *[stretch for _, stretch in blocks]))
    ends = [0, *chain.from_iterable(cuts), len(source)]
    pairs = zip(ends[::2], ends[1::2], strict=True)
    kept = unread_parts.without_unread_metas(b"".join([source[start:end] for start, end in pairs]))
    tags = [*[menu.tags for menu in menus], ["meta"], [tag.decode() for tag, _ in blocks]]
    return Kept(
        with_whole_headlines(kept) if is_parted(source, headline) else kept,
        frozenset().union(*tags),
        any(menu.dated for menu in menus),
        sum([menu.paragraphs for menu in menus]),
        [source[start:end] for tag, (start, end) in blocks if tag == b"style"],
        emptied,
    )


def _column(source: bytes, body: int, headline: int) -> int | None:
    """Where the first column behind the menus above the headline begins."""
    menus = max(body, source.rfind(b"</nav", body, headline))
    opened = _COLUMN.search(source, menus, max(headline, 0))
    return None if opened is None else opened.start()


def _boxes(source: bytes, body: int, headline: int) -> Iterator[_Part]:
    """Yield what stands in each menu and header above the headline."""
    at = body
    for _ in range(_MOST_BOXES):
        opened = _BOX.search(source, at, max(headline, 0))
        if opened is None:
            return
        end = source.find(b"</" + opened[1], opened.end(), headline)
        if end >= 0 and opened[0].count(b'"') % 2 == 0:
            yield _Part(opened.start(), opened.end(), end, end + len(opened[1]) + 2)
        at = max(opened.end(), end)


def _footer(source: bytes, column: int, last: int) -> Iterator[_Part]:
    """Yield what stands in the footer of the page, which lies in no column, and ends by `last`."""
    start = source.rfind(b"<footer", column, last)
    end = source.find(b"</footer", start, last)
    opened = _FOOTER.match(source, start) if start >= 0 else None
    if opened is None or end < 0 or opened[0].count(b'"') % 2:
        return
    if _COLUMN_END.search(source, end, last) is None:
        yield _Part(start, opened.end(), end, end + len(b"</footer"))
