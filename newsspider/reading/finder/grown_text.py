"""A text as far as it was found, and which of its neighbours go on with it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

from lxml import etree

from newsspider.reading.finder.boxes import (
    ACCESSORIES,
    SUBHEADS,
    Box,
    goes_on,
    is_another,
    is_label,
    is_named_otherwise,
    judge,
    told_by,
)
from newsspider.reading.finder.levels import Row, is_own
from newsspider.reading.finder.line import Line, length, mostly_prose
from newsspider.reading.finder.text_lines import stands_apart
from newsspider.reading.html.element_index import string_of
from newsspider.reading.trust.claims import Claims
from newsspider.reading.trust.topic import shared

_FEW_WORDS: Final = 3  # of a sentence
_FEWEST: Final = 8  # of a paragraph
_SUBHEAD = re.compile(r"[A-Z“][\w’'“”-]*(?: [\w’'“”,-]+){1,9}[?!”:]?\Z")
_LONGEST_LIST: Final = 40  # rows
_SEVERAL: Final = 2  # lines of prose, which few widgets have
_LINKED: Final = 0.3  # share of links that running text does not have
_ON_THE_MATTER: Final = 0.15  # share of the words of headline and description
_LEADS: Final = 4  # times as long as its lead a text is
_SAYS_THE_SAME: Final = 0.5  # share of the words of headline and description
_STOPS: Final = (".", "!", "?", "”")
_BESIDE: Final = frozenset(("aside", "footer", "header", "nav"))
_INLINE: Final = frozenset((
    "a", "abbr", "b", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "u",
))  # fmt: skip


class GrownText:
    """The rows of a text, and what is known of the article they should be of."""

    def __init__(self, claims: Claims, opened: frozenset[etree._Element], *, headed: bool) -> None:
        self.claims = claims
        self.rows: list[Row] = []
        self._opened = opened
        self._headed = headed
        self._said: tuple[str, str] | None = None

    def take(self, rows: Iterable[Row]) -> None:
        """Add rows, which may stand before the others."""
        self.rows += rows
        self._said = None

    @property
    def mass(self) -> int:
        """How many characters of prose the text has."""
        return sum([length(row.prose) for row in self.rows])

    @property
    def said(self) -> tuple[str, str]:
        """The letters of the text, and its words with those of headline and description."""
        if self._said is None:
            self._said = told_by([line for row in self.rows for line in row.lines], self.claims)
        return self._said

    def goes_on_in(
        self, row: Row, beside: Sequence[Row], *, before: bool, took: Sequence[Row] = ()
    ) -> bool:
        """Return whether a neighbour, `before` the text or behind it, is part of it.

        `beside` are all rows of its box, `took` those of it that are taken for the text so far.
        """
        if not row.prose or (row.box.tag in _BESIDE and row.box not in self._opened):
            return False
        name = row.box.get("class")
        if name and name in self._classes and mostly_prose(row.lines):
            return True
        if before and self._headed and not self.is_on_the_matter(row.prose):
            return False
        return not self._is_foreign(row, beside, took)

    def is_about(self, row: Row) -> bool:
        """Return whether a row has words of headline and description, or of the text so far."""
        return self.is_on_the_matter(row.prose) or goes_on(row.lines, self.said[1])

    def is_accompanied_by(self, row: Row, bare: Sequence[Line], last: Row | None) -> bool:
        """Return whether a neighbour behind the beginning is a subhead, a list, or in its lines.

        `last` is the row that the text ends with so far.
        """
        if not row.lines:
            return bool(bare) and row.box.tag in _INLINE
        if row.box.tag in SUBHEADS:
            (first, *others) = row.lines
            return not others and not first.linked and not is_label(first.text)
        if last is not None and self._is_short_paragraph(row, last.box):
            return True
        if last is not None and self._is_plain_subhead(row, last.box):
            return True
        if last is not None and self._is_of_a_plain_list(row, last):
            return True
        return row.box.tag in ACCESSORIES and self._judged(row, "", "") is Box.TEXT

    def is_on_the_matter(self, said: Iterable[Line]) -> bool:
        """Return whether lines have some of the words of headline and description."""
        whole = " ".join([line.text for line in said]).casefold()
        return shared(self.claims.words, whole) >= _ON_THE_MATTER

    @property
    def _classes(self) -> set[str | None]:
        return {row.box.get("class") for row in self.rows}

    def _judged(self, row: Row, text: str, about: str) -> Box:
        return judge(row.box, row.lines, text, about, self.claims)

    def _is_short_paragraph(self, row: Row, last: etree._Element) -> bool:
        """Whether a row is built as the paragraph before it, and holds a sentence of few words."""
        line, *others = row.lines
        if others or line.linked or line.words < _FEW_WORDS or not line.text.endswith(_STOPS):
            return False
        box = row.box
        alike = (box.tag, box.get("class")) == (last.tag, last.get("class"))
        return alike and is_own(line, self.claims)

    def _is_plain_subhead(self, row: Row, last: etree._Element) -> bool:
        """Whether a few words without a stop stand behind a paragraph, built as it is, and ahead of
        another or of a list."""
        line, *others = row.lines
        if others or line.linked or not _SUBHEAD.match(line.text) or is_label(line.text):
            return False
        box, behind = row.box, next(_read_behind(row.box), None)
        if behind is None:
            return False
        is_list = behind.tag in ACCESSORIES
        if not is_list and len(string_of(behind).split()) < _FEWEST:
            return False
        built = (box.tag, box.get("class"))
        parts = (last,) if is_list else (last, behind)
        alike = all((one.tag, one.get("class")) == built for one in parts)
        return alike and is_own(line, self.claims)

    def _is_of_a_plain_list(self, row: Row, last: Row) -> bool:
        """Whether a row is one of several short lines between paragraphs, all built as they are,
        or holds several itself."""
        if any(line.linked or is_label(line.text) for line in row.lines):
            return False
        if not all(is_own(line, self.claims) for line in row.lines):
            return False
        if len(row.lines) > 1 and any(line.element is not row.box for line in row.lines):
            return False
        built = (last.box.tag, last.box.get("class"))
        short = int(not last.prose) + len(row.lines) - 1
        for box in islice(chain([row.box], _read_behind(row.box)), _LONGEST_LIST):
            if box is not row.box and short >= _SEVERAL and box.tag in ACCESSORIES:
                return True
            if (box.tag, box.get("class")) != built:
                return False
            said = string_of(box).strip()
            if len(said.split()) >= _FEWEST and said.endswith((*_STOPS, ")")):
                return short >= _SEVERAL
            short += 1
        return False

    def _is_foreign(self, row: Row, beside: Sequence[Row], took: Sequence[Row]) -> bool:
        if len(row.prose) >= _SEVERAL:
            if not self.rows:
                return _is_beside_the_text(row, took)
            return is_another(row.box, row.lines, *self.said, main=self._is_below_its_lead(row))
        if length(row.prose) * 2 < length(row.lines):
            return True
        if self.rows and not all(line.is_prose for line in row.lines):
            return True
        if self._judged(row, *self.said) is not Box.FOREIGN:
            return False
        return not self._is_one_of_several(row, beside)

    def _is_below_its_lead(self, row: Row) -> bool:
        """Whether what was found so far is so short beside a row that says what the page's head
        does, that it is the lead: a long text has few words of it, however much it is its own."""
        if length(row.prose) < self.mass * _LEADS:
            return False
        whole = " ".join([line.text for line in row.prose]).casefold()
        return shared(self.claims.words, whole) >= _SAYS_THE_SAME

    def _is_one_of_several(self, row: Row, beside: Sequence[Row]) -> bool:
        """Whether a box is one of several rows of text, each with a picture beside it."""
        tag, name = row.box.tag, row.box.get("class")
        if not name and tag != "figure":
            return False
        if not all(line.is_prose and line.link_share < _LINKED for line in row.lines):
            return False
        alike = (one for one in beside if (one.box.tag, one.box.get("class")) == (tag, name))
        said = [line for one in alike if one is not row for line in one.lines]
        return mostly_prose(said) and self.is_on_the_matter([*row.lines, *said])


def _is_beside_the_text(row: Row, took: Sequence[Row]) -> bool:
    """Whether rows that have the text are followed by comments, or by other articles' teasers."""
    mass = sum([length(one.prose) for one in took])
    if not mass or length(row.prose) >= mass * _LEADS:
        return False
    alike = {name for one in took for name in (one.box.get("class") or "").split()}
    if not alike.isdisjoint((row.box.get("class") or "").split()):
        return False
    return is_named_otherwise(row.box) or length(row.prose) * 2 < length(row.lines)


def _read_behind(box: etree._Element) -> Iterator[etree._Element]:
    """Yield the siblings behind a box but slots of advertisements, scripts, pictures."""
    return (sibling for sibling in box.itersiblings() if not stands_apart(sibling))
