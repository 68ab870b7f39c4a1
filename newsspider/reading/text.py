"""Text as the record keeps it: Unicode NFC, white space folded, nothing that cannot be seen."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final
from unicodedata import is_normalized, normalize

# Soft hyphen, Arabic letter mark, Mongolian vowel separator, zero-width space to right-to-left
# mark, embeddings, word joiner and invisible operators, isolates, byte-order mark; the control
# characters that are no white space; noncharacters; and the surrogates that JSON can smuggle in.
# U+06DD (end of ayah) and its kin are format characters too, but are seen, and stay. So does a
# zero-width joiner between emoji: it makes a family of three persons (Unicode TS 51, 2.3).
_EMOJI: Final = "\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff"
_UNSEEN = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]+"
    f"|(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])"
)

_PLACE = re.compile(
    r"\s*(?:\{\{[^{}]*\}\}|\{%[^{%]*%\}|<%[^<%]*%>|[$#]\{[^{}]*\}|%%\w+%%|\[\[[^\[\]]*\]\]"
    r"|\[object \w+\]|undefined|null|nan|none|\(null\))\s*",
    re.IGNORECASE,
)
OPENS_A_PLACE: Final = frozenset("{<$#%[(uUnN \n")
"""How such a value begins: most begin otherwise, and need no closer look."""
_PRINTED: Final = "“”‘’–—…\u00a0"
"""Marks of good printing that are no letters."""
_NO_LETTERS: Final = bytes(code for code in range(0x80) if not chr(code).isalnum())


def clean(text: str) -> str:
    """`text` in NFC without unseen characters, white space folded, edges trimmed.

    Quotes and dashes stay as printed.

    >>> clean(" Jum\\u00ad'at\\u00a0 \\ufeffpagi\\n")
    "Jum'at pagi"
    """
    folded = text.strip()
    plain = folded.isprintable() and "  " not in folded  # no white space but the blank is printable
    if not plain:
        folded = " ".join(text.split())
        plain = folded.isprintable()
    if plain and (folded.isascii() or is_normalized("NFC", folded)):
        return folded
    return " ".join(visible(text).split())


def visible(text: str) -> str:
    """`text` in NFC without the characters that cannot be seen; white space stays as it is.

    >>> visible("Ba\\x15ca\\njuga")
    'Baca\\njuga'
    """
    if not text.strip().isprintable() and not "".join(text.split()).isprintable():
        text = _UNSEEN.sub("", text)  # which costs much more than those looks
    return text if text.isascii() or is_normalized("NFC", text) else normalize("NFC", text)


def letters(text: str) -> str:
    """The letters and digits of a text, in lower case.

    >>> letters("“Panen Raya”, ke-7")
    'panenrayake7'
    """
    if not text.isascii():
        for mark in _PRINTED:  # what is left is ASCII in most texts, and parted at once
            text = text.replace(mark, "")
        if not text.isascii():
            return "".join(filter(str.isalnum, text.casefold()))
    # As bytes, which costs a fraction of what `str.translate` does.
    return text.casefold().encode("ascii").translate(None, _NO_LETTERS).decode("ascii")


def clean_or_none(value: object) -> str | None:
    """The cleaned text of a value that may be anything, or None when nothing can be read."""
    if not isinstance(value, str):
        return None
    return clean(value) or None


def is_unfilled(value: str) -> bool:
    """Whether a value is what a template leaves where it had none.

    >>> [is_unfilled(value) for value in ("{{ judul }}", "undefined", "Panen {raya}")]
    [True, True, False]
    """
    return value[:1] in OPENS_A_PLACE and _PLACE.fullmatch(value) is not None


def unique(texts: Iterable[str]) -> list[str]:
    """The texts in their order, each once; case does not part them.

    >>> unique(["Rusia", "China", "rusia"])
    ['Rusia', 'China']
    """
    seen: dict[str, str] = {}
    for text in texts:
        seen.setdefault(text.casefold(), text)
    return list(seen.values())


def having_any(lines: Sequence[str], words: Sequence[str]) -> list[str]:
    """The lines that have any of some words in lower case; most texts have none, asked as one.

    >>> having_any(["Beli Sekarang!", "Panen raya."], ["sekarang", "promo"])
    ['Beli Sekarang!']
    """
    said = _folded(tuple(lines))
    found = [word for word in words if word in said]
    if not found:
        return []
    folded = zip(lines, said.split("\0"), strict=True)
    return [line for line, text in folded if any(map(text.__contains__, found))]


@lru_cache(maxsize=4)  # the same lines are asked for several kinds of words, one after another
def _folded(lines: tuple[str, ...]) -> str:
    """The lines in small letters, NUL between them, which `clean` leaves in none."""
    return "\0".join(lines).casefold()


def same(one: str, other: str) -> bool:
    """Whether two texts read alike: letters and digits agree, whatever their case and setting.

    >>> same("“Putin” tiba di Moskow", '"PUTIN"  tiba di Moskow.')
    True
    """
    return one == other or letters(one) == letters(other)
