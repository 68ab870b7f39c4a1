"""Lines that stand under a label of their own: teasers under a headline, comments under a name."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from lxml import etree

from newsspider.reading.finder.line import Line

_LEVELS = 3
_WHOLE = ("body", "html", "main")
_CLOCK = re.compile(
    r"\W*(?:\d{1,2}[.:]\d{2}\W*(?:wib|wita|wit)?|\d{1,3}(?:\s*(?:/|dari|of)\s*\d{1,3})?)\W*\Z",
    re.IGNORECASE,
)


def is_clock(text: str) -> bool:
    """Return whether a line is a time of day or a number alone, as above an entry or a slide."""
    return _CLOCK.match(text) is not None


def carded(said: Sequence[Line], own: Sequence[etree._Element]) -> set[int]:
    """Return the numbers of the lines of prose that are cards; `own` holds the page's headline.

    A card is a box that holds one line of prose behind lines that are none, or a list in which
    links and lines of prose take turns.
    """
    numbers = [number for number, line in enumerate(said) if line.is_prose]
    around = {number: boxes_around(said[number].element) for number in numbers}
    prose = Counter(chain.from_iterable(around.values()))
    lines_in = Counter(said[number].element for number in numbers)
    linked = Counter(
        _parent(said[number].element)
        for number in numbers
        if number
        and lines_in[said[number].element] == 1
        and _is_link_beside(said[number - 1], said[number])
    )
    found = set()
    for number in numbers:
        parent = _parent(said[number].element)
        alone = {
            box
            for box in around[number]
            if prose[box] == 1 and box.tag != "details" and box not in own
        }
        if (linked[parent] > 1 and linked[parent] * 2 >= prose[parent]) or (
            alone and _is_labelled(said, number, alone)
        ):
            found.add(number)
    return found


def _is_labelled(said: Sequence[Line], number: int, boxes: set[etree._Element]) -> bool:
    """Whether a line that is no prose stands before another in one of some boxes."""
    for line in map(said.__getitem__, range(number - 1, -1, -1)):
        if line.is_prose:
            return False
        if not boxes.isdisjoint(boxes_around(line.element)) and not is_clock(line.text):
            return True
    return False


def _is_link_beside(before: Line, line: Line) -> bool:
    """Whether a line is a link in the box in which the next one stands, not one ahead of it."""
    return before.link_share > 0.5 and _parent(line.element) in before.element.iterancestors()


def boxes_around(element: etree._Element) -> list[etree._Element]:
    """Return an element and the boxes around it that a card may be."""
    boxes = [element]
    for _ in range(_LEVELS):
        above = boxes[-1].getparent()
        if above is None or above.tag in _WHOLE:
            break
        boxes.append(above)
    return boxes


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent
