"""The level of a text's paragraphs: the element whose children they are, and its rows."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Final

from lxml import etree

from newsspider.reading.finder.line import Line, length

_PLAIN_ROWS: Final = frozenset(((), ("p",)))
_OFTEN: Final = 0.25  # share of the prose, from which on bare lines or `<p>` are the paragraphs
_MOST: Final = 0.7  # share of the prose that the level of the paragraphs has
_BARE: Final = 0.15  # share of the prose, from which on bare lines are paragraphs

Shape = frozenset[tuple[str, ...]]


def level_of(container: etree._Element, said: Sequence[Line]) -> etree._Element:
    """Return the element whose children are paragraphs: the lowest with most of a text's prose."""
    masses: defaultdict[etree._Element, int] = defaultdict(int)
    counts: defaultdict[etree._Element, int] = defaultdict(int)
    bare: defaultdict[etree._Element, int] = defaultdict(int)
    for line in said:
        if line.is_prose:
            bare[line.element] += len(line.text)
            for element in up_to(line.element, container):
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


def rows_of(level: etree._Element, said: Sequence[Line]) -> dict[etree._Element, list[Line]]:
    """Return the children of the level with their lines; its own lines are under itself."""
    rows: dict[etree._Element, list[Line]] = {}
    above = set(level.iterancestors())
    for line in said:
        path = up_to(line.element, level)
        if path[-1] is level:
            row = path[-2] if len(path) > 1 else level
            rows.setdefault(row, []).append(line)
        elif line.element not in above:
            # Outside of the level: the child of the container in which it stands.
            rows.setdefault(_outside(line.element, above), []).append(line)
    return rows


def _outside(element: etree._Element, above: Collection[etree._Element]) -> etree._Element:
    """The highest element around another that does not hold the level, as those `above` it do."""
    around = takewhile(lambda one: one not in above, element.iterancestors())
    return [element, *around][-1]


def main_rows(level: etree._Element, rows: dict[etree._Element, list[Line]]) -> set[etree._Element]:
    """Return the rows that are paragraphs: bare lines and `<p>` if many, else the usual box."""
    shapes: Counter[Shape] = Counter()
    own: dict[etree._Element, Shape] = {}
    for row, inside in rows.items():
        own[row] = _shape(row, inside, level)
        shapes[own[row]] += length([line for line in inside if line.is_prose])
    total = shapes.total()
    plain = {s for s, mass in shapes.items() if s <= _PLAIN_ROWS and mass >= total * _OFTEN}
    usual = plain or {shapes.most_common(1)[0][0]}
    return {row for row in rows if own[row] in usual}


def _shape(row: etree._Element, inside: Sequence[Line], level: etree._Element) -> Shape:
    """How a row is built: the tags from it down to each of its lines."""
    if row is level:
        return frozenset(((),))
    return frozenset([tuple([e.tag for e in up_to(line.element, row)]) for line in inside])


def up_to(element: etree._Element, top: etree._Element | None) -> list[etree._Element]:
    """Return an element and what it stands in, up to the element at the top."""
    path = [element]
    while element is not top and (above := element.getparent()) is not None:
        path.append(above)
        element = above
    return path


def part_around(element: etree._Element, box: etree._Element) -> etree._Element:
    """Return the part of a box that an element within is, or stands in."""
    while (above := element.getparent()) is not box and above is not None:
        element = above
    return element
