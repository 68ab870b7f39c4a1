"""Texts in which no box stands: of paragraphs, of lines that breaks part, or of both."""

from collections.abc import Sequence
from typing import Final

from lxml import etree

from newsspider.reading.finder.line import MANY_WORDS
from newsspider.reading.finder.text_lines import Skipped
from newsspider.reading.html.element_index import string_of
from newsspider.reading.html.paragraphs import UNREAD

_IN_LINE: Final = UNREAD | frozenset((
    "a", "abbr", "b", "br", "em", "font", "i", "mark", "small", "strong", "sub", "sup", "u",
))  # fmt: skip
_IN_PARAGRAPH: Final = _IN_LINE | {"p", "span"}
_WHOLE: Final = ("body", "html", "main")
_OFTEN: Final = 0.25  # share of a text that is prose of paragraphs, so that they are its rows
_MOST_LINKED: Final = 0.4


def is_boxless(container: etree._Element, skipped: Skipped | None) -> bool:
    """Return whether a text has no boxes but `<p>`, nor bare lines that may be none of it.

    What is `skipped` or has no text may stand among them. Such paragraphs are all built alike, so
    that none needs to be told from the others.
    """
    if container.tag in _WHOLE:
        return False
    bare = _length(container.text)
    paragraphs = []
    for part in container:
        bare += _length(part.tail)
        if part.tag in UNREAD or (skipped and skipped(part)):
            continue
        tags = {element.tag for element in part.iter()}
        if part.tag == "p" and tags <= _IN_PARAGRAPH:
            paragraphs.append((part, string_of(part)))
        elif tags <= _IN_LINE:
            bare += _length(string_of(part))
        elif not _is_empty(part):
            return False
    said = [(part, text) for part, text in paragraphs if not text.isspace()]
    return not said or _are_rows(said, bare)


def _are_rows(said: Sequence[tuple[etree._Element, str]], bare: int) -> bool:
    """Whether paragraphs are the rows of a text with some characters beside them, not teasers."""
    if len(said) > 1 and any(next(part.iter("br"), None) is not None for part, _ in said):
        return False
    whole, prose, paragraphs, teasers = bare, 0, 0, 0
    for part, text in said:
        length = _length(text)
        whole += length
        linked = sum([_length(string_of(link)) for link in part.iter("a")]) if len(part) else 0
        if linked > length * _MOST_LINKED:
            teasers += 1
        elif len(text.split(maxsplit=MANY_WORDS)) >= MANY_WORDS:
            paragraphs += 1
            prose += length
    return prose > whole * _OFTEN and teasers * 2 < paragraphs


def _is_empty(part: etree._Element) -> bool:
    """Whether a box has no text but that of programs."""
    return not any(
        (_length(element.text) and element.tag not in UNREAD)
        or (_length(element.tail) and element is not part)
        for element in part.iter()
    )


def _length(text: str | None) -> int:
    """How many characters that are seen a text has."""
    return len("".join(text.split())) if text else 0
