"""Clock times and zones in a folded line.

`10:52`, `10.52`, `10.52.31`, `10:52 AM`, `pukul 10 WIB`, `pkl 7 malam`, with WIB, WITA, WIT, an
offset or nothing behind. Prayer times are no clock times, and hours of business are none either.
"""

import re

from newsspider.dates.types import Clock
from newsspider.dates.vocabulary import DAYPART, DAYPARTS, MARKET_DAY, PRAYER, WEEKDAY

_FARTHEST = 14 * 60  # minutes from Greenwich; no zone of the world is farther
_ZONE = (
    r"(?:[^a-z0-9]{0,3}(?:waktu )?(?P<local>wib|wita|wit)(?![a-z])"
    r"| ?[(]? ?(?:waktu indonesia (?:bagian )?(?P<region>barat|tengah|timur)"
    r"|asia/(?P<city>jakarta|pontianak|makassar|jayapura)"
    r"|(?P<zulu>z(?![a-z0-9]))"
    r"|(?:gmt|utc|ut)(?![a-z])(?P<gmt>)"
    r"(?: ?(?:(?P<gsign>[+-]) ?|(?=[789](?![0-9:.])))"  # a plus may get lost in an address
    r"(?P<ghour>[0-9]{1,2})(?::?(?P<gminute>[0-9]{2}))?(?![0-9]))?"
    r"|[+](?P<east>[0-9]{1,2})(?::?(?P<eminute>[0-9]{2}))?(?![0-9:])"
    r"|-(?P<west>[0-9]{2})(?P<colon>:?)(?P<wminute>[0-9]{2})(?![0-9:])))"
)
LOCAL = {
    "wib": 420, "barat": 420, "jakarta": 420, "pontianak": 420,
    "wita": 480, "tengah": 480, "makassar": 480,
    "wit": 540, "timur": 540, "jayapura": 540,
}  # fmt: skip
_INTRO = r"(?:pukul|pkl\.?|pk\.?|jam)"
# What counts, money and magnitudes look like clock times: `3.15 juta`, `1:05 menit`.
_UNIT = (
    r"(?! ?(?:%|persen|ribu|juta|miliar|milyar|triliun|km|kg|kali|views|menit|detik|min|sr)"
    r"(?![a-z]))"
)
_TIME = (
    r"(?:(?P<hour>[0-9]{1,2})(?: ?: ?|\.)(?P<minute>[0-9]{2})"
    r"(?:[:.](?P<second>[0-9]{2})(?:[.,][0-9]{1,12})?)?(?![0-9])(?![:.][0-9])"
    + _UNIT
    + r"|(?P<compact>[0-9]{4})(?= ?(?:wib|wita|wit)(?![a-z]))"
    r"|(?P<bare>[0-9]{1,2})(?![0-9])(?! ?[:.][0-9]))"
)
_HALF = r"(?: ?(?:(?P<half>[ap])\.?m(?![a-z])\.?|(?:di |waktu )?(?P<part>" + DAYPART + r")))?"
# `malam pukul 8.30 WIB`, `pukul 8.30 WIB malam`: the part of the day may stand apart.
_PART_BEFORE = rf"(?:(?<![a-z])(?P<before>{DAYPART})[ ,]{{1,2}})?"
_PART_BEHIND = rf"(?: (?P<behind>{DAYPART})(?= ?(?:$|[|,.)-])))?"
CLOCK = re.compile(
    rf"(?<![0-9])(?:(?<![0-9][.:])|(?<=[0-9]{{4}}:)){_PART_BEFORE}(?P<intro>{_INTRO}[ :]{{0,2}})?"
    rf"{_TIME}{_HALF}(?:{_ZONE})?{_PART_BEHIND}"
)
MALFORMED = re.compile(
    rf"[0-9]{{1,3}} ?: ?[0-9]{{1,3}}(?![0-9]){_UNIT}"
    r"|[0-9]{1,2} ?- ?[0-9]{1,2} ?(?:wib|wita|wit)"
)
_UNTIL = re.compile(
    r"[ )]*(?:-|~|s/d|s\.d\.?|sd|sampai(?: dengan)?|hingga|to|until) ?(?:pukul |pkl\.? ?|jam )?"
    r"(?:[0-9]{1,2}[:.][0-9]{2}(?![0-9]|[:.][0-9])|selesai|(?P<hour>[0-9]{1,2})(?![0-9]))"
)
# What may stand between a date and its clock time, on either side.
FILLER = re.compile(
    r"(?:[^a-z0-9]"
    r"|(?:t|pukul|pkl|pk|jam|waktu|time|at|on|hari|tanggal|tgl|pada|masehi|m)(?![a-z])"
    rf"|{WEEKDAY}|{MARKET_DAY}|{DAYPART}|wib|wita|wit){{0,24}}"
)
ZONE_BESIDE = re.compile(r"[ ,(]{0,3}(?P<zone>wib|wita|wit)(?![a-z])")
_PRAYER_BEFORE = re.compile(rf"(?<![a-z]){PRAYER}[ ,:(]*$")


def _offset(found: re.Match[str]) -> int | None:
    """Return minutes east of Greenwich, None without a zone, too many for what is no zone."""
    name = found["local"] or found["region"] or found["city"]
    if name:
        return LOCAL[name]
    hour = found["ghour"] or found["east"] or found["west"]
    if hour is None:
        return 0 if found["zulu"] or found["gmt"] is not None else None
    minute = int(found["gminute"] or found["eminute"] or found["wminute"] or 0)
    minutes = int(hour) * 60 + (minute if minute < 60 else 60 * 60)
    return -minutes if found["west"] or found["gsign"] == "-" else minutes


def _hour(hour: int, half: str | None, part: str | None) -> int | None:
    """Return the hour of 24; None when the half of the day contradicts it.

    `13:05 PM` is printed by systems that add the half to a clock of 24 hours: still one meaning.
    """
    if half == "a":
        return None if hour > 12 else hour % 12
    if half == "p":
        return hour if hour >= 12 else (hour + 12 if hour else None)
    if part is None or hour > 12:
        return hour
    return _hour_of_part(hour, DAYPARTS[part])


def _hour_of_part(hour: int, part: str) -> int | None:
    """Return the hour of 24 for one of 12; None where the part of the day contradicts it.

    `pukul 7 malam` is 19:00, `jam 1 siang` 13:00, `12.15 pagi` 00:15, and `8 petang` nothing; 12 at
    night could be either midnight.

    >>> _hour_of_part(7, "night"), _hour_of_part(12, "morning"), _hour_of_part(12, "night")
    (19, 0, None)
    """
    if part == "morning":
        return hour % 12
    if part == "night":
        return None if hour == 12 else hour + 12 if hour >= 6 else hour
    if part == "day":
        return hour + 12 if 1 <= hour <= 4 else hour
    latest = 3 if part == "noon" else 7
    if 1 <= hour <= latest:
        return hour + 12
    return hour if hour in (0, 12) or (part == "noon" and hour == 11) else None


def _digits(found: re.Match[str]) -> tuple[int, int, int]:
    if found["compact"]:
        return int(found["compact"][:2]), int(found["compact"][2:]), 0
    if found["bare"]:
        return int(found["bare"]), 0, 0
    return int(found["hour"]), int(found["minute"]), int(found["second"] or 0)


def is_clock(found: re.Match[str]) -> bool:
    """Return whether it is an hour: a bare number needs a word or a zone that makes it one."""
    return not found["bare"] or bool(
        found["intro"] or found["half"] or found["part"] or found["local"]
    )


def is_strong(found: re.Match[str]) -> bool:
    """Return whether a word or a zone says that it is a clock time, wherever it stands."""
    has_zone = not found["bare"] and _offset(found) is not None
    return bool(found["intro"] or found["half"]) or has_zone


def is_prayer(line: str, start: int) -> bool:
    """Return whether a prayer's name stands in front: `Subuh 04.30` is its time, not the text's."""
    return _PRAYER_BEFORE.search(line, max(0, start - 16), start) is not None


def _is_span(found: re.Match[str], iso: bool) -> bool:
    """Return whether it lasts: `10:00-12:00`, `10.00 s/d selesai`; `10:00:00-05:00` is a zone."""
    if found["west"] and found["colon"] and not found["second"] and not iso:
        return True
    until = _UNTIL.match(found.string, found.end())
    return until is not None and bool(found["bare"] or not until["hour"])


def read_clock(found: re.Match[str], iso: bool = False) -> Clock | None:
    """Return the clock time of a match of `CLOCK`, None if impossible; `iso`: behind a `T`."""
    hour, minute, second = _digits(found)
    part = found["part"] or found["before"] or found["behind"]
    hour24 = _hour(hour, found["half"], part)
    zone = _offset(found)
    if hour24 is None or hour24 > 23 or minute > 59 or second > 59:
        return None
    if (zone is not None and abs(zone) > _FARTHEST) or _is_span(found, iso):
        return None
    return Clock(hour24, minute, second, zone)
