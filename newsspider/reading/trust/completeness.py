"""Whether a text is all of its article, as far as its end tells."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from newsspider.reading.html.lines import line_of_markup
from newsspider.reading.text import letters
from newsspider.reading.trust.foreign.offers import offers_the_rest

_CLOSED = re.compile(r"[.!?:;…\"”’'»)\]}*%][\W_]*\Z")
_CUT_OFF = re.compile(r"(?:\.{2,}|…)[\s\"”’\])]*\Z|\[(?:\.{2,}|…)\]\s*\Z")
_DEVELOPING = re.compile(
    r"\b(?:berita|artikel|kabar|informasi|naskah) ini (?:masih |sedang |akan |terus ){1,3}"
    r"(?:berkembang|diperbarui|dilengkapi|diperbaharui)|\bmasih (?:menghimpun|mengumpulkan)\b"
    r".{0,30}\b(?:keterangan|informasi|data)\b.{0,30}\bberita ini|\bdeveloping story\b",
    re.IGNORECASE,
)
_PREVIEW = re.compile(
    r"\b(?:pratinjau|preview|cuplikan)\b.{0,40}\b\d{1,3}\b|\b\d{1,3} (?:dari|of) \d{1,3} paragra",
    re.IGNORECASE,
)
_BARRED = re.compile(r"[█▇■▆▓▒░]{4,}")
_BARS: Final = "█".encode()[:2]
"""How each sign that bars a word begins in UTF-8."""
_MASKED = re.compile(r"[*]{5,}|[\ue000-\uf8ff]{3,}")
_PRIVATE: Final = ("\ue000".encode()[:1], "\uf8ff".encode()[:1])
"""How letters without a meaning, of which a font makes signs, begin in UTF-8."""
_TAKEN = re.compile(
    r"\W{1,4}(?:\w+\W+){0,3}?(?:di)?(?:blokir|sensor|hapus|saring|sembunyikan|potong|removed|blocked"
    r"|deleted|redacted|censored|filtered|hidden)\b[^.]{0,60}\Z",
    re.IGNORECASE,
)
_START: Final = 30  # characters, in which a line of words has as many letters as follow
_FEWEST: Final = 10  # letters and signs that a line of words is made of at least
_MASK: Final = "*****"
_HINTS: Final = (
    "berita ini", "artikel ini", "kabar ini", "informasi ini", "naskah ini", "developing story",
    "pratinjau", "preview", "cuplikan", "paragra",
)  # fmt: skip
"""What every note on a text that goes on has one of."""
_CLOSING: Final = (".", "!", "?", "”", '"')
_MANY_MORE: Final = 1.5  # of the words, which markup and lists beside a text hardly add
_MORE: Final = 1.25  # of the words of a text that the same begins and that goes on
_END: Final = 60  # characters, among which a sentence ends
_LEAST_WORDS: Final = 5  # of a sentence that may be cut, where names and titles end it
_SEVERAL: Final = 3
_LONG_LINE: Final = 9  # words that no subhead has
_NOTE: Final = 200  # characters at the end, among which a text says that it goes on


def breaks_off(last: str) -> bool:
    """Return whether a last paragraph ends within a sentence, or with the dots of a cut.

    >>> breaks_off("Warga berkumpul di halaman dua"), breaks_off("Warga berkumpul.")
    (True, False)
    >>> breaks_off("Petugas menimbang muatan sebelum"), breaks_off("Laporan Ratna Dewi")
    (True, False)
    """
    if _is_cut_off(last):
        return True
    if _is_closed(last):
        return False
    words = last.split()
    least = _SEVERAL if words and words[-1].islower() else _LEAST_WORDS
    return len(words) >= least


def _is_closed(text: str) -> bool:
    """Whether a text ends as a sentence, a quotation or a list does; most with a plain stop."""
    return text.endswith(_CLOSING) or _CLOSED.search(text[-_END:]) is not None


def _is_cut_off(text: str) -> bool:
    """Whether a text ends with the dots of a cut; most have no two dots anywhere near."""
    end = text[-_END:]
    return (".." in end or "…" in end) and _CUT_OFF.search(end) is not None


def is_of_openings(paragraphs: Sequence[str]) -> bool:
    """Return whether most lines break off, as those of slides and summaries do.

    >>> is_of_openings(["Kebakaran melanda pasar di tepi"] * 3)
    True
    """
    if sum(map(breaks_off, paragraphs)) < _SEVERAL:
        return False
    lines = [text for text in paragraphs if len(text.split()) >= _SEVERAL]
    cut = sum(map(breaks_off, lines))
    return cut >= _SEVERAL and cut * 2 > len(lines)


def is_cut_short(paragraphs: Sequence[str]) -> bool:
    """Return whether most of the long paragraphs, two at least, end without any mark.

    >>> is_cut_short(["Kebakaran melanda pasar di tepi sungai pada Senin malam dan"] * 2)
    True
    """
    if all(map(_is_closed, paragraphs)):
        return False
    long = [text for text in paragraphs if len(text.split(maxsplit=_LONG_LINE)) >= _LONG_LINE]
    cut = len(long) - sum(map(_is_closed, long))
    return cut > 1 and cut * 2 > len(long)


def is_clamped(paragraphs: Sequence[str]) -> bool:
    """Return whether half of the paragraphs, two at least, end with the dots of a cut.

    >>> is_clamped(["Kebakaran melanda pasar di…", "Petugas datang pada…", "Api padam."])
    True
    """
    cut = sum(map(_is_cut_off, paragraphs))
    return cut > 1 and cut * 2 >= len(paragraphs)


def says_it_is_not_all(paragraphs: Sequence[str]) -> bool:
    """Return whether words are masked in a text, or its end says that more will come.

    >>> says_it_is_not_all(["Kebakaran melanda pasar.", "Berita ini akan terus diperbarui."])
    True
    """
    end = paragraphs[-1][-_NOTE:]
    lower = end.lower()
    if any(map(lower.__contains__, _HINTS)) and (_DEVELOPING.search(end) or _PREVIEW.search(end)):
        return True
    if len(paragraphs[-1]) <= _NOTE and offers_the_rest(lower):
        return True
    if any(map(_is_of_few_letters, paragraphs[-2:])):
        return True
    return _is_masked(paragraphs)


def _is_masked(paragraphs: Sequence[str]) -> bool:
    """Whether words are masked in a text, by bars, by stars or by letters without a meaning."""
    if any(text[0] in "[*" and _TAKEN.match(text) for text in paragraphs):
        return True
    said = "\n".join(paragraphs)
    printed = [] if said.isascii() else [text for text in paragraphs if not text.isascii()]
    signs = "".join(printed).encode("utf-8", "replace")  # in which bytes are found at once
    if _BARS in signs and any(map(_BARRED.search, printed)):
        return True
    if not (_MASK in said or any(map(signs.__contains__, _PRIVATE))):
        return False
    return sum(len(_MASKED.findall(text)) for text in paragraphs) >= _SEVERAL


def _is_of_few_letters(text: str) -> bool:
    """Whether a line is filled with a few signs; any other has more in its first words."""
    if len(text) < _END or len(set(text[:_START])) >= _FEWEST:
        return False
    return len(set(text)) < _FEWEST


def is_less_than_said(item: Mapping[str, Any], paragraphs: Sequence[str]) -> bool:
    """Return whether JSON-LD counts many more words, or goes on where a text ends.

    >>> is_less_than_said({"wordCount": 400}, ["Kebakaran melanda pasar."])
    True
    >>> is_less_than_said({"articleBody": "Kebakaran melanda pasar."}, ["Kebakaran melanda pasar."])
    False
    """
    count, body = item.get("wordCount"), item.get("articleBody")
    if count is None and body is None:
        return False
    words = sum(len(text.split()) for text in paragraphs)
    if isinstance(count, int | str) and str(count).isdecimal() and int(count) > _MANY_MORE * words:
        return True
    if not isinstance(body, str) or len(body.split()) <= _MORE * words:
        return False
    return letters(paragraphs[0])[:_END] in letters(line_of_markup(body))


def is_said_not_free(items: list[dict[str, Any]]) -> bool:
    """Return whether JSON-LD says that an article is not accessible for free."""
    return any(_is_false(item.get("isAccessibleForFree")) for item in items)


def _is_false(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.strip().lower() in ("false", "no"))
