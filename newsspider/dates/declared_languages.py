"""Date lines of pages that declare another language than Indonesian, Malay or English.

Here dateparser reads, because it reads better than the grammar: it knows the words of some two
hundred languages (`python -m benchmarks.dates` shows both). It is held to the policies of this
package: a whole day with its year, day before month, no date at all where the line lacks one.
"""

import html
import re
from datetime import datetime
from functools import lru_cache
from typing import Any, Final

from newsspider.dates.types import BY_DATEPARSER, WIB, Clock, Date, make_date, plausible_day
from newsspider.dates.vocabulary import WEEKDAY_IN_TEXT

_GRAMMAR: Final = frozenset(("id", "in", "ind", "ms", "msa", "may", "jv", "jw", "su", "en", "eng"))
"""What the grammar reads: Indonesian with its neighbours, and English. ISO 639, old codes too."""
_ALIASES: Final = {"no": "nb", "iw": "he", "fil": "tl"}
_LONGEST: Final = 120  # characters; dateparser is slow with what is no date line
# A page may declare anything: lines with these words are Indonesian all the same.
_INDONESIAN = re.compile(
    rf"\b(?:{WEEKDAY_IN_TEXT}|wib|wita|wit|pukul|pkl|yang lalu|baru saja)\b", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")
_TAG = re.compile(r"<[^<>]{0,200}>")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_STRICT: Final[dict[str, Any]] = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "DATE_ORDER": "DMY",
    "STRICT_DATE_ORDER": "all",
    "RETURN_TIME_AS_PERIOD": True,  # tells midnight from no time at all
}


def language_of_dateparser(tag: str | None) -> str | None:
    """Return the language that dateparser is to read for a BCP 47 tag; None for the grammar's.

    >>> [language_of_dateparser(tag) for tag in ("de-AT", "no", "id-ID", "en", "x-klingon", None)]
    ['de', 'nb', None, None, None, None]
    """
    primary = re.split("[-_]", (tag or "").strip().lower(), maxsplit=1)[0]
    if not primary or primary in _GRAMMAR:
        return None
    language = _ALIASES.get(primary, primary)
    return language if language in _known_languages() else None


def is_for_dateparser(line: str) -> bool:
    """Return whether a folded line has words, and none that only Indonesian date lines have."""
    return _LETTER.search(line) is not None and _INDONESIAN.search(line) is None


def read_in_language(text: str, language: str, now: datetime | None) -> Date | None:
    """Return the date that `text` prints in a language, marked as read by dateparser, or None.

    >>> read_in_language("mardi 14 février 2023 à 10h52", "fr", None)
    Date(iso='2023-02-14T10:52:00+07:00', tz_assumed=True, warnings=['date_by_dateparser'])
    """
    line = " ".join(_TAG.sub(" ", html.unescape(text[: 8 * _LONGEST])).split())
    if not line or len(line) > _LONGEST:
        return None
    if _YEAR.search(line):
        return _read_date(line, language)
    return _read_distance(line, language, now) if now else None


def _read_date(line: str, language: str) -> Date | None:
    parser = _make_parser(language, PARSERS=["absolute-time"], IGNORE_SURROUNDING_TEXT=True)
    moment, period = _parse(parser, line)
    return _as_printed(moment, period) if moment else None


def _read_distance(line: str, language: str, now: datetime) -> Date | None:
    """Return the moment that a line counts back to from `now` ("vor 3 Stunden")."""
    base = now if now.tzinfo else now.replace(tzinfo=WIB)
    parser = _make_parser(
        language,
        PARSERS=["relative-time"],
        RELATIVE_BASE=base,
        RETURN_AS_TIMEZONE_AWARE=True,
        PREFER_DATES_FROM="future",  # a mere "3 Minuten" is no "vor 3 Minuten"
    )
    moment, period = _parse(parser, line)
    return _as_printed(moment, period) if moment and moment <= base else None


def _make_parser(language: str, **settings: Any) -> Any:
    from dateparser.date import DateDataParser  # slow to import, and most pages are Indonesian

    return DateDataParser(languages=[language], settings=_STRICT | settings)


def _parse(parser: Any, line: str) -> tuple[datetime | None, str]:
    """Return what dateparser makes of a line, and how fine that is ("time", "day" …)."""
    try:
        found = parser.get_date_data(line)
    except (ValueError, OverflowError):
        return None, ""
    return found.date_obj, found.period or ""


def _as_printed(moment: datetime, period: str) -> Date | None:
    day = plausible_day(moment.year, moment.month, moment.day)
    if day is None:
        return None
    clock = None
    if period == "time":
        distance = moment.utcoffset()
        zone = None if distance is None else round(distance.total_seconds() / 60)
        clock = Clock(moment.hour, moment.minute, moment.second, zone)
    found = make_date(day, clock)
    if found is not None:
        found.warnings.append(BY_DATEPARSER)
    return found


@lru_cache(maxsize=1)
def _known_languages() -> frozenset[str]:
    from dateparser.data.languages_info import language_order

    return frozenset(language_order)
