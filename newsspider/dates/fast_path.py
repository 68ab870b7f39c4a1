"""The shapes that nearly every line has, read without the grammar.

House: `Selasa, 11 Januari 2022 - 10:52 WIB`, as Indonesian sites print it, and its near relatives.
ISO 8601: what `<time datetime>`, JSON-LD and sitemaps carry. RFC 5322: what feeds carry.
Folded: a date of the house that lacks its weekday, its zone, or any time of day.
"""

import re
from datetime import date

from newsspider.dates.types import (
    WEEKDAY_MISMATCH,
    WIB_MINUTES,
    Clock,
    Date,
    format_offset,
    make_date,
    plausible_day,
)
from newsspider.dates.vocabulary import MONTHS, WEEKDAYS


def _cased(words: dict[str, int]) -> dict[str, int]:
    """Return the words also as printed at the start of a sentence, and in capitals."""
    return {
        form: n for word, n in words.items() for form in (word, word.capitalize(), word.upper())
    }


_MONTHS = _cased(MONTHS)
_WEEKDAYS = _cased(WEEKDAYS) | {"Jum’at": 4, "Jum`at": 4}
_TWO = [f"{n:02}" for n in range(32)]
_MINUTES = {"wib": WIB_MINUTES, "wita": WIB_MINUTES + 60, "wit": WIB_MINUTES + 120}
_ZONES = {
    form: format_offset(minutes)
    for zone, minutes in _MINUTES.items()
    for form in (zone, zone.capitalize(), zone.upper())
}
# Years from 1971: placeholders lie before, and the grammar looks for them.
_HOUSE = re.compile(
    r"\s{0,40}([A-Za-z'’`]{4,9})(?:\s?,)?\s{1,3}([0-9]{1,2})\s{1,3}([A-Za-z]{3,9})\s{1,3}"
    r"(20[0-9]{2}|19[89][0-9]|197[1-9])(?:\s{1,2}[-–|]\s{0,2}|,?\s{1,3})"
    r"([01][0-9]|2[0-3])[:.]([0-5][0-9])\s?([A-Za-z]{3,4})\s{0,40}"
)
_FEED = re.compile(
    r"\s{0,40}([A-Z][a-z]{2}), ([0-9]{1,2}) ([A-Z][a-z]{2}) (20[0-9]{2}|19[89][0-9]|197[1-9])"
    r" ([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9]) (GMT|[+-](?:0[0-9]|1[0-3])[0-5][0-9])\s{0,40}"
)
_ISO = re.compile(
    r"\s{0,40}(20[0-9]{2}|19[89][0-9]|197[1-9])(-?)([0-9]{2})\2([0-9]{2})"
    r"(?:([Tt ])([01][0-9]|2[0-3]):?([0-5][0-9])(?::?([0-5][0-9])(?:[.,][0-9]{1,12})?)?"
    r"\s?([Zz]|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)?)?\s{0,40}"
)
# ISO 8601 as most pages and lists have it, in the form of `Date.iso`.
_CANONICAL = re.compile(
    r"(?:20[0-9]{2}|19[89][0-9]|197[1-9])-[0-9]{2}-[0-9]{2}T(?:[01][0-9]|2[0-3]):[0-5][0-9]"
    r":[0-5][0-9](?!-00:00)[+-](?:0[0-9]|1[0-4]):[0-5][0-9]"
)

# What else is a date alone, folded: without its weekday, its zone, or any time of day.
_FOLDED = re.compile(
    r"(?:([a-z]{4,9}),? )?([0-9]{1,2})(?: ([a-z]{3,9}) |/([0-9]{1,2})/)"
    r"(20[0-9]{2}|19[89][0-9]|197[1-9])"
    r"(?:(?: ?[-|] ?|,? )([01][0-9]|2[0-3])[:.]([0-5][0-9])(?: (wib|wita|wit))?)?"
)


def read_folded(line: str) -> Date | None:
    """Return the date of a folded line that is one and nothing else; None for any other.

    >>> read_folded("16 juni 2021 17:04").iso, read_folded("sabtu, 30 juli 2022").iso
    ('2021-06-16T17:04:00+07:00', '2022-07-30')
    >>> read_folded("kamis, 05/11/2015 10:08 wib").iso, read_folded("terbit 16 juni 2021")
    ('2015-11-05T10:08:00+07:00', None)
    """
    found = _FOLDED.fullmatch(line)
    if found is None:
        return None
    name, day, month, in_figures, year, hour, minute, zone = found.groups()
    weekday, number = WEEKDAYS.get(name or ""), MONTHS.get(month) or int(in_figures or 0)
    printed = plausible_day(int(year), number, int(day))
    if printed is None or (name and weekday is None):
        return None
    clock = Clock(int(hour), int(minute), zone=_MINUTES.get(zone)) if hour else None
    return make_date(printed, clock, weekday)


def read_house(text: str) -> Date | None:
    """Return the date of a line in house format; None for any other, and for days that are none.

    >>> read_house("Selasa, 11 Januari 2022 - 10:52 WIB")
    Date(iso='2022-01-11T10:52:00+07:00', tz_assumed=False, warnings=[])
    """
    found = _HOUSE.fullmatch(text)
    if found is None:
        return None
    weekday, day, month, year, hour, minute, zone = found.groups()
    try:
        number = _MONTHS[month]
        agrees = date(int(year), number, int(day)).weekday() == _WEEKDAYS[weekday]
        iso = f"{year}-{_TWO[number]}-{_TWO[int(day)]}T{hour}:{minute}:00{_ZONES[zone]}"
    except (KeyError, ValueError):
        return None
    return Date(iso, False, [] if agrees else [WEEKDAY_MISMATCH])


def read_feed(text: str) -> Date | None:
    """Return the date of a line that is RFC 5322 (section 3.3) with a weekday; None for any other.

    >>> read_feed("Fri, 24 Jul 2026 14:00:00 +0700").iso, read_feed("Fri, 24 Jul 2026")
    ('2026-07-24T14:00:00+07:00', None)
    """
    found = _FEED.fullmatch(text)
    if found is None:
        return None
    weekday, day, month, year, hour, minute, second, zone = found.groups()
    try:
        number = _MONTHS[month]
        agrees = date(int(year), number, int(day)).weekday() == _WEEKDAYS[weekday]
    except (KeyError, ValueError):
        return None
    offset = "+00:00" if zone == "GMT" else _full_offset(zone)
    iso = f"{year}-{_TWO[number]}-{_TWO[int(day)]}T{hour}:{minute}:{second}{offset}"
    return Date(iso, False, [] if agrees else [WEEKDAY_MISMATCH])


def read_iso(text: str) -> Date | None:
    """Return the date of a line that is ISO 8601 and nothing else, extended or basic.

    >>> [read_iso(text).iso for text in ("20220111T105200Z", "2022-01-11T10:52", "2022-01-11")]
    ['2022-01-11T10:52:00+00:00', '2022-01-11T10:52:00+07:00', '2022-01-11']
    """
    if _CANONICAL.fullmatch(text) and _is_day(text[:10]):
        return Date(text, False, [])
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    year, _, month, day, separator, hour, minute, second, zone = found.groups()
    if zone and zone[0] == "-" and not second and separator == " ":
        return None  # `2022-01-11 10:00-12:00` are hours of business
    try:
        printed = date(int(year), int(month), int(day))
    except ValueError:
        return None
    if hour is None:
        return Date(f"{printed}", False, [])
    at = f"{printed}T{hour}:{minute}:{second or '00'}"
    if zone is None:
        return Date(f"{at}+07:00", True, [])
    return Date(at + _full_offset(zone), False, [])


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _full_offset(zone: str) -> str:
    """Return `+07:00` of `+0700`, `+07`, `Z`; Greenwich is east of itself."""
    digits = zone[1:].replace(":", "").ljust(4, "0")
    sign = zone[0] if digits.strip("0") else "+"
    return f"{sign}{digits[:2] or '00'}:{digits[2:] or '00'}"
