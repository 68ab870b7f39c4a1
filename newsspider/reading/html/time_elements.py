"""Moments that markup carries beside what it shows: `<time datetime>` and its many relatives."""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final

from lxml import etree

from newsspider.dates import parse_date
from newsspider.dates.labels import Rank
from newsspider.reading.html.date_labels import label_ahead

# `datetime` of <time>, <relative-time>, <time-ago>; `content` of microdata, `title` of hAtom's
# <abbr>, `value` of <data>; the rest is what loading scripts read.
_ATTRIBUTES: Final = (
    "datetime", "content", "title", "value", "data-datetime", "data-date", "data-time",
    "data-published", "data-timestamp", "data-utime", "data-unix", "data-epoch", "d-time",
)  # fmt: skip
_OF_A_CHANGE = re.compile(r"updat|modif|perbarui|diubah|edited|revis", re.IGNORECASE)
_EPOCH = re.compile(r"(1[0-9]{9}|20[0-9]{8})(?:[0-9]{3})?")  # seconds or milliseconds, 2001 to 2036
_MOST: Final = 50  # elements of a date line


def stated_moments(elements: Iterable[etree._Element]) -> Iterator[str]:
    """Yield the moments of publication, ISO 8601, that date lines state in their attributes.

    Mere days are none, nor are elements that speak of a change.

    >>> from lxml.html import fromstring
    >>> list(stated_moments([fromstring('<time datetime="2026-09-16T09:15+07:00">kemarin</time>')]))
    ['2026-09-16T09:15:00+07:00']
    """
    for element in elements:
        within = [part for part, _ in zip(element.iter(etree.Element), range(_MOST), strict=False)]
        around = element.iterancestors("time")
        for part in (*within, *around):
            if not _is_of_a_change(part):
                moments = [*filter(None, map(moment_of, map(part.get, _ATTRIBUTES)))]
                if moments and label_ahead(part)[0] is not Rank.UPDATED:
                    yield from moments


def moment_of(value: str | None) -> str | None:
    """Return the moment, ISO 8601, that a value for programs gives: a date line or epoch seconds.

    >>> moment_of("1789524900"), moment_of("2026-09-16")
    ('2026-09-16T02:15:00+00:00', None)
    """
    if not value or len(value) > 80:
        return None
    if _EPOCH.fullmatch(value.strip()):
        return datetime.fromtimestamp(int(value.strip()[:10]), UTC).isoformat()
    found = parse_date(value)
    return found.iso if found and "T" in found.iso else None


def _is_of_a_change(element: etree._Element) -> bool:
    marks = (element.get("class"), element.get("itemprop"))
    return any(mark and _OF_A_CHANGE.search(mark) for mark in marks)
