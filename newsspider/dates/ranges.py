"""Ranges: `1-5 januari 2024`, `28 des - 3 jan`, `s/d 5 mei 2024`: no date of publication."""

import re

from newsspider.dates.vocabulary import DAYPART, MARKET_DAY, MONTH, WEEKDAY

_TO = r"(?:-|~|s/d|s\.d\.?|sd|sampai(?: dengan)?|hingga|to|until|till)"
_AND = rf"(?:{_TO}|/|dan|and|&|atau|or|ke)"
_HARI = (
    r"(?:(?:hari|tanggal|tgl\.?|pada)(?![a-z]) ?"
    rf"|(?:{WEEKDAY}|{MARKET_DAY}|{DAYPART})[ ,(]{{0,3}})"
)
_NUMBER = r"(?<![a-z0-9:.])(?<![0-9][/-])[0-9]{1,2}(?:st|nd|rd|th)?"
_NOT_BY = r"(?<![a-z])(?<!oleh )(?<!oleh: )(?<!penulis: )(?<!jurnalis )"  # Jumat is a name too
# What stands in front of the last day of a range, its own weekday included.
_BEFORE = re.compile(
    rf"(?:{_NUMBER} ?,? ?{_AND} ?(?:(?:tanggal|tgl\.?) )?$"  # 1-5 januari; 1, 2 dan 3 januari
    rf"|{WEEKDAY},? \(?{_NUMBER} ?{_AND} ?"  # senin 10 - selasa 11 januari
    rf"|{_NUMBER}[ ./-]{MONTH}\.? ?{_AND} ?"  # 28 des - 3 jan
    rf"|{_NUMBER}/[0-9]{{1,2}} ?{_TO} ?"  # 1/1 - 5/1
    rf"|{_NUMBER} ?, ?{_NUMBER} ?, ?"  # 1, 2, 3 januari
    rf"|(?:^|(?:tanggal|tgl\.?) |{WEEKDAY},? ){_NUMBER} ?,? ?"  # 3, 5 januari; 1 1 januari
    rf"|{_NOT_BY}{WEEKDAY} ?(?:{_TO}|/|dan|&) ?{WEEKDAY}[ ,(]{{0,3}}"  # senin-selasa, 11 januari
    r"|(?<![a-z])(?:s/d|s\.d\.?|sd|sampai(?: dengan)?|hingga|sejak|mulai|until|till|since) )"
    rf"{_HARI}{{0,3}}$"
)
_OPEN_END = re.compile(
    rf"[ )]*{_TO} ?(?:selesai|sekarang|seterusnya|kini|now|present|[0-9]{{4}}(?![0-9]|[:.]| ?wi)"
    r"|[0-9]{1,4}([/-])[0-9]{1,2}\1[0-9]|[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{4})|/[0-9]{4}-"
)
_JOIN = re.compile(rf"[ )(]*{_TO}[ (]*{_HARI}{{0,3}}[ (]*")


def is_open(line: str, start: int, end: int) -> bool:
    """Return whether the date at `start`:`end` is one end of a range that lacks the other."""
    return bool(_BEFORE.search(line, max(0, start - 60), start) or _OPEN_END.match(line, end))


def joins(line: str, end: int, start: int) -> bool:
    """Return whether nothing but a range sign stands between two dates."""
    return _JOIN.fullmatch(line, end, start) is not None
