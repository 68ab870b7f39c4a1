"""The menus of a page before it is parsed: where they end, and whether anything in them counts.

Half of a page's elements stand in menus above its column and in its footer, and elements are what a
parse costs. Where they are plain (`plain_menu`), the tree of the rest is the same without them: all
that stands above the column, else each menu and header by itself; and the footer. So it is without
the links of its head, of icons, fonts and hosts, which many pages have fifty of.
"""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from newsspider.reading.html.parsing.page_bytes import is_parted, with_whole_headlines
from newsspider.reading.html.parsing.plain_menu import Menu, menu_of

_LINKS = re.compile(rb"(?:<link\s[^>]*>\s*)+")
_BODY = re.compile(rb"</head(>\s*<body(?:\s[^<>]*)?>)?")
_BOX = re.compile(rb"<(nav|header)(?:\s[^<>]*)?>")
_FOOTER = re.compile(rb"<footer(?:\s[^<>]*)?>")
_COLUMN = re.compile(rb"<(?:main|article|section)")  # one search, where `find` needs three
_COLUMN_END = re.compile(rb"</(?:main|article|section)")
_LEAST: Final = 4_000  # bytes that are worth leaving out
_MOST_BOXES: Final = 30  # menus and headers that are looked at: each is sought through the page
_LEAST_LINKS: Final = 1_000  # bytes; the canonical link stands by itself, or with few
_MOST_RUNS: Final = 4  # of links that are looked at


class WholePageNeeded(Exception):
    """Says what was asked of a page that its menus may have, when they were not parsed."""


class Kept(NamedTuple):
    """A page's source without its menus, and what was left out with them: tags, perhaps dates, and
    how many bytes of paragraphs."""

    source: bytes
    left_out: frozenset[str]
    dated: bool = False
    paragraphs: int = 0


class _Part(NamedTuple):
    """Where what may be left out of a page begins and ends, and where the element that holds it."""

    opened: int
    start: int
    end: int
    closed: int


def without_menus(source: bytes, names: frozenset[bytes], own: bytes) -> Kept | None:
    """Return a page without its menus; None where they, or where they end, are in any doubt.

    `names` are the classes and ids that will be asked for; `own` is what every address of a further
    page of the article has in it: a menu with such a link is no menu.
    """
    body = _start_of_body(source)
    if body is None:
        return None
    cuts: list[tuple[int, int]] = []
    menus: list[Menu] = []

    def leave_out(part: _Part) -> bool:
        whole = source[part.opened : part.closed]
        menu = None if own in whole else menu_of(whole, names)
        if menu is not None:
            cuts.append((part.start, part.end))
            menus.append(menu)
        return menu is not None

    for links in _links(source, body):
        leave_out(links)
    headline = source.find(b"<h1", body)
    column = _column(source, body, headline)
    if column is None or not leave_out(_Part(body, body, column, column)):
        for box in _boxes(source, body, headline):
            leave_out(box)
    for footer in _footer(source, max(body, headline)):
        leave_out(footer)
    if sum([end - start for start, end in cuts]) < _LEAST:
        return None
    ends = [0, *chain.from_iterable(cuts), len(source)]
    pairs = zip(ends[::2], ends[1::2], strict=True)
    kept = b"".join([source[start:end] for start, end in pairs])
    return Kept(
        with_whole_headlines(kept) if is_parted(source, headline) else kept,
        frozenset().union(*[menu.tags for menu in menus]),
        any(menu.dated for menu in menus),
        sum([menu.paragraphs for menu in menus]),
    )


def _links(source: bytes, body: int) -> Iterator[_Part]:
    """Yield the first long run of links in the head."""
    end = 0
    for _ in range(_MOST_RUNS):
        start = source.find(b"<link", end, body)
        run = _LINKS.match(source, start, body) if start >= 0 else None
        if run is None:
            return
        end = run.end()
        if end - start >= _LEAST_LINKS:
            yield _Part(start, start, end, end)
            return


def _start_of_body(source: bytes) -> int | None:
    opened = _BODY.search(source)
    if opened is None or opened[1] is None or opened[1].count(b'"') % 2 or b"'" in opened[1]:
        return None
    return opened.end()


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


def _footer(source: bytes, column: int) -> Iterator[_Part]:
    """Yield what stands in the footer of the page, which lies in no column."""
    start = source.rfind(b"<footer", column)
    end = source.find(b"</footer", start)
    opened = _FOOTER.match(source, start) if start >= 0 else None
    if opened is None or end < 0 or opened[0].count(b'"') % 2:
        return
    if _COLUMN_END.search(source, end) is None:
        yield _Part(start, opened.end(), end, end + len(b"</footer"))
