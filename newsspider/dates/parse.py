"""From a date line to the date that it prints."""

from datetime import datetime

from newsspider.dates.declared_languages import (
    is_for_dateparser,
    language_of_dateparser,
    read_in_language,
)
from newsspider.dates.fast_path import read_feed, read_folded, read_house, read_iso
from newsspider.dates.folding import fold
from newsspider.dates.foreign_months import correct_month, name_month
from newsspider.dates.types import BY_DATEPARSER, Date


def parse_date(text: str, now: datetime | None = None, language: str | None = None) -> Date | None:
    """Return the date that `text` prints, or None when it prints none, or none for certain.

    `now` is the moment that relative dates (`3 jam yang lalu`) and dates without a year are told
    from; without it they give None. A naive `now` is taken for WIB. `language` is the BCP 47 tag
    that the page declares, if any. Only the first 600 characters, runs of white space counted as
    one, are read. Never raises; knows neither clock nor locale.

    >>> parse_date("Jum’at, 7 Januari 2022 | 23.05 Wita").iso
    '2022-01-07T23:05:00+08:00'
    >>> parse_date("Diperbarui: 12/1/2022 08:00 | Tayang: Senin, 11/1/2022 10:52")
    Date(iso='2022-01-11T10:52:00+07:00', tz_assumed=True, warnings=['weekday_mismatch'])
    >>> parse_date("Kemarin, 16:45", datetime.fromisoformat("2022-01-11T12:00:00+07:00")).iso
    '2022-01-10T16:45:00+07:00'
    >>> [parse_date(text) for text in ("10/21/2025", "1-5 Januari 2024", "3 jam lalu")]
    [None, None, None]
    >>> parse_date("9 мая 2022, 10:52 GMT+3", language="ru")
    Date(iso='2022-05-09T10:52:00+03:00', tz_assumed=False, warnings=['date_by_dateparser'])
    """
    found = read_house(text) or read_iso(text) or read_feed(text)
    if found is not None:
        return found
    line = fold(text)
    if not line:
        return None
    if (found := read_iso(line)) is not None:
        return found
    other = language_of_dateparser(language)
    if other is not None and is_for_dateparser(line):
        return read_in_language(text, other, now)
    return read_folded(line) or _read_by_grammar(line, now) or _read_unknown_month(line, now)


def _read_by_grammar(line: str, now: datetime | None) -> Date | None:
    # Imported for the first line that needs it: its patterns take long to compile, and nearly all
    # lines are read above.
    from newsspider.dates.resolve import resolve_line

    return resolve_line(line, now)


def _read_unknown_month(line: str, now: datetime | None) -> Date | None:
    known = name_month(line)
    if known is None:
        corrected = correct_month(line)
        return _read_by_grammar(corrected, now) if corrected else None
    found = _read_by_grammar(known, now)
    if found is not None:
        found.warnings.append(BY_DATEPARSER)
    return found
