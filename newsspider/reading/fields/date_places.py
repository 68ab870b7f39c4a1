"""The lines of a page in no known layout that may be its date, by where they stand.

A page shows many dates: the day of the visit in its header, the article's own below the headline,
those of lists beside and below it. What stands between headline and text is the article's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any, Final, NamedTuple, cast

from lxml import etree

from newsspider.dates import Date
from newsspider.dates.vocabulary import YEAR_IN_TEXT
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.fields.date_claims import DateLine, claim_of
from newsspider.reading.html.date_labels import labelled
from newsspider.reading.html.display import BLOCKS
from newsspider.reading.html.lines import is_listed, line_of
from newsspider.reading.html.paragraphs import UNREAD
from newsspider.reading.html.seen_texts import Said, texts_behind
from newsspider.reading.text import clean

_COUNTED_BACK = re.compile(r"\b(?:lalu|ago|kemarin)\b")
_WITH_DIGITS = etree.XPath(
    "descendant::text()[contains(., '19') or contains(., '20')] | $own/descendant::text()"
)
_WORDS_BACK: Final = ("lalu", "ago", "kemarin")
_OF_A_CHANGE = re.compile(
    r"perbarui|perbaru[ia]?n|pemba(?:ha)?ruan|mutakhir|updated?\b|modifi|diubah|revis|edited|sunting"
    r"|\b(?:koreksi|perubahan|ralat)\b(?=\W{0,3}(?:[a-z]{4,6}\W{1,3})?[0-9])",
    re.IGNORECASE,
)
_ENDED = re.compile(r"[.!?][\"”’)]*\Z")
_MADE_FOR_DATES: Final = ("abbr", "time")
_SENTENCE: Final = 8  # words
_LONGEST: Final = 120  # characters of a line with a date
_BEGUN: Final = 300  # characters behind the headline from which on a line stands in the text
_MOST: Final = 60  # lines of a page that are read as dates


class Place(IntEnum):
    """Where a line stands, the likeliest place of the article's own date first."""

    BELOW_HEADLINE = 0
    ABOVE_HEADLINE = 1
    ELSEWHERE = 2
    IN_LIST = 3
    OF_VISIT = 4
    """The day on which the page was fetched, above the headline."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A line that reads as a date: where it stands, the line, and the date in ISO 8601."""

    place: Place
    line: DateLine
    iso: str
    changed: bool

    @property
    def rank(self) -> tuple[Place, bool, bool]:
        """The likelier the date of publication, the lower: by place, label and time of day."""
        return self.place, self.changed, "T" not in self.iso


class _Text(NamedTuple):
    """A text with a year in it, the element around it, and where that stands."""

    element: etree._Element
    text: str
    place: Place


def dated_lines(page: ArticlePage, now: datetime, language: str | None) -> Iterator[list[Dated]]:
    """Yield the lines below the headline that read as dates, then those of the whole page.

    Each time the likeliest to be the article's come first. Whoever is content with the former
    spares the walk through the rest. `now` is when the page was fetched, `language` the tag that it
    declares.
    """
    found: dict[tuple[Place, str], Dated] = {}
    for texts in (_below(page), _everywhere(page)):
        for text in texts:
            if (dated := _read(text, now, language)) is not None:
                found.setdefault((dated.place, dated.iso), dated)
        yield sorted(found.values(), key=lambda one: one.rank)


def _read(said: _Text, now: datetime, language: str | None) -> Dated | None:
    """The date of a text: by itself if it gives a time, else with the line that it stands in."""
    line, place = clean(said.text), said.place
    around = _line_around(said.element)
    if _is_of_a_sentence(around or line) or (not around and _is_among_words(said.element)):
        return None
    date = _date_of(line, now, language)
    if date is None or "T" not in date.iso:
        whole = _date_of(around, now, language) if around not in ("", line) else None
        if whole is not None:
            date, line = whole, around
    if date is None or date.iso[:10] > now.isoformat()[:10]:
        return None
    if YEAR_IN_TEXT.search(line) is None and place is not Place.BELOW_HEADLINE:
        return None  # "5 menit yang lalu" of a list
    if place is Place.ABOVE_HEADLINE and date.iso == now.date().isoformat():
        place = Place.OF_VISIT
    changed = _is_of_a_change(line, around or line)
    if not changed and place <= Place.ABOVE_HEADLINE and said.text == said.element.text:
        alone, line = line, labelled(said.element, line)
        changed = alone != line
    return Dated(place, DateLine(line, "visible"), date.iso, changed)


def _is_of_a_change(line: str, around: str) -> bool:
    """Whether a date is that of a change: the label stands ahead of it, or closes all around it.

    >>> around = "20 Juli 2026 09:10 | Diperbarui 21 Juli 2026 11:00"
    >>> [_is_of_a_change(line, around) for line in around.split(" | ")]
    [False, True]
    >>> _is_of_a_change("20 Juli 2026 09:10", "20 Juli 2026 09:10 (diperbarui)")
    True
    """
    at = max(around.find(line), 0)
    for label in _OF_A_CHANGE.finditer(around):
        if label.start() > at:
            own = YEAR_IN_TEXT.search(around, at, label.start())
            if own is None or not any(map(str.isdigit, around[label.end() :])):
                return True
        elif YEAR_IN_TEXT.search(around, label.end(), at) is None:
            return True
    return False


def _date_of(line: str, now: datetime, language: str | None) -> Date | None:
    claim = claim_of(DateLine(line, "visible"), now, language)
    return None if claim is None else claim.date


def _is_of_a_sentence(line: str) -> bool:
    """Whether a line is running text, whose dates are those of what it tells."""
    if len(line) > _LONGEST:
        return True
    is_long = len(line.split(maxsplit=_SENTENCE)) >= _SENTENCE
    return is_long and _ENDED.search(line) is not None


def _is_among_words(element: etree._Element) -> bool:
    """Whether an element stands within a sentence: words touch it on one side or the other.

    One that is made for a date has a label there.
    """
    if element.tag in BLOCKS or element.tag in _MADE_FOR_DATES:
        return False
    before, parent = element.getprevious(), element.getparent()
    ahead = before.tail if before is not None else parent.text if parent is not None else None
    return any(len((text or "").split()) > 1 for text in (ahead, element.tail))


def _below(page: ArticlePage) -> Iterator[_Text]:
    """Yield the texts with a year in them that stand between the headline and the text."""
    if page.headline is None:
        return
    since = 0
    for element, text in texts_behind(page.headline, _ends(page)):
        since += len(text.strip())
        if since > _BEGUN:
            return
        if _is_dated(text):
            yield _Text(element, text, Place.BELOW_HEADLINE)


def _everywhere(page: ArticlePage) -> Iterator[_Text]:
    """Yield the texts with a year in them of the whole page, some dozens at most."""
    column = page.column.root
    root = page.page.root
    body = root.find("body")
    place = Place.BELOW_HEADLINE if page.headline is None else Place.ABOVE_HEADLINE
    own = set() if page.headline is None else set(page.headline.iter())
    number = 0
    for element, text in _with_digits(root if body is None else body, page.headline):
        if element in own:
            place = Place.ELSEWHERE
        elif number < _MOST and _is_dated(text) and _is_seen(page, element):
            number += 1
            yield _Text(element, text, _place_of(element, place, column))


def _with_digits(body: etree._Element, headline: etree._Element | None) -> Iterator[Said]:
    """Yield the texts of a page that may have a year in them, and those of its headline."""
    own: Any = [] if headline is None else [headline]
    for text in cast("list[etree._ElementUnicodeResult]", _WITH_DIGITS(body, own=own)):
        around = text.getparent()
        element = around.getparent() if around is not None and text.is_tail else around
        if element is not None:
            yield element, text


def _is_seen(page: ArticlePage, element: etree._Element) -> bool:
    """Whether a reader sees what stands in an element."""
    if any(box.tag in UNREAD for box in (element, *element.iterancestors())):
        return False
    return page.page.is_shown(element)


def _ends(page: ArticlePage) -> set[etree._Element]:
    """Where what stands below the headline ends at the latest: with the column, or the text."""
    return {box for box in (page.column.root, page.container) if box is not None}


def _is_dated(text: str) -> bool:
    if len(text) >= 4 * _LONGEST:
        return False
    if YEAR_IN_TEXT.search(text):
        return True
    lower = text.lower()
    return any(map(lower.__contains__, _WORDS_BACK)) and _COUNTED_BACK.search(lower) is not None


def _place_of(element: etree._Element, place: Place, column: etree._Element | None) -> Place:
    """A line above the headline that is not in its column is the page's, not the article's."""
    if place is Place.BELOW_HEADLINE:
        return place
    if is_listed(element):
        return Place.IN_LIST
    above = list(element.iterancestors())
    if place is Place.ABOVE_HEADLINE and column is not None and column not in above:
        return Place.ELSEWHERE
    return place


def _line_around(element: etree._Element) -> str:
    """The line that a reader sees a text in: of the block around it, where that is short."""
    box = element
    while box.tag not in BLOCKS:
        above = box.getparent()
        if above is None:
            break
        box = above
    line = clean(line_of(box))
    return line if len(line) <= _LONGEST else ""
