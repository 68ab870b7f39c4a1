"""A line of a page: what a browser sets apart, and whether it reads as running text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from newsspider.reading.text import letters
from newsspider.reading.trust.printed_lines import are_broken

_SENTENCE: Final = re.compile(r"[.!?…:;][\"”'’)\]]*(?:\s*[(\[][\w/&.,\s-]{2,24}[)\]])?\W*\Z")
_ARABIC: Final = re.compile(r"[\u0590-\u08ff]{3}")
_END: Final = 60  # characters, among which a sentence ends
_LEAST_WORDS: Final = 5  # of a sentence
MANY_WORDS: Final = 14  # that no label has
MOST_LINKED: Final = 0.5
"""Share of links that a line of running text may have."""


@dataclass(slots=True)
class Line:
    """A line: its text, how much of it links hold, and the block element around it."""

    element: etree._Element
    text: str
    linked: int
    is_prose: bool = field(init=False, compare=False)
    """Whether the line reads as running text: a sentence, or long, and no link; or is part of a
    sentence that was broken into lines."""
    _letters: str | None = field(default=None, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Tell whether the line reads as running text."""
        self.is_prose = self.linked <= len(self.text) * MOST_LINKED and _is_sentence(self.text)

    @property
    def letters(self) -> str:
        """The letters and digits of the text, in lower case."""
        if self._letters is None:
            self._letters = letters(self.text)
        return self._letters

    @property
    def link_share(self) -> float:
        """How much of the text is links, 0 to 1."""
        return self.linked / (len(self.text) or 1)

    @property
    def words(self) -> int:
        """How many words the line has."""
        return len(self.text.split())


def _is_sentence(text: str) -> bool:
    words = len(text.split(maxsplit=MANY_WORDS))
    return words >= MANY_WORDS or (
        words >= _LEAST_WORDS
        and (_SENTENCE.search(text[-_END:]) is not None or _ARABIC.search(text) is not None)
    )


def length(said: Iterable[Line]) -> int:
    """Return how many characters some lines have."""
    return sum([len(line.text) for line in said])


def mostly_prose(said: Sequence[Line]) -> bool:
    """Return whether half of some lines is running text."""
    return length(line for line in said if line.is_prose) * 2 >= length(said) > 0


def mark_broken_prose(said: Sequence[Line]) -> None:
    """Take lines of a printed page, each in an element of its own, for the prose that they are."""
    run: list[Line] = []
    for line in (*said, None):
        if line is not None and run and _is_beside(run[-1], line) and not line.linked:
            run.append(line)
            continue
        if len(run) > 2 and are_broken([one.text for one in run]):
            for one in run:
                one.is_prose = True
        run = [] if line is None or line.linked else [line]


def _is_beside(before: Line, line: Line) -> bool:
    """Whether two lines stand in one element, or in neighbours of one tag and class."""
    one, other = before.element, line.element
    if one is other:
        return True
    if one.getparent() is not other.getparent():
        return False
    return "br" in (one.tag, other.tag) or (
        one.tag == other.tag and one.get("class") == other.get("class")
    )
