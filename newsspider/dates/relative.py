"""Times told from the reading: `3 jam yang lalu`, `sejam lalu`, `kemarin`, `2 hours ago`.

Vague ones (`beberapa jam lalu`, `minggu lalu`) and future ones are no mention at all.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta

from newsspider.dates.labels import LABEL
from newsspider.dates.vocabulary import DAYPART, either

_ONES = ["satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
_ENGLISH = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
]  # fmt: skip
_NUMBERS = (
    {word: n for n, word in enumerate(_ONES, 1)}
    | {word: n for n, word in enumerate(_ENGLISH, 1)}
    | {"se": 1, "a": 1, "an": 1, "sepuluh": 10, "sebelas": 11}
    | {f"{word} belas": n + 10 for n, word in enumerate(_ONES[1:], 2)}
    | {f"{word} puluh": n * 10 for n, word in enumerate(_ONES[1:], 2)}
    | {
        f"{tens} puluh {one}": n * 10 + m
        for n, tens in enumerate(_ONES[1:], 2)
        for m, one in enumerate(_ONES, 1)
    }
)
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
_UNITS = {
    word: unit
    for unit, words in {
        "second": "detik dtk second seconds sec secs s",
        "minute": "menit mnt minit minute minutes min mins m",
        "hour": "jam hour hours hr hrs h",
        "day": "hari day days d",
        "week": "minggu mgg pekan week weeks w",
        "month": "bulan bln month months",
        "year": "tahun thn year years yr yrs y",
    }.items()
    for word in words.split()
}
# What `either(_NUMBERS)` matches but for `se`, `a` and `an`, in a tenth of the time to compile.
_WORD = (
    rf"(?:(?:{'|'.join(_ONES[1:])}) (?:belas|puluh(?: (?:{'|'.join(_ONES)}))?)"
    rf"|{'|'.join(_ONES)}|{'|'.join(_ENGLISH)}|sepuluh|sebelas)(?![a-z])"
)
_NUMBER = rf"(?:[0-9]{{1,9}}(?:[.,]5)?|(?:{_WORD} )?setengah|{_WORD}|an?(?![a-z])|se)"
_UNIT = either(_UNITS)
_AGO = re.compile(
    rf"(?<![a-z0-9])(?:{_NUMBER}[ -]?{_UNIT}[ ,]{{0,2}}(?:dan |and )?){{1,4}}"
    r"(?:(?:yang|yg) )?(?:lalu|silam|lampau|lepas|ago)(?![a-z])"
)
_EACH = re.compile(rf"(?P<n>{_NUMBER})[ -]?(?P<unit>{_UNIT})")
# What makes a count vague, or the end of a range: `sekitar`, `3-4 jam lalu`, `dua tiga hari lalu`.
_VAGUE = re.compile(
    r"(?:sekitar|kira-kira|kurang lebih|lebih kurang|hampir|lebih dari|kurang dari|lebih|kurang"
    r"|beberapa|belasan|puluhan|ratusan|about|around|almost|nearly|over|under|more than|less than"
    rf"|few|several|setiap|tiap|±|~|>|<|{_WORD}|(?:(?<![a-z0-9])[0-9]{{1,9}}|{_WORD}) ?"
    r"(?:-|/|⁄|,|\.|~|s/d|sampai|hingga|atau|dan|or|to)) ?$"
)
_DAYS = {"hari ini": 0, "today": 0, "kemarin": 1, "kemaren": 1, "yesterday": 1}
_NOW = either(["baru saja", "barusan", "just now"])
# Single words count only where a date line would have them: `Harga emas hari ini` is a headline.
_NAMED_DAY = re.compile(
    rf"(?<![a-z0-9])(?:(?P<day>{either(_DAYS)})|(?P<now>{_NOW}))"
    r"(?= ?(?:$|[^a-z0-9 .]|\.(?![0-9])|(?:pukul|pkl|jam|oleh|by|wib|wita|wit)(?![a-z])|at [0-9]"
    rf"|[0-9]{{1,2}}[:.][0-9]{{2}}|{DAYPART}))"
)
_OPENS = re.compile(rf"(?:^|[^a-z0-9 ] ?|{LABEL.pattern} )$")


@dataclass(slots=True, frozen=True)
class Distance:
    """A distance back from the reference, at `start`:`end` of a line."""

    start: int
    end: int
    months: int = 0
    days: int = 0
    seconds: int = 0
    is_moment: bool = False
    clock: None = None  # its clock time, if any, is printed beside it

    @property
    def parts(self) -> tuple[int, int, int]:
        """Return what two mentions of the same distance share."""
        return self.months, self.days, self.seconds

    def before(self, now: datetime) -> datetime | None:
        """Return `now` less this distance; months keep the day or end with the month."""
        month = now.year * 12 + now.month - 1 - self.months
        if month < 12:
            return None
        year, month0 = divmod(month, 12)
        day = min(now.day, monthrange(year, month0 + 1)[1])
        moved = now.replace(year=year, month=month0 + 1, day=day)
        try:
            return moved - timedelta(days=self.days, seconds=self.seconds)
        except OverflowError:
            return None


def _count(word: str) -> float:
    if word.endswith("setengah"):
        return _NUMBERS.get(word.removesuffix(" setengah"), 0) + 0.5
    return float(_NUMBERS.get(word) or word.replace(",", "."))


def _distance(found: re.Match[str]) -> Distance | None:
    months = days = seconds = 0.0
    units = []
    for part in _EACH.finditer(found[0]):
        count, unit = _count(part["n"]), _UNITS[part["unit"]]
        units.append(unit)
        if unit in _SECONDS:
            seconds += count * _SECONDS[unit]
        elif unit in ("day", "week"):
            days += count * (7 if unit == "week" else 1)
        else:
            months += count * (12 if unit == "year" else 1)
    if days % 1 or months % 1:
        return None  # half a day is no date
    is_moment = any(unit in _SECONDS for unit in units)
    return Distance(*found.span(), int(months), int(days), int(seconds), is_moment)


def find_distances(line: str) -> list[Distance]:
    """Return every exact distance back from now in `line`, from left to right."""
    counted = [
        ago
        for found in _AGO.finditer(line)
        if not _VAGUE.search(line, max(0, found.start() - 40), found.start())
        and (ago := _distance(found))
    ]
    named = [
        Distance(*found.span(), days=_DAYS.get(found["day"] or "", 0), is_moment=bool(found["now"]))
        for found in _NAMED_DAY.finditer(line)
        if _OPENS.search(line, max(0, found.start() - 24), found.start())
    ]
    return sorted([*counted, *named], key=lambda ago: ago.start)
