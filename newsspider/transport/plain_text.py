"""Text files as people and programs save them: robots.txt, lists of addresses. Pure."""

import codecs
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ZEROS: Final[dict[tuple[bool, ...], str]] = {
    (False, True, False, True): "utf-16-le",
    (True, False, True, False): "utf-16-be",
}


def encoding_of(head: bytes) -> str:
    """Return the codec for a text that begins with `head`: UTF-8 unless a byte-order mark, or the
    zeros that two bytes a character leave in plain English, say otherwise.

    >>> encoding_of(b"\\xff\\xfeh\\0"), encoding_of(b"h\\0t\\0"), encoding_of(b"\\0h\\0t")
    ('utf-16', 'utf-16-le', 'utf-16-be')
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    return _ZEROS.get(tuple(byte == 0 for byte in head[:4]), "utf-8")
