"""What stands around the beginning of a text, box by box outwards, each read when asked for."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from lxml import etree

from newsspider.reading.finder.cards import carded
from newsspider.reading.finder.line import Line
from newsspider.reading.finder.paragraph_level import part_around
from newsspider.reading.finder.text_lines import is_block, lines
from newsspider.reading.trust.claims import Claims
from newsspider.reading.trust.foreign.service_lines import is_service_line

MOST_LINES: Final = 4_000
"""Lines of a page that are looked at; more are no article, and would take long to compare."""


class Row(NamedTuple):
    """A box with its lines, and those of them that are prose and may be the article's."""

    box: etree._Element
    lines: Sequence[Line]
    prose: Sequence[Line]


class Level:
    """A box with its lines; `own` holds what the text begins with, and the boxes around it."""

    def __init__(
        self,
        box: etree._Element,
        said: Sequence[Line],
        own: Sequence[etree._Element],
        claims: Claims,
    ) -> None:
        self._box = box
        self._said = said
        self._claims = claims
        self._cards = carded(said, own)

    def within(self, box: etree._Element) -> Row:
        """Return the box, or one in it."""
        if box is self._box:
            return self._row(box, range(len(self._said)))
        elements = ((n, line.element) for n, line in enumerate(self._said))
        return self._row(box, [n for n, e in elements if e is box or box in e.iterancestors()])

    @property
    def bare(self) -> Sequence[Line]:
        """The prose that stands in the box itself, between its parts."""
        if not is_block(self._box):
            return ()
        own = [n for n, line in enumerate(self._said) if line.element is self._box]
        return self._row(self._box, own).prose

    def beside(self, branch: etree._Element) -> tuple[list[Row], list[Row]]:
        """Return the parts of the box before a branch of it, and those behind it."""
        inside: dict[etree._Element, list[int]] = {part: [] for part in self._box}
        for number, line in enumerate(self._said):
            if line.element is not self._box:
                inside[part_around(line.element, self._box)].append(number)
        parts = list(inside)
        at = parts.index(branch)
        before = [self._row(part, inside[part]) for part in parts[:at]]
        return before, [self._row(part, inside[part]) for part in parts[at + 1 :]]

    def _row(self, box: etree._Element, numbers: Sequence[int]) -> Row:
        if not numbers:
            return Row(box, (), ())
        said = [self._said[number] for number in numbers]
        prose = [self._said[n] for n in numbers if n not in self._cards and self._said[n].is_prose]
        return Row(box, said, [line for line in prose if is_own(line, self._claims)])


class Levels:
    """Reads the boxes around where a text begins, nothing twice; around nowhere, any box.

    What stands in `opened` is looked at though its tag says that it is beside a text.
    """

    def __init__(
        self, start: etree._Element | None, claims: Claims, opened: frozenset[etree._Element]
    ) -> None:
        self._own = () if start is None else (start, *start.iterancestors())
        self._around = opened.union(self._own)
        self._claims = claims
        self._known: dict[etree._Element, Sequence[Line]] = {}

    def read(self, box: etree._Element) -> Level | None:
        """Return a box with its lines; None where it has too many."""
        said = lines(box, around=self._around, known=self._known)
        if len(said) > MOST_LINES:
            return None
        if is_block(box):
            self._known[box] = said
        return Level(box, said, self._own, self._claims)


def is_own(line: Line, claims: Claims) -> bool:
    """Return whether a line does not serve the page, nor repeats what its head says."""
    return line.letters not in claims.repeated and not is_service_line(line.text)
