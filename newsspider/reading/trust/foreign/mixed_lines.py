"""Lines among the paragraphs that tell of another text: repeated, dated, signed, sold, said."""

import re
from collections.abc import Sequence
from typing import Final

from newsspider.reading.text import having_any
from newsspider.reading.trust.foreign.behind_the_signature import is_signed
from newsspider.reading.trust.foreign.program_lines import has_program_text
from newsspider.reading.trust.notices import is_of_paywall

_LONGEST: Final = 320  # characters of an advertisement in one line
_LONG: Final = 40  # characters of a paragraph that nobody repeats
_REPEATED_WORDS: Final = 4  # of a line that is not the text's when it comes again
_STEP: Final = 48  # characters that a paragraph does not repeat by chance
_LONGEST_DATE: Final = 26  # characters, with the day of the week
_SEVERAL: Final = 3
_OF_WIDGETS: Final = ("▲", "▼", "▴", "▾")  # rise and fall of prices
_SAID_BY = re.compile(r"(?!\d)([^\s:]+(?: [^\s:]+){0,2}): ")
_DATE_ALONE = re.compile(
    r"\A(?:(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad),?\s+)?"
    r"\d{1,2} \w{3,9} (?:19|20)\d\d"
    r"[\s,|-]*(?:\d{1,2}[:.]\d\d)?\s*(?:wib|wita|wit)?\Z",
    re.IGNORECASE,
)
_SELLING = re.compile(
    r"syarat dan ketentuan berlaku|tanpa uang muka|cicilan ringan|beli sekarang|pesan (?:\w+ ){0,3}"
    r"sekarang|daftar sekarang|unduh aplikasi|bonus saldo|cashback|voucher|gratis ongkir|promo\b"
    r"|diskon|hemat (?:hingga|sampai)|mulai dari (?:rp|sepuluh|seratus)|hari ini juga|penawaran"
)
_WORDS_OF_SALE: Final = (
    "syarat dan", "tanpa uang", "cicilan", "sekarang", "unduh", "bonus", "cashback", "voucher",
    "gratis", "promo", "diskon", "hemat", "mulai dari", "hari ini juga", "penawaran",
)  # fmt: skip


def is_mixed(paragraphs: Sequence[str]) -> bool:
    """Return whether lines of a text are others': repeated, dated, signed in the middle, sold."""
    long = [t for t in paragraphs if len(t) >= _LONG or len(t.split()) >= _REPEATED_WORDS]
    if len(set(long)) < len(long):
        return True
    if any(map(_stutters, paragraphs)):
        return True
    said = "\n".join(paragraphs)
    if "|" in said and any(text.count("|") > 1 for text in paragraphs):
        return True
    if not said.isascii() and any(map(said.__contains__, _OF_WIDGETS)):
        return True
    if any(map(is_signed, paragraphs[:-1])):
        return True
    short = [text for text in paragraphs if len(text) <= _LONGEST]
    if any(map(_DATE_ALONE.match, [text for text in short if _has_year(text[:_LONGEST_DATE])])):
        return True
    if any(map(_is_sold, having_any(short, _WORDS_OF_SALE))) or has_program_text(paragraphs):
        return True
    return is_of_paywall(short)


def _has_year(text: str) -> bool:
    """Whether a text may have a year of these centuries: most lines have none where dates do."""
    return "20" in text or "19" in text


def _stutters(text: str) -> bool:
    """Whether a piece of a paragraph comes again right behind it, as a block sent twice does.

    A piece twice as long as a step holds a whole step.

    >>> said = "Warga berkumpul di halaman balai desa sejak pagi buta menunggu beras dan minyak "
    >>> _stutters(said * 2), _stutters(said + "dan pulang. " + said), _stutters(said)
    (True, False, False)
    """
    for start in range(0, len(text) - 2 * _STEP, _STEP):
        away = text.find(text[start : start + _STEP], start + _STEP) - start
        if away > 0 and _repeated(text, start, away) >= away - 1:
            return True
    return False


def _repeated(text: str, start: int, away: int) -> int:
    """How many characters around a place stand once more so far away."""
    first, last = start, start
    while first > 0 and text[first - 1] == text[first - 1 + away]:
        first -= 1
    while last + away < len(text) and text[last] == text[last + away]:
        last += 1
    return last - first


def _is_sold(text: str) -> bool:
    """Whether a line has two phrases of those who sell."""
    return len(set(_SELLING.findall(text.lower()))) > 1


def is_talk(paragraphs: Sequence[str]) -> bool:
    """Return whether most paragraphs are said by several people, as comments are.

    >>> is_talk(["Bang Jali: Setuju.", "ratna_w: Hadir.", "Kopi Susu: Mantap.", "Panen raya."])
    True
    """
    said = (_SAID_BY.match(text) for text in paragraphs if ": " in text)
    names = [found[1] for found in said if found]
    return len(set(names)) >= _SEVERAL and 2 * len(names) > len(paragraphs)
