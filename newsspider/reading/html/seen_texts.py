"""The texts of a page that a reader sees, one by one, each with the element that it stands in."""

from collections.abc import Collection, Iterator

from lxml import etree

from newsspider.reading.html.lines import is_unseen
from newsspider.reading.html.paragraphs import UNREAD

Said = tuple[etree._Element, str]
"""A text, and the element that it stands in."""


def texts_in(box: etree._Element) -> Iterator[Said]:
    """Yield the texts in a box, in order.

    >>> from lxml.html import fromstring
    >>> [text for _, text in texts_in(fromstring("<p>Satu <b>dua</b> tiga<i hidden>x</i></p>"))]
    ['Satu ', 'dua', ' tiga']
    """
    walk = etree.iterwalk(box, events=("start", "end"))
    for event, element in walk:
        if event == "start" and (element.tag in UNREAD or is_unseen(element)):
            walk.skip_subtree()
        elif event == "start" and element.text:
            yield element, element.text
        if event == "end" and element is not box and element.tail:
            parent = element.getparent()
            assert parent is not None, "it stands in the box"
            yield parent, element.tail


def texts_behind(start: etree._Element, ends: Collection[etree._Element]) -> Iterator[Said]:
    """Yield the texts behind an element, to the end of the first box of `ends` around it."""
    element = start
    while (parent := element.getparent()) is not None:
        if element.tail:
            yield parent, element.tail
        following = element.getnext()
        if following is not None:
            yield from texts_in(following)
            element = following
            continue
        if parent in ends:
            return
        element = parent
