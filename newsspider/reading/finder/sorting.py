"""Sorting a text's column: the paragraphs of the main level, and the boxes beside them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from newsspider.reading.finder.boxes import ACCESSORIES, SUBHEADS, Box, is_label, judge
from newsspider.reading.finder.cards import carded, is_clock
from newsspider.reading.finder.text_lines import APART, Line, Skipped, lines, stands_apart
from newsspider.reading.indonesian.editor_initials import is_sign_off
from newsspider.reading.trust.claims import Claims, letters

_PLAIN_ROWS: Final = frozenset(((), ("p",)))
_OFTEN: Final = 0.25  # share of the prose, from which on bare lines or `<p>` are the paragraphs
_MOST: Final = 0.7  # share of the prose that the level of the paragraphs has
_BARE: Final = 0.15  # share of the prose, from which on bare lines are paragraphs
_MOST_LOST: Final = 0.25  # share of a text that a box built as its paragraphs may be
_SEVERAL: Final = 3
_STOPS: Final = (".", "!", "?", "”", ")")
_MOST_FOREIGN: Final = 0.6  # share of all lines that a foreign box may be

MOST_LETTERS: Final = 60_000
"""Letters of a text in which copies of its lines are looked for."""
MOST_LINES: Final = 4_000
"""Lines of a page that are sorted; more are no article, and would take long to compare."""

Shape = frozenset[tuple[str, ...]]


@dataclass(slots=True)
class Sorted:
    """What of a container is not its text: `foreign` boxes, and whether others are `doubtful`."""

    foreign: set[etree._Element] = field(default_factory=set)
    doubtful: list[etree._Element] = field(default_factory=list)


def sort(
    container: etree._Element, skipped: Skipped, claims: Claims, *, known: bool = False
) -> Sorted:
    """Return which boxes of a container are foreign to its text.

    In a `known` layout, whose texts have no boxes but lists, tables and quotations, any other box
    that is not foreign is doubtful.
    """
    found = Sorted(_apart(container))
    said = lines(container, skipped)
    if 0 < len(said) <= MOST_LINES:
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
    named = (e for e in container.iterdescendants() if e.tag in APART or e.get("role"))
    return {element for element in named if stands_apart(element)}


class _Sorting:
    """A container with the rows of its text, one of which is looked at after another."""

    def __init__(
        self, container: etree._Element, said: Sequence[Line], claims: Claims, known: bool
    ) -> None:
        self.claims = claims
        self.known = known
        self.level = _level(container, said)
        self.rows = _rows(self.level, said)
        self.main = _main(self.level, self.rows)
        alike = (row.get("class") for row in (*self.main, *_up_to(self.level, container)))
        self.alike = frozenset(filter(None, alike))
        """The classes of what is part of the text."""
        often = Counter(row.get("class") for row in self.main if self._has_subhead(row))
        self.sections = frozenset(name for name, times in often.items() if name and times > 1)
        """The classes of several rows with a subhead each."""
        named = Counter(row.get("class") for row in self.main)
        self.usual = frozenset(name for name, times in named.items() if name and times > 1)
        """The classes of several rows."""
        own = [line for row in self.main for line in self.rows[row]]
        self.text = "".join(letters(line.text) for line in own)[:MOST_LETTERS]
        self.about = matter(own, claims)
        self.whole = _length(said)
        self.begun = False
        """Whether a row of the text was seen."""

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
        kind = judge(row, inside, self.text, self.about, self.claims)
        if kind is Box.FOREIGN and _length(inside) < self.whole * _MOST_FOREIGN:
            return kind
        return Box.TEXT if _is_usual(row) or (kind is Box.TEXT and not self.known) else Box.DOUBTFUL

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
        others = (line for other in self.main if other is not row for line in self.rows[other])
        kind = judge(row, inside, "", matter(others, self.claims), self.claims)
        small = _length(inside) <= self.whole * _MOST_LOST
        if kind is not Box.FOREIGN:
            return Box.TEXT
        if small:
            return kind
        alone = sum(other.get("class") == row.get("class") for other in self.rows) == 1
        return Box.DOUBTFUL if self.known and alone else Box.TEXT


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


def _length(said: Iterable[Line]) -> int:
    return sum(len(line.text) for line in said)


def mostly_prose(inside: Sequence[Line]) -> bool:
    """Return whether half of some lines is running text."""
    prose = sum(len(line.text) for line in inside if line.is_prose)
    return prose * 2 >= sum(len(line.text) for line in inside) > 0


def matter(said: Iterable[Line], claims: Claims) -> str:
    """Return lines with headline and description, in lower case."""
    return " ".join([line.text for line in said] + [claims.headline, claims.description]).casefold()


def _is_usual(row: etree._Element) -> bool:
    """Whether texts of known layouts have such a box: a list, a quotation, a prayer in Arabic."""
    return row.tag in ACCESSORIES or row.get("dir") == "rtl"


def _is_plain(row: etree._Element) -> bool:
    return row.tag == "p" or not len(row)


def _level(container: etree._Element, said: Sequence[Line]) -> etree._Element:
    """The element whose children are the text's paragraphs: the lowest with most of its prose."""
    masses: Counter[etree._Element] = Counter()
    counts: Counter[etree._Element] = Counter()
    bare: Counter[etree._Element] = Counter()
    for line in said:
        if line.is_prose:
            bare[line.element] += len(line.text)
            for element in _up_to(line.element, container):
                masses[element] += len(line.text)
                counts[element] += 1
    total = masses[container]
    level = container
    while bare[level] <= total * _BARE:
        best = max(level, key=masses.__getitem__, default=None)
        if best is None or counts[best] < 2 or masses[best] < total * _MOST:
            return level
        level = best
    return level


def _rows(level: etree._Element, said: Sequence[Line]) -> dict[etree._Element, list[Line]]:
    """The children of the level with their lines; the level's own lines are under itself."""
    rows: dict[etree._Element, list[Line]] = {}
    above = set(level.iterancestors())
    for line in said:
        path = list(_up_to(line.element, level))
        if path and path[-1] is level:
            row = path[-2] if len(path) > 1 else level
            rows.setdefault(row, []).append(line)
        elif path and line.element not in above:
            # Outside of the level: the child of the container in which it stands.
            rows.setdefault(_outside(line.element, level), []).append(line)
    return rows


def _outside(element: etree._Element, level: etree._Element) -> etree._Element:
    """The highest element around another that does not hold the level."""
    above = set(level.iterancestors())
    last = element
    for one in element.iterancestors():
        if one in above:
            return last
        last = one
    return last


def _main(level: etree._Element, rows: dict[etree._Element, list[Line]]) -> set[etree._Element]:
    """The rows that are paragraphs: bare lines and `<p>` if there are many, else the usual box."""
    shapes: Counter[Shape] = Counter()
    own: dict[etree._Element, Shape] = {}
    for row, inside in rows.items():
        own[row] = _shape(row, inside, level)
        shapes[own[row]] += sum(len(line.text) for line in inside if line.is_prose)
    total = shapes.total()
    plain = {s for s, mass in shapes.items() if s <= _PLAIN_ROWS and mass >= total * _OFTEN}
    usual = plain or {shapes.most_common(1)[0][0]}
    return {row for row in rows if own[row] in usual}


def _shape(row: etree._Element, inside: Sequence[Line], level: etree._Element) -> Shape:
    """How a row is built: the tags from it down to each of its lines."""
    if row is level:
        return frozenset(((),))
    return frozenset(tuple(e.tag for e in _up_to(line.element, row)) for line in inside)


def _up_to(element: etree._Element, top: etree._Element | None) -> Iterable[etree._Element]:
    yield element
    if element is top:
        return
    for one in element.iterancestors():
        yield one
        if one is top:
            return
