"""Names of months that the vocabulary lacks, asked of dateparser; it names the month, no more.

Agency copy on Indonesian pages brings `Dezember`, `Maart`, `Temmuz`. dateparser is not asked for
the date there: on the lines that the grammar refuses, dateparser at its strictest adds no right
date and 49 wrong ones (`python -m benchmarks.dates`).
"""

import re
from functools import lru_cache
from typing import Final

from newsspider.dates.vocabulary import MONTH_NAMES, MONTHS, WEEKDAYS

# One day, one word, one year of four digits: nothing else can hold a month that we do not know.
_DATE = re.compile(
    r"(?<![\w/.-])(\d{1,2})\.?[ -]+(?P<word>[^\W\d_]{3,12})\.?,?[ -]+(?:19|20)\d\d(?!\d)"
)
_LANGUAGES: Final = ["id", "ms", "nl", "de", "fr", "es", "tr", "ar", "en"]
_YEAR: Final = 2020


def name_month(line: str) -> str | None:
    """Return the folded line with its one unknown month named in Indonesian; None without one.

    >>> name_month("mittwoch, 5 dezember 2018 - 10:52")
    'mittwoch, 5 desember 2018 - 10:52'
    >>> name_month("12 rajab 2024") is None
    True
    """
    found = list(_DATE.finditer(line))
    if len(found) != 1:
        return None
    word = found[0]["word"]
    if word in MONTHS or word in WEEKDAYS:
        return None
    month = _ask_month(word)
    start, end = found[0].span("word")
    return f"{line[:start]}{MONTH_NAMES[month - 1]}{line[end:]}" if month else None


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
