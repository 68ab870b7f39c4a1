"""Indonesian date lines, read by their written policies, without a guess.

Day first, always. WIB, WITA, WIT and offsets as printed; +07:00, and said so, where no zone is
printed. The weekday is checked, never followed. Of two dates the published one. What is no date of
an article (a range, a template, an impossible day, a time alone) is None.

Behind the grammar stands dateparser, for the names of months that we do not know and for nothing
else: see `months`.
"""

from datetime import datetime

from newsspider.dates.fast_path import read_house, read_iso
from newsspider.dates.folding import fold
from newsspider.dates.foreign_months import with_known_month
from newsspider.dates.resolve import read
from newsspider.dates.types import Clock, Date
from newsspider.dates.vocabulary import month_number

__all__ = ["Clock", "Date", "month_number", "parse_date"]


def parse_date(text: str, now: datetime | None = None) -> Date | None:
    """The date that `text` prints, or None when it prints none, or none for certain.

    `now` is the moment that relative dates (`3 jam yang lalu`) and dates without a year are told
    from; without it they give None. A naive `now` is taken for WIB. Only the first 600 characters,
    runs of white space counted as one, are read. Never raises; knows neither clock nor locale.

    >>> parse_date("Jum’at, 7 Januari 2022 | 23.05 Wita").iso
    '2022-01-07T23:05:00+08:00'
    >>> parse_date("Diperbarui: 12/1/2022 08:00 | Tayang: Senin, 11/1/2022 10:52")
    Date(iso='2022-01-11T10:52:00+07:00', tz_assumed=True, warnings=['weekday_mismatch'])
    >>> parse_date("Kemarin, 16:45", datetime.fromisoformat("2022-01-11T12:00:00+07:00")).iso
    '2022-01-10T16:45:00+07:00'
    >>> [parse_date(text) for text in ("10/21/2025", "1-5 Januari 2024", "3 jam lalu")]
    [None, None, None]
    """
    found = read_house(text) or read_iso(text)
    if found is None:
        line = fold(text)
        found = read_iso(line) or read(line, now)
        if found is None and (known := with_known_month(line)):
            found = read(known, now)
    return found
