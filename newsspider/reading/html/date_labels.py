"""Labels of dates that stand outside the element that holds the date: "Tayang: <time>…</time>"."""

from typing import Final

from lxml import etree

from newsspider.dates.labels import Rank, label_at_end
from newsspider.reading.html.element_index import string_of
from newsspider.reading.text import clean

_LONGEST: Final = 120  # characters of a text that ends in a label
_MOST: Final = 6  # elements between a date and its label
_PARTS: Final = 3  # elements within one that holds a label
_NO_LABEL: Final = "."
_OTHERS: Final = ("a", "h1", "h2", "h3", "h4", "h5", "h6")  # a topic or a heading is no label


def label_ahead(element: etree._Element, *, behind: bool = False) -> tuple[Rank, str]:
    """Return the label in front of the text of an element, or `behind` of its tail, with its rank.

    It is what stands nearest before it, in the same box or in the one beside it.

    >>> from lxml.html import fromstring
    >>> box = fromstring("<dl><dt>Pembaruan</dt><dd><time>6 Oktober 2026</time></dd></dl>")
    >>> label_ahead(box.find(".//time"))
    (<Rank.UPDATED: 3>, 'Pembaruan')
    """
    text = _text_ahead(element, behind=behind)
    return label_at_end(text) if len(text) <= _LONGEST else (Rank.UNLABELLED, "")


def labelled(element: etree._Element, text: str, *, behind: bool = False) -> str:
    """Return a text of an element that is a date, with the label ahead where it is of an update.

    Without it the date would pass for that of the publication.
    """
    rank, label = label_ahead(element, behind=behind)
    return f"{clean(label)} {text}" if rank is Rank.UPDATED else text


def _text_ahead(element: etree._Element, *, behind: bool) -> str:
    """The text that stands nearest before the text of an element, or before its tail."""
    if behind and (within := _text_of(element)):
        return within
    for _ in range(_MOST):
        previous, parent = element.getprevious(), element.getparent()
        if previous is not None:
            said, element = _said(previous.tail) or _text_of(previous), previous
        elif parent is not None and parent.tag not in _OTHERS:
            said, element = _said(parent.text), parent
        else:
            return ""
        if said:
            return said
    return ""


def _text_of(element: etree._Element) -> str:
    """The text of an element; a mere stop for that of a link, a heading or many parts."""
    if not isinstance(element.tag, str):
        return ""
    if len(element) > _PARTS:
        return _NO_LABEL
    text = _said(string_of(element))
    return _NO_LABEL if text and element.tag in _OTHERS else text


def _said(text: str | None) -> str:
    return text if text and not text.isspace() else ""
