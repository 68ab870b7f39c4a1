"""Names of months that the vocabulary lacks: foreign ones, asked of dateparser, misspelt ones.

Agency copy on Indonesian pages brings `Dezember`, `Maart`, `Temmuz`. dateparser names the month,
no more: on the lines that the grammar refuses, dateparser at its strictest adds no right date and
49 wrong ones (`python -m benchmarks.dates`).
"""

import re
from collections.abc import Callable
from difflib import get_close_matches
from functools import lru_cache
from typing import Final

from newsspider.dates.vocabulary import MONTH_NAMES, MONTHS, WEEKDAYS

# One day, one word, one year of four digits: nothing else can hold a month that we do not know.
_DATE = re.compile(
    r"(?<![\w/.-])(\d{1,2})\.?[ -]+(?P<word>[^\W\d_]{3,12})\.?,?[ -]+(?:19|20)\d\d(?!\d)"
)
_LANGUAGES: Final = ["id", "ms", "nl", "de", "fr", "es", "tr", "ar", "en"]
_YEAR: Final = 2020
_ALIKE: Final = 0.85  # a letter wrong, lost, doubled or swapped with the next, of six to nine


def name_month(line: str) -> str | None:
    """Return the folded line with its one unknown month named in Indonesian; None without one.

    >>> name_month("mittwoch, 5 dezember 2018 - 10:52")
    'mittwoch, 5 desember 2018 - 10:52'
    >>> name_month("12 rajab 2024") is None
    True
    """
    return _name(line, _ask_month)


def correct_month(line: str) -> str | None:
    """Return the folded line with its one misspelt month spelt right; None without one.

    Names of six letters and more: no slip makes another month, or another word, of them.

    >>> correct_month("senin, 17 agutus 2026"), correct_month("17 septembar 2026")
    ('senin, 17 agustus 2026', '17 september 2026')
    >>> correct_month("17 jumi 2026") is None
    True
    """
    return _name(line, _nearest_month)


def _name(line: str, month_of: Callable[[str], int | None]) -> str | None:
    found = list(_DATE.finditer(line))
    if len(found) != 1:
        return None
    word = found[0]["word"]
    if word in MONTHS or word in WEEKDAYS:
        return None
    month = month_of(word)
    start, end = found[0].span("word")
    return f"{line[:start]}{MONTH_NAMES[month - 1]}{line[end:]}" if month else None


def _nearest_month(word: str) -> int | None:
    names = [name for name in MONTHS if len(name) > 5 and abs(len(name) - len(word)) < 2]
    near = get_close_matches(word, names, 1, _ALIKE)
    return MONTHS[near[0]] if near else None


@lru_cache(maxsize=512)
def _ask_month(word: str) -> int | None:
    """Return the number of a month's name in any of the languages, or None."""
    import dateparser

    found = dateparser.parse(
        f"1 {word} {_YEAR}",
        languages=_LANGUAGES,
        settings={"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]},
    )
    # "1 jam 2020" is an hour ago: then day or year are not the ones that were asked.
    return found.month if found and (found.day, found.year) == (1, _YEAR) else None
