"""Names of months that the vocabulary lacks, asked of dateparser; it names the month, no more.

dateparser knows the months of some two hundred languages: agency copy and old spellings bring
`Dezember`, `Maart`, `Temmuz`. It is not asked for the date: on the lines that the grammar refuses,
dateparser at its strictest adds no right date and 49 wrong ones (`python -m benchmarks.dates`).
"""

import re
from functools import lru_cache
from typing import Final

from newsspider.dates.vocabulary import MONTHS, WEEKDAYS

# One day, one word, one year of four digits: nothing else can hold a month that we do not know.
_DATE = re.compile(
    r"(?<![\w/.-])(\d{1,2})\.?[ -]+(?P<word>[^\W\d_]{3,12})\.?,?[ -]+(?:19|20)\d\d(?!\d)"
)
_LANGUAGES: Final = ["id", "ms", "nl", "de", "fr", "es", "tr", "ar", "en"]
_NAMES: Final = {number: name for name, number in reversed(MONTHS.items())}
_YEAR: Final = 2020


def with_known_month(line: str) -> str | None:
    """The folded line with its one unknown month named in Indonesian; None when it has none.

    >>> with_known_month("mittwoch, 5 dezember 2018 - 10:52")
    'mittwoch, 5 desember 2018 - 10:52'
    >>> with_known_month("12 rajab 2024") is None
    True
    """
    found = list(_DATE.finditer(line))
    if len(found) != 1:
        return None
    word = found[0]["word"]
    if word in MONTHS or word in WEEKDAYS:
        return None
    month = _month(word)
    start, end = found[0].span("word")
    return f"{line[:start]}{_NAMES[month]}{line[end:]}" if month else None


@lru_cache(maxsize=512)
def _month(word: str) -> int | None:
    """The number of a month's name in any of the languages, or None."""
    import dateparser

    found = dateparser.parse(
        f"1 {word} {_YEAR}",
        languages=_LANGUAGES,
        settings={"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]},
    )
    # "1 jam 2020" is an hour ago: then day or year are not the ones that were asked.
    return found.month if found and (found.day, found.year) == (1, _YEAR) else None
