"""What is not read in a page's tree: links, metas, sheets and scripts of its head, last scripts."""

import re
from collections.abc import Iterator
from typing import Final

from newsspider.reading.html.parsing.page_bytes import stands_apart

_HEAD_END: Final = b"</head"
_BODY = re.compile(rb"</head>\s*<body(?:\s[^<>]*)?>")
_LINKS = re.compile(rb"(?:<link\s[^>]*>\s*)+")
_LEAST_LINKS: Final = 1_000  # bytes; the canonical link stands by itself, or with few
_MOST_RUNS: Final = 4  # of links that are looked at
_OPENING = re.compile(rb"<(style|script)(?:\s[^<>]*)?>")
_BEFORE = re.compile(rb"</?(?:base|head|link|meta|script|style|title)\b[^<>]*>\s*")
_LEAST_BLOCK: Final = 1_000  # bytes that are worth leaving out
_MOST_BLOCKS: Final = 30  # that are looked at
_END = re.compile(rb"</body>\s*</html>\s*")
_SCRIPT_END: Final = b"</script>"
_UNREAD_META = re.compile(
    rb'<meta (?:name="(?:apple-[^"]*|format-detection|generator|geo\.[^"]*|googlebot[^"]*'
    rb'|mobile-web-app-[^"]*|msapplication-[^"]*|referrer|robots|theme-color|twitter:(?:card|site)'
    rb'|viewport)"|http-equiv="(?:X-UA-Compatible|x-dns-prefetch-control)"'
    rb'|property="(?:fb:[^"]*|og:locale)") content="[^"<>]*"\s*/?>\s*'
)
"""Tells of the page's look, its house or its machines, never of an article."""

Stretch = tuple[int, int]
"""Where something begins in a page, and where what follows it does."""


def start_of_body(source: bytes) -> int | None:
    """Return where what stands in the body of a page begins; None where that is in doubt."""
    opened = _BODY.match(source, max(source.find(_HEAD_END), 0))
    if opened is None or opened[0].count(b'"') % 2 or b"'" in opened[0]:
        return None
    return opened.end()


def links(source: bytes, body: int) -> Stretch | None:
    """Return the first long run of links in the head, which ends before `body`."""
    end = 0
    for _ in range(_MOST_RUNS):
        start = source.find(b"<link", end, body)
        run = _LINKS.match(source, start, body) if start >= 0 else None
        if run is None:
            return None
        end = run.end()
        if end - start >= _LEAST_LINKS:
            return start, end
    return None


def blocks(source: bytes, body: int) -> Iterator[tuple[bytes, Stretch]]:
    """Yield tag and place of the long style sheets and scripts, but those of data, in a head.

    They stand behind what belongs into a head, and nothing in them looks like a tag: where they end
    is certain.
    """
    end = checked = 0
    for _ in range(_MOST_BLOCKS):
        start = source.find(b"<s", end, body)  # what both begin with
        closed = source.find(b"<", start + 1, body)
        if start < 0 or closed < 0:
            return
        end = closed
        opened = _OPENING.match(source, start) if closed - start >= _LEAST_BLOCK else None
        if opened and _is_certain(source, checked, opened, closed):
            checked = end = closed + len(opened[1]) + len(b"</>")
            yield opened[1], (start, end)


def _is_certain(source: bytes, checked: int, opened: re.Match[bytes], closed: int) -> bool:
    """Whether what looks like a block is one, without data; up to `checked` all is as it looks."""
    opening, start = opened[0], opened.start()
    if _is_data(opening) or not source.startswith(b"</" + opened[1] + b">", closed):
        return False
    before = _BEFORE.fullmatch(source, max(source.rfind(b"<", 0, start), 0), start)
    if before is None or before[0].count(b'"') % 2 or opening.count(b'"') % 2:
        return False
    return stands_apart(source, checked, start)


def _is_data(opening: bytes) -> bool:
    return b"json" in opening.lower()


def last_scripts(source: bytes) -> Stretch | None:
    """Return where the scripts that end a page begin and end; None without any.

    Nothing in them looks like a tag, or like the end of a comment that they may stand in.
    """
    start = end = source.rfind(b"</body>")
    if _END.fullmatch(source, max(end, 0)) is None:
        return None
    for _ in range(_MOST_BLOCKS):
        script = _script_before(source, start)
        if script is None:
            break
        start = script
    before = source[max(source.rfind(b"<", 0, start), 0) : start].rstrip()
    if not before.endswith(b">") or before.count(b'"') % 2 or source.find(b"-->", start, end) >= 0:
        return None
    return (start, end) if start < end else None


def _script_before(source: bytes, end: int) -> int | None:
    """Where the script begins that ends, but for white space, at a place."""
    closed = source.rfind(b">", 0, end) + 1 - len(_SCRIPT_END)
    start = source.rfind(b"<", 0, max(closed, 0))
    opened = _OPENING.match(source, start) if start >= 0 else None
    if opened is None or opened[1] != b"script" or _is_data(opened[0]):
        return None
    if (
        not source.startswith(_SCRIPT_END, closed)
        or source[closed + len(_SCRIPT_END) : end].strip()
    ):
        return None
    return start


def without_unread_metas(source: bytes) -> bytes:
    """Return a page without the metas of its head that nobody asks for: two fifths of all.

    >>> without_unread_metas(b'<head><meta name="robots" content="all"> <title>A</title></head>')
    b'<head><title>A</title></head>'
    """
    end = source.find(_HEAD_END)
    return _UNREAD_META.sub(b"", source[:end]) + source[end:]
