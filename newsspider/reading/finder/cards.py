"""Lines that stand under a label of their own: teasers under a headline, comments under a name."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from lxml import etree

from newsspider.reading.finder.line import Line

_LEVELS = 3
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
    prose: Counter[etree._Element] = Counter()
    linked: Counter[etree._Element] = Counter()
    lines_in = Counter(line.element for line in said if line.is_prose)
    bare = {element for element, number in lines_in.items() if number > 1}
    labels: dict[etree._Element, int] = {}
    for number, line in enumerate(said):
        for element in boxes_around(line.element):
            if line.is_prose:
                prose[element] += 1
            elif not is_clock(line.text):
                labels.setdefault(element, number)
        if (
            number
            and line.element not in bare
            and line.is_prose
            and _is_link_beside(said[number - 1], line)
        ):
            linked[_parent(line.element)] += 1
    found = set()
    for number, line in enumerate(said):
        if not line.is_prose:
            continue
        parent = _parent(line.element)
        if (linked[parent] > 1 and linked[parent] * 2 >= prose[parent]) or any(
            prose[box] == 1 and labels.get(box, number) < number and box not in own
            for box in boxes_around(line.element)
        ):
            found.add(number)
    return found


def _is_link_beside(before: Line, line: Line) -> bool:
    """Whether a line is a link in the box in which the next one stands, not one ahead of it."""
    return before.link_share > 0.5 and _parent(line.element) in before.element.iterancestors()


def boxes_around(element: etree._Element) -> Iterable[etree._Element]:
    """Yield an element and the boxes around it that a card may be."""
    yield element
    for level, above in enumerate(element.iterancestors()):
        if level == _LEVELS or above.tag in ("body", "html", "main"):
            return
        yield above


def _parent(element: etree._Element) -> etree._Element:
    parent = element.getparent()
    return element if parent is None else parent
