"""The vocabulary of Indonesian date lines: months, weekdays, and words that are neither.

Spellings are those that portals print: standard, old (`Nopember`, `Pebruari`), clipped (`Ags`),
English, a few Malay ones that come with agency copy. All lower case; lines are folded before.
"""

import re
from collections.abc import Iterable


def _numbered(*rows: str, start: int) -> dict[str, int]:
    return {word: n for n, row in enumerate(rows, start) for word in row.split()}


MONTHS = _numbered(
    "januari januwari january djanuari jan",
    "februari pebruari febuari february febuary feb peb pebr febr",
    "maret march mar mrt",
    "april avril apr",
    "mei may",
    "juni june djuni jun",
    "juli july djuli julai jul",
    "agustus august agoestoes ogos agt agu ags agst agus agts agust aug ag",
    "september sept sep",
    "oktober october okt oct",
    "november nopember nov nop",
    "desember december disember des dec",
    start=1,
)

# `jumat` stands for every form with an apostrophe: folding a line closes the gap.
WEEKDAYS = _numbered(
    "senin senen snin isnin sen monday mon",
    "selasa slasa sel tuesday tues tue",
    "rabu rebo rab wednesday wed",
    "kamis kemis khamis kam thursday thurs thur thu",
    "jumat jum'at jumaat jum jmt friday fri",
    "sabtu saptu setu sab sbt saturday sat",
    "minggu ahad mgg min ahd sunday sun",
    start=0,
)


def either(words: Iterable[str]) -> str:
    """A pattern that matches any of `words`, the longest first, and no mere beginning of one.

    >>> bool(re.match(either(["jun", "juni"]), "juniarti"))
    False
    """
    ordered = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, ordered))})(?![a-z])"


MONTH = either(MONTHS)
WEEKDAY = either(WEEKDAYS)
MARKET_DAY = either(["legi", "pahing", "paing", "pon", "wage", "kliwon", "manis"])
DAYPART = either(["pagi", "siang", "sore", "petang", "malam", "dini hari", "tengah malam"])
PRAYER = (
    r"(?:ims[ay]{1,2}k|sh?ubuh|syuruq|dh?uha|(?:dz|[dz])h?[uo]?h?ur|luhur|lohor|as[hy]?ar|magh?rib|isya[k']?"
    r"|tarawih|s(?:a|ha|o|ho)lat|jumatan)(?![a-z])"
)


def month_number(word: str) -> int | None:
    """The month (1 to 12) that `word` names in Indonesian or English, else None.

    >>> month_number("Nopember"), month_number("Agt."), month_number("Januar")
    (11, 8, None)
    """
    return MONTHS.get(word.strip().rstrip(".").lower())
