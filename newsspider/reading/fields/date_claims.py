"""The dates that a page prints or states: the lines, and what each of them claims."""

import re
from collections.abc import Iterable, MutableMapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Final, NamedTuple

from propcache.api import cached_property

from newsspider.dates import Date, parse_date
from newsspider.dates.labels import LABEL, is_of_update
from newsspider.dates.vocabulary import WEEKDAY_IN_TEXT, YEAR_IN_TEXT
from newsspider.items import Evidence
from newsspider.reading.text import clean

_COUNTED_BACK = re.compile(r"\b(?:lalu|baru saja|ago)\b", re.IGNORECASE)
# What stands in the box of the date line besides the date: the view counter, filled in by a script.
_BESIDE = re.compile(r"[\s|•·(-]*(?:\bdibaca\b|\bloading\s?\.{2,}|\bviews?\s?:).*\Z", re.I | re.S)
_BESIDE_HINTS: Final = ("dibaca", "loading", "view")
# Who wrote it, glued in front of the date line; a label is part of it, and so is another date:
# "16 September 2026 (Diperbarui Kamis, 17 September 2026)".
_IN_FRONT = re.compile(
    rf"\A\D*?[^\s:\d]\s*(?=\b{WEEKDAY_IN_TEXT},? {{1,2}}\d{{1,2}} )",
    re.IGNORECASE,
)
# A date line, though it may be of no day there is ("32 Desember 2025").
_DATED = re.compile(r"(?<!\d)\d{1,2}\W{1,3}\w{1,12}\W{1,3}(?:19|20)\d{2}(?!\d)")
_LONGEST: Final = 80  # characters of a date line


class DateLine(NamedTuple):
    """A date as it is printed or stated, and what kind of evidence it is."""

    text: str
    evidence: Evidence


@dataclass(frozen=True)
class Claim:
    """What a date line says: a day or a moment, in ISO 8601 with its offset."""

    line: DateLine
    date: Date

    @property
    def source(self) -> Evidence:
        """What kind of evidence it is."""
        return self.line.evidence

    @cached_property
    def raw(self) -> str:
        """The date line as it stands on the page, without what stands beside it in its box."""
        return _alone(self.line.text)

    @property
    def exact(self) -> bool:
        """Whether it gives a time of day."""
        return "T" in self.date.iso

    @cached_property
    def relative(self) -> bool:
        """Whether it counts back from the moment the page was fetched ("5 menit yang lalu")."""
        if YEAR_IN_TEXT.search(self.raw):  # with a year, it is no count
            return False
        return _COUNTED_BACK.search(self.raw) is not None

    @cached_property
    def of_update(self) -> bool:
        """Whether it says when the text was changed, and nothing of when it appeared."""
        return self.source == "visible" and is_of_update(self.raw)


def claims(lines: Iterable[DateLine], loader_context: MutableMapping[str, Any]) -> list[Claim]:
    """Return what the lines of one source say that can be read as dates.

    Of visible lines that is the first: a place may hold other things too. The context holds the
    page's `now` (aware) and `language`.
    """
    now, language = loader_context["now"], loader_context["language"]
    found = []
    for line in lines:
        claim = claim_of(line, now, language)
        if claim is not None:
            found.append(claim)
            if line.evidence == "visible":
                break
    return found


@lru_cache(maxsize=64)  # whether a line is backed is asked before it is loaded
def claim_of(line: DateLine, now: datetime, language: str | None) -> Claim | None:
    """Return what one line says, seen at a moment on a page in a language; None for no date."""
    date = parse_date(line.text, now, language if line.evidence == "visible" else None)
    return None if date is None else Claim(line, date)


def is_told(found: Iterable[Claim]) -> bool:
    """Return whether a visible line gives a time of day by itself."""
    return any(claim.exact and not claim.relative for claim in found)


def unreadable(lines: Iterable[DateLine]) -> str | None:
    """Return a line that is written as a date but of no day there is ("32 Desember 2025")."""
    texts = (_alone(line.text) for line in lines)
    return next((text for text in texts if len(text) <= _LONGEST and _DATED.search(text)), None)


def _alone(value: str) -> str:
    """The date line as it stands on the page, without author or view counter in the same box."""
    line = clean(value)
    folded = line.lower()
    alone = _BESIDE.sub("", line) if any(map(folded.__contains__, _BESIDE_HINTS)) else line
    author = _IN_FRONT.match(alone)
    if author and not LABEL.search(author[0].lower()):
        alone = alone[author.end() :]
    return alone or line
