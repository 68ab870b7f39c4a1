"""Sorting a text's column: the paragraphs of the main level, and the boxes beside them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, cast

from lxml import etree
from propcache.api import cached_property

from newsspider.reading.finder.boxes import (
    ACCESSORIES,
    SUBHEADS,
    Box,
    is_label,
    judge,
    matter,
    told_by,
)
from newsspider.reading.finder.boxless_text import is_boxless
from newsspider.reading.finder.cards import carded, is_clock
from newsspider.reading.finder.levels import MOST_LINES, is_own
from newsspider.reading.finder.line import Line, length, mostly_prose
from newsspider.reading.finder.paragraph_level import level_of, main_rows, rows_of, up_to
from newsspider.reading.finder.text_lines import APART, Skipped, lines, stands_apart
from newsspider.reading.indonesian.editor_initials import is_sign_off
from newsspider.reading.trust.claims import Claims
from newsspider.reading.trust.topic import has_common_words, long_words, shared

_ROLES = etree.XPath("descendant::*[@role]")
_MOST_LOST: Final = 0.25  # share of a text that a box built as its paragraphs may be
_SEVERAL: Final = 3
_LONG_TEXT: Final = 1_500  # characters
_STOPS: Final = (".", "!", "?", "”", ")")
_MOST_FOREIGN: Final = 0.6  # share of all lines that a foreign box may be


@dataclass(slots=True)
class Sorted:
    """What of a container is not its text: `foreign` boxes, and whether others are `doubtful`."""

    foreign: set[etree._Element] = field(default_factory=set)
    doubtful: list[etree._Element] = field(default_factory=list)


def sort(
    container: etree._Element,
    skipped: Skipped | None,
    claims: Claims,
    *,
    known: bool = False,
    said: Sequence[Line] | None = None,
) -> Sorted:
    """Return which boxes of a container are foreign to its text; `said` are its lines, if known.

    In a `known` layout, whose texts have no boxes but lists, tables and quotations, any other box
    that is not foreign is doubtful.
    """
    found = Sorted(_apart(container))
    if said is None:
        if is_boxless(container, skipped):
            return found
        said = lines(container, skipped)
    has_rows = any(line.element is not container for line in said)
    if has_rows and len(said) <= MOST_LINES:
        sorting = _Sorting(container, said, claims, known)
        for row, inside in sorting.rows.items():
            kind = sorting.kind_of(row, inside)
            if kind is Box.FOREIGN:
                found.foreign.add(row)
            elif kind is Box.DOUBTFUL:
                found.doubtful.append(row)
        left_out = {id(line) for row in found.foreign for line in sorting.rows.get(row, ())}
        if known and _is_of_cards(container, said, left_out):
            found.doubtful.append(container)
    return found


def _apart(container: etree._Element) -> set[etree._Element]:
    """What tags and roles say is no part of a text, though it would be read."""
    named = chain(
        container.iterdescendants(*APART), cast("list[etree._Element]", _ROLES(container))
    )
    return {element for element in named if stands_apart(element)}


class _Sorting:
    """A container with the rows of its text, one of which is looked at after another."""

    def __init__(
        self, container: etree._Element, said: Sequence[Line], claims: Claims, known: bool
    ) -> None:
        self.claims = claims
        self.known = known
        self.level = level_of(container, said)
        self.rows = rows_of(self.level, said)
        self.main = main_rows(self.level, self.rows)
        alike = (row.get("class") for row in (*self.main, *up_to(self.level, container)))
        self.alike = frozenset(filter(None, alike))
        """The classes of what is part of the text."""
        often = Counter(row.get("class") for row in self.main if self._has_subhead(row))
        self.sections = frozenset(name for name, times in often.items() if name and times > 1)
        """The classes of several rows with a subhead each."""
        named = Counter(row.get("class") for row in self.main)
        self.usual = frozenset(name for name, times in named.items() if name and times > 1)
        """The classes of several rows."""
        self.whole = length(said)
        self.begun = False
        """Whether a row of the text was seen."""

    @cached_property
    def told(self) -> tuple[str, str]:
        """What the rows of the text tell."""
        return told_by([line for row in self.main for line in self.rows[row]], self.claims)

    @cached_property
    def pressed(self) -> frozenset[str]:
        """The classes of several rows, most of which have buttons to share or quote them."""
        rows = [row for row in self.main if row.get("class") in self.usual]
        named = Counter(row.get("class") for row in rows)
        pressed = Counter(row.get("class") for row in rows if _has_button(row))
        return frozenset(name for name in self.usual if pressed[name] * 2 > named[name])

    def kind_of(self, row: etree._Element, inside: Sequence[Line]) -> Box:
        """Return what a row is; rows must come in their order."""
        is_main = row in self.main
        opens = not self.begun
        self.begun = self.begun or is_main
        if row is self.level or (is_main and _is_plain(row)):
            return Box.TEXT
        if row.tag in SUBHEADS and len(inside) == 1 and not inside[0].link_share:
            return Box.DOUBTFUL if opens or is_label(inside[0].text) else Box.TEXT
        if is_main:
            return self._kind_of_main(row, inside)
        if row.get("class") in self.alike and mostly_prose(inside):
            return Box.TEXT
        if opens and not inside[0].is_prose and row.tag not in ACCESSORIES:
            return Box.FOREIGN
        kind = judge(row, inside, *self.told, self.claims)
        if kind is Box.FOREIGN and length(inside) < self.whole * _MOST_FOREIGN:
            return kind
        if kind is Box.TEXT and not self.known:
            return kind
        return Box.TEXT if _is_usual(row) and not self._is_apart(inside) else Box.DOUBTFUL

    def _is_apart(self, inside: Sequence[Line]) -> bool:
        """Whether lines have none of the long words of text, headline and description; a short
        text may have said all that it has to say of their matter."""
        if self.whole < _LONG_TEXT:
            return False
        text = " ".join(line.text for line in inside)
        words = long_words(text)
        if len(words) < _SEVERAL or shared(words, self.told[1]):
            return False
        return has_common_words(text)

    def _is_short_line(self, inside: Sequence[Line]) -> bool:
        """Whether a row is one line that neither leads elsewhere nor serves the page."""
        (first, *others) = inside
        return (
            not others
            and not first.linked
            and not is_label(first.text)
            and is_own(first, self.claims)
        )

    def _has_subhead(self, row: etree._Element) -> bool:
        return any(line.element.tag in SUBHEADS for line in self.rows[row])

    def _kind_of_main(self, row: etree._Element, inside: Sequence[Line]) -> Box:
        """A row that is built as the paragraphs are, but may be a widget all the same.

        One with several lines of prose, of the class of others like it, is a section of the text.
        """
        if row.get("class") in self.sections and sum(line.is_prose for line in inside) > 1:
            return Box.TEXT
        if row.get("class") in self.usual and _is_of_sentences(inside):
            return Box.TEXT
        if row.get("class") in self.pressed and len(inside) == 1 and not inside[0].linked:
            return Box.TEXT
        if row.get("class") in self.usual and self._is_short_line(inside):
            return Box.TEXT
        others = (line for other in self.main if other is not row for line in self.rows[other])
        kind = judge(row, inside, "", matter(others, self.claims), self.claims)
        small = length(inside) <= self.whole * _MOST_LOST
        if kind is not Box.FOREIGN:
            return Box.TEXT
        if small:
            return kind
        alone = sum(other.get("class") == row.get("class") for other in self.rows) == 1
        return Box.DOUBTFUL if self.known and alone else Box.TEXT


def _has_button(row: etree._Element) -> bool:
    return next(row.iter("button"), None) is not None


def _is_of_sentences(inside: Sequence[Line]) -> bool:
    """Whether lines are closed by full stops, be they as short as no prose is; but clock times."""
    said = [line for line in inside if not is_clock(line.text)]
    return bool(said) and all(
        line.words >= _SEVERAL and not line.linked and line.text.endswith(_STOPS)
        for line in said
        if not is_sign_off(line.text)
    )


def _is_of_cards(container: etree._Element, said: Sequence[Line], left_out: set[int]) -> bool:
    """Whether most lines of prose stand under links or labels of their own, as teasers do.

    `left_out` are the lines, by `id`, that are not read.
    """
    numbers = carded(said, [container, *container.iterancestors()])
    cards = sum(id(said[number]) not in left_out for number in numbers)
    prose = sum(line.is_prose and id(line) not in left_out for line in said)
    return cards >= _SEVERAL and cards * 2 > prose


def _is_usual(row: etree._Element) -> bool:
    """Whether texts of known layouts have such a box: a list, a quotation, a prayer in Arabic."""
    return row.tag in ACCESSORIES or row.get("dir") == "rtl"


def _is_plain(row: etree._Element) -> bool:
    return row.tag == "p" or not len(row)
