"""The vocabulary of Indonesian date lines: months, weekdays, and words that are neither.

Spellings are those that portals print: standard, old (`Nopember`, `Pebruari`), clipped (`Ags`),
English, a few Malay ones that come with agency copy. All lower case; lines are folded before.
"""

import re
from collections.abc import Iterable


def _numbered(rows: Iterable[str], start: int) -> dict[str, int]:
    return {word: n for n, row in enumerate(rows, start) for word in row.split()}


# Of each row, the first word is the standard name.
_MONTHS = (
    "januari januwari january djanuari jan",
    "februari pebruari febuari february febuary feb peb pebr febr",
    "maret march mar mrt mac",
    "april avril apr",
    "mei may",
    "juni june djuni jun",
    "juli july djuli julai jul",
    "agustus august agoestoes ogos agt agu ags agst agus agts agust aug ag",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december disember des dec",
)

# `jumat` stands for every form with an apostrophe: folding a line closes the gap.
_WEEKDAYS = (
    "senin senen snin isnin sen monday mon",
    "selasa slasa sel tuesday tues tue",
    "rabu rebo rab wednesday wed",
    "kamis kemis khamis kam thursday thurs thur thu",
    "jumat jum'at jumaat jum jmt friday fri",
    "sabtu saptu setu sab sbt saturday sat",
    "minggu ahad mgg min ahd sunday sun",
)

MONTHS = _numbered(_MONTHS, start=1)
WEEKDAYS = _numbered(_WEEKDAYS, start=0)
MONTH_NAMES = tuple(row.split()[0] for row in _MONTHS)
WEEKDAY_NAMES = tuple(row.split()[0] for row in _WEEKDAYS)
"""The standard names in order: what running text has, where `Min` and `Sen` are other words."""


def either(words: Iterable[str]) -> str:
    """Return a pattern of any of `words`, the longest first, and no mere beginning of one.

    >>> bool(re.match(either(["jun", "juni"]), "juniarti"))
    False
    """
    ordered = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})(?![a-z])"


MONTH = either(MONTHS)
WEEKDAY = either(WEEKDAYS)
YEAR_IN_TEXT = re.compile(r"(?:19|20)(?<!\d\d\d)\d\d(?!\d)")  # a literal first is found quickest
"""Finds a year of this century or the last."""
WEEKDAY_IN_TEXT = rf"(?:{'|'.join(WEEKDAY_NAMES)}|ahad)".replace("jumat", "jum.?at")
"""The weekdays of text that was not folded: any apostrophe; letter case is the caller's."""
MARKET_DAY = either(["legi", "pahing", "paing", "pon", "wage", "kliwon", "manis"])
# Indonesian and Malay, as printed behind a clock of twelve hours; `ptg` is what agencies clip.
DAYPARTS = {
    word: part
    for part, words in {
        "morning": ("pagi", "pg", "awal pagi", "pagi hari", "dini hari", "dinihari", "subuh hari"),
        "noon": ("tengah hari", "tengahari", "tgh hari", "tghari", "t/hari", "t'hari"),
        "day": ("siang", "siang hari"),
        "afternoon": ("sore", "petang", "ptg", "sore hari", "lewat petang"),
        "night": ("malam", "mlm", "tengah malam", "tgh malam", "malam hari", "lewat malam"),
    }.items()
    for word in words
}
DAYPART = either(DAYPARTS)
PRAYER = (
    r"(?:ims[ay]{1,2}k|sh?ubuh|syuruq|dh?uha|(?:dz|[dz])h?[uo]?h?ur|luhur|lohor|as[hy]?ar|magh?rib|isya[k']?"
    r"|tarawih|s(?:a|ha|o|ho)lat|jumatan)(?![a-z])"
)


def month_number(word: str) -> int | None:
    """Return the month (1 to 12) that `word` names in Indonesian or English, else None.

    >>> month_number("Nopember"), month_number("Agt."), month_number("Januar")
    (11, 8, None)
    """
    return MONTHS.get(word.strip().rstrip(".").lower())
