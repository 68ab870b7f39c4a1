"""What templates break in the JSON that they print, mended where it is plain what was meant."""

import html
import re
from collections.abc import Iterator
from typing import Final

_STRING = r'("(?:[^"\\]|\\.)*+")'
_COMMENTS = re.compile(rf"{_STRING}|/\*.*?\*/|(?<=[\s,{{}}\[\]])//[^\n]*", re.DOTALL)
_COMMAS = re.compile(rf"{_STRING}|,\s*(?=[}}\]])", re.DOTALL)
_MAX_COMMENTS: Final = 50
_LONGEST: Final = 64 * 1024  # characters of a text that is looked at quote by quote
_ESCAPES = re.compile(r"""\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|('))?""")
_QUOTES = re.compile(r"""\\.|(?:\A|[{\[,:])\s*"|"(?=\s*(?:[}\],:]|\Z))|(?P<within>")""", re.DOTALL)
"""Finds what is escaped, quotes that open, quotes that close, and those that do neither."""
_LOST_COMMA = re.compile(r'"\s+"')


def mendings(text: str) -> Iterator[str]:
    r"""Yield a broken text as JSON that may be what was meant, the least changed first.

    Comments and commas too many go; then `&quot;` is a quote; then a backslash that escapes nothing
    stands for itself, but before an apostrophe; then quotes that neither open nor close are text.

    >>> list(mendings('{"a": "Warga "Suka Maju" pindah"}'))[-1]
    '{"a": "Warga \\"Suka Maju\\" pindah"}'
    """
    mended = text
    # An opening that is never closed is looked for to the end, each time.
    faults = (_COMMENTS, _COMMAS) if text.count("/*") < _MAX_COMMENTS else (_COMMAS,)
    for fault in faults:
        mended = fault.sub(lambda match: match[1] or "", mended)
    yield mended
    if "&quot;" in text or "&#34;" in text:
        yield html.unescape(mended)
    if len(mended) > _LONGEST:
        return
    escaped = _ESCAPES.sub(_known_escape, mended)
    if escaped != mended:
        yield escaped
    quoted = escaped if _LOST_COMMA.search(escaped) else _QUOTES.sub(_escaped_within, escaped)
    if quoted != escaped:
        yield quoted


def _known_escape(found: re.Match[str]) -> str:
    if found[1]:
        return found[0]
    return "'" if found[2] else r"\\"


def _escaped_within(found: re.Match[str]) -> str:
    return r"\"" if found["within"] else found[0]
