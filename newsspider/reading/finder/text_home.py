"""Where the running text of a page in an unknown layout is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from lxml import etree

from newsspider.reading.finder.boxes import (
    ACCESSORIES,
    SUBHEADS,
    Box,
    is_another,
    is_copy,
    is_label,
    judge,
)
from newsspider.reading.finder.cards import carded
from newsspider.reading.finder.sorting import MOST_LETTERS, MOST_LINES, matter, mostly_prose, sort
from newsspider.reading.finder.text_lines import Line, lines
from newsspider.reading.html.display import is_hidden
from newsspider.reading.indonesian.editor_initials import is_sign_off, without_sign_off
from newsspider.reading.text import clean
from newsspider.reading.trust.claims import Claims, letters
from newsspider.reading.trust.service_lines import is_service_line
from newsspider.reading.trust.topic import shared

_LEAST: Final = 40  # characters of a text
_ENOUGH: Final = 160  # characters of a text that small gains far from it are not added to
_GAIN: Final = 0.5  # share of the text that a gain far from it must have
_FEW_WORDS: Final = 3  # of a sentence
_FEW: Final = 6  # stretches of text
_SEVERAL: Final = 2  # lines of prose, which few widgets have
_LINKED: Final = 0.3  # share of links that running text does not have
_ON_THE_MATTER: Final = 0.15  # share of the words of headline and description
_INLINE: Final = frozenset((
    "a", "abbr", "b", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "u",
))  # fmt: skip
_BESIDE: Final = frozenset(("aside", "footer", "header", "nav"))


@dataclass(slots=True)
class Found:
    """A text that was found: the element around it, and what in it is not of the text."""

    container: etree._Element
    skip: set[etree._Element] = field(default_factory=set)
    doubtful: list[etree._Element] = field(default_factory=list)
    through: set[etree._Element] = field(default_factory=set)
    """Hidden boxes that are further pages of the text, which a script shows one by one."""


def find(
    root: etree._Element,
    headline: etree._Element | None,
    claims: Claims,
    opened: frozenset[etree._Element] = frozenset(),
) -> Found | None:
    """Return the text of a page in no known layout; None when it has none.

    What stands in `opened` is looked at though its tag says that it is beside a text.

    It grows from the headline outwards: of each box around the headline, the neighbours that are
    prose are taken, as long as they add much; a neighbour that is built as something else (links,
    headings of its own, a form, a copy) is passed over. Without a headline it grows from the
    longest line that is about what the page says.
    """
    body = root.find("body")
    growth = _Growth(root if body is None else body, headline, claims, opened)
    found = growth.grow()
    if found is not None and headline is not None:
        found.skip.add(headline)
    return found


class _Growth:
    """A text that grows from the headline outwards, box by box."""

    def __init__(
        self,
        body: etree._Element,
        headline: etree._Element | None,
        claims: Claims,
        opened: frozenset[etree._Element],
    ) -> None:
        self.body = body
        self.opened = opened
        self.headline = headline
        self.claims = claims
        own = [] if headline is None else [headline, *headline.iterancestors()]
        said = lines(body, around=opened.union(own))
        self.too_long = len(said) > MOST_LINES
        cards = carded(said, own)
        self.lines = _by_box(said)
        self.prose = _by_box(
            line
            for number, line in enumerate(said)
            if line.is_prose and number not in cards and self._is_own(line)
        )
        self.taken: list[etree._Element] = []
        self.skip: set[etree._Element] = set()
        self.leads: list[etree._Element] = []
        """What stands before the text and may be its lead, or a summary."""

    def grow(self) -> Found | None:
        """Take the text and leave out what is foreign in it."""
        column = branch = None if self.too_long else self._start()
        while branch is not None and branch is not self.body:
            parent = branch.getparent()
            if parent is not None and self._take_from(parent, branch):
                column = parent
            branch = parent
        if column is None or self._mass() < _LEAST:
            return None
        # Where nothing else was taken, what stands before the headline is the text.
        leads = list(self.leads) if len(self.taken) > len(self.leads) else []
        found = Found(column, self.skip, leads, self._hidden_pages())
        for box in self.taken:
            if box is not column and len(box):
                inside = sort(box, lambda element: False, self.claims)
                found.skip |= inside.foreign - self.opened
                found.doubtful += [e for e in inside.doubtful if not self._closes_the_text(e)]
        found.skip = {box for box in found.skip if not is_sign_off(clean(_start_of(box)))}
        return found

    def _closes_the_text(self, box: etree._Element) -> bool:
        """Whether a box is one paragraph, with the initials that close the text."""
        inside = self.lines.get(box, [])
        return len(inside) == 1 and without_sign_off(inside[0].text)[1] is not None

    def _hidden_pages(self) -> set[etree._Element]:
        """The hidden boxes in the text that share a class with the box they stand in."""
        own = [line for box in self.taken for line in self.lines.get(box, [])]
        text = "".join(letters(line.text) for line in own)[:MOST_LETTERS]
        inner = (box for taken in self.taken for box in taken.iterdescendants("div", "section"))
        return {
            box
            for box in islice(inner, MOST_LINES)
            if is_hidden(box)
            and not _classes(box).isdisjoint(_classes(box.getparent()))
            and mostly_prose(said := lines(box))
            and not is_copy(said, text)
        }

    def _is_own(self, line: Line) -> bool:
        return not is_service_line(line.text) and letters(line.text) not in self.claims.repeated

    def _start(self) -> etree._Element | None:
        if self.headline is not None:
            return self.headline
        prose = self.prose.get(self.body, [])
        about = [line for line in prose if self._is_on_the_matter([line])]
        longest = max(about or prose, key=lambda line: len(line.text), default=None)
        if longest is None:
            return None
        self.taken.append(longest.element)
        return longest.element

    def _take_from(self, parent: etree._Element, branch: etree._Element) -> bool:
        """Take what of a box is text beside the branch of it that was looked at."""
        before = True
        took: list[etree._Element] = []
        passed: set[etree._Element] = set()
        bare = [line for line in self.prose.get(parent, ()) if line.element is parent]
        for child in parent:
            begun = bool(took or bare or self.taken) and not before
            if child is branch:
                before = False
            elif before and self._is_text(child, before):
                took.append(child)
                self.leads.append(child)
            elif self._is_text(child, before) or (
                begun and self._goes_with_text(child, bare, took or self.taken)
            ):
                took.append(child)
            else:
                passed.add(child)
        while took and took[-1].tag in SUBHEADS:
            passed.add(took.pop())
        gain = _length(bare) + sum(_length(self.prose.get(box, [])) for box in took)
        now = self._mass()
        near = any(box.getparent() is parent for box in self.taken)
        if not gain or (now >= _ENOUGH and gain < now * _GAIN and not near):
            self.skip.update(passed, took)
            return False
        self.skip |= passed
        self.taken += [*took, *([parent] if bare else [])]
        return True

    def _mass(self) -> int:
        return sum(_length(self.prose.get(box, [])) for box in self.taken)

    def _is_text(self, box: etree._Element, before: bool) -> bool:
        """Whether a box beside the text, `before` or behind it, is part of it."""
        inside, prose = self.lines.get(box, []), self.prose.get(box, [])
        if not prose or (box.tag in _BESIDE and box not in self.opened):
            return False
        name = box.get("class")
        if name and mostly_prose(inside) and any(one.get("class") == name for one in self.taken):
            return True
        if before and self.headline is not None and not self._is_on_the_matter(prose):
            return False
        return not self._is_foreign(box, inside, prose)

    def _goes_with_text(
        self, box: etree._Element, bare: Sequence[Line], taken: Sequence[etree._Element]
    ) -> bool:
        """Whether a box behind the beginning of the text is a subhead, a list, or in its lines."""
        inside = self.lines.get(box, [])
        if not inside:
            return bool(bare) and box.tag in _INLINE
        if box.tag in SUBHEADS:
            return len(inside) == 1 and not inside[0].linked and not is_label(inside[0].text)
        if len(inside) == 1 and self._is_short_paragraph(box, inside[0], taken):
            return True
        return box.tag in ACCESSORIES and judge(box, inside, "", "", self.claims) is Box.TEXT

    def _is_short_paragraph(
        self, box: etree._Element, line: Line, taken: Sequence[etree._Element]
    ) -> bool:
        """Whether a box is built as the paragraph before it, and holds a sentence of few words."""
        if line.linked or line.words < _FEW_WORDS or not line.text.endswith((".", "!", "?", "”")):
            return False
        own = (box.tag, box.get("class"))
        return (
            self._is_own(line) and (taken[-1].tag, taken[-1].get("class")) == own
            if taken
            else False
        )

    def _is_foreign(
        self, box: etree._Element, inside: Sequence[Line], prose: Sequence[Line]
    ) -> bool:
        own = [line for taken in self.taken for line in self.lines.get(taken, [])]
        text = "".join(letters(line.text) for line in own)[:MOST_LETTERS]
        about = matter(own, self.claims)
        if len(prose) >= _SEVERAL:
            return bool(own) and is_another(box, inside, text, about)
        if _length(prose) * 2 < _length(inside):
            return True
        if own and not all(line.is_prose for line in inside):
            return True
        if judge(box, inside, text, about, self.claims) is not Box.FOREIGN:
            return False
        return not self._is_row(box, inside)

    def _is_row(self, box: etree._Element, inside: Sequence[Line]) -> bool:
        """Whether a box is one of several rows of text, each with a picture beside it."""
        name = box.get("class")
        if not name and box.tag != "figure":
            return False
        if not all(line.is_prose and line.link_share < _LINKED for line in inside):
            return False
        near = (*box.itersiblings(box.tag), *box.itersiblings(box.tag, preceding=True))
        alike = (self.lines.get(one, ()) for one in near if one.get("class") == name)
        said = [line for row in alike for line in row]
        return mostly_prose(said) and self._is_on_the_matter([*inside, *said])

    def _is_on_the_matter(self, said: Iterable[Line]) -> bool:
        whole = " ".join(line.text for line in said).casefold()
        return shared(self.claims.words, whole) >= _ON_THE_MATTER


def _by_box(said: Iterable[Line]) -> dict[etree._Element, list[Line]]:
    """The lines by every element that they stand in, near or far."""
    found: dict[etree._Element, list[Line]] = {}
    for line in said:
        for box in (line.element, *line.element.iterancestors()):
            found.setdefault(box, []).append(line)
    return found


def _start_of(box: etree._Element) -> str:
    """The text of a box, as far as initials go."""
    return "".join(map(str, islice(box.itertext(), _FEW)))


def _classes(box: etree._Element | None) -> set[str]:
    return set() if box is None else set((box.get("class") or "").split())


def _length(said: Iterable[Line]) -> int:
    return sum(len(line.text) for line in said)
