"""The day behind the name of a medium: "Reuters, Selasa (11/1/2022)"."""

import re
from datetime import date

from newsspider.dates.vocabulary import MONTH, MONTHS, WEEKDAY_IN_TEXT

GLOSS = r"(?:\s*\([A-Z][A-Za-z]{1,7}\))?"  # "Associated Press (AP)"
SAYS = r"(?:melaporkan|mewartakan|memberitakan|menulis|melansir)"
DAY = re.compile(
    rf"{GLOSS}(?:,?\s+{SAYS})?(?:\s+di\s+(?-i:[A-Z])\w+(?:\s+(?-i:[A-Z])\w+)?(?=,))?"
    rf"[\"”'’]?,?\s*(?:pada\s+)?(?:hari\s+)?(?:ini\s+)?(?:{WEEKDAY_IN_TEXT}\b)?,?\s*"
    r"(?:pagi|siang|sore|malam|waktu\s+setempat)?\s*,?\s*"
    r"(?:\(\s*(?P<d>\d{1,2})\s*[/-]\s*(?P<m>\d{1,2})(?:\s*[/-]\s*(?P<y>\d{4}|\d{2}))?\s*\)"
    rf"|\(?(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})(?:\s+(?P<year>\d{{4}}))?)",
    re.IGNORECASE,
)


def day_after(text: str, end: int, published: date) -> str | None:
    """The ISO date right behind a name that ends at `end`; None where none stands.

    Without a year it is the nearest such day up to that of publication.
    """
    found = DAY.match(text, end)
    if found is None:
        return None
    if found["d"]:
        day, month, year = int(found["d"]), int(found["m"]), found["y"]
    else:
        day, year = int(found["day"]), found["year"]
        month = MONTHS[found["month"].lower()]
    return _iso(day, month, year, published)


def _iso(day: int, month: int, year: str | None, published: date) -> str | None:
    if year is not None:
        years = [int(year) + (2000 if len(year) == 2 else 0)]
    else:
        years = [published.year, published.year - 1]
    for candidate in years:
        try:
            found = date(candidate, month, day)
        except ValueError:
            continue
        if year is not None or found <= published:
            return found.isoformat()
    return None
