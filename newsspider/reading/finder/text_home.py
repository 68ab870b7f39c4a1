"""Where the running text of a page in an unknown layout is."""

from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from lxml import etree

from newsspider.reading.finder.boxes import SUBHEADS, is_copy
from newsspider.reading.finder.grown_text import GrownText
from newsspider.reading.finder.levels import MOST_LINES, Level, Levels, Row
from newsspider.reading.finder.line import MOST_LINKED, length, mostly_prose
from newsspider.reading.finder.sorting import sort
from newsspider.reading.finder.text_lines import has_bare_text, is_block, lines
from newsspider.reading.html.display import is_hidden
from newsspider.reading.html.element_index import string_of
from newsspider.reading.html.paragraphs import UNREAD
from newsspider.reading.indonesian.editor_initials import is_sign_off, without_sign_off
from newsspider.reading.text import clean
from newsspider.reading.trust.claims import Claims

_LEAST: Final = 40  # characters of a text
_SHORTEST: Final = 10  # characters of a line of prose
_ENOUGH: Final = 160  # characters of a text that small gains far from it are not added to
_GAIN: Final = 0.5  # share of the text that a gain far from it must have
_FEW: Final = 6  # stretches of text
_HEADLINES: Final = ("h1", "h2")


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
    body = root if body is None else body
    text = GrownText(claims, opened, headed=headline is not None)
    start = _beginning(body, text, opened) if headline is None else headline
    if start is None:
        return None
    found = _Growth(text, Levels(start, claims, opened), opened).grow(start, body)
    if found is not None and headline is not None:
        found.skip.add(headline)
    return found


def _beginning(
    body: etree._Element, text: GrownText, opened: frozenset[etree._Element]
) -> etree._Element | None:
    """Take the element of the longest line of prose, of those on the matter if there are any."""
    level = Levels(None, text.claims, opened).read(body)
    if level is None:
        return None
    prose = level.within(body).prose
    about = [line for line in prose if text.is_on_the_matter([line])]
    longest = max(about or prose, key=lambda line: len(line.text), default=None)
    if longest is None:
        return None
    text.take([level.within(longest.element)])
    return longest.element


class _Growth:
    """A text that grows outwards, box by box."""

    def __init__(self, text: GrownText, levels: Levels, opened: frozenset[etree._Element]) -> None:
        self.text = text
        self.levels = levels
        self.opened = opened
        self.skip: set[etree._Element] = set()
        self.passed: set[etree._Element] = set()
        """What is to be skipped when anything around it is taken."""
        self.headline = ""
        """The tag of the headline."""
        self.leads: list[etree._Element] = []
        """What stands before the text and may be its lead, or a summary."""

    def grow(self, start: etree._Element, body: etree._Element) -> Found | None:
        """Take the text around where it begins, and leave out what is foreign in it."""
        self.headline = start.tag
        column = branch = start
        while branch is not body and (parent := branch.getparent()) is not None:
            if self._may_gain(parent, branch):
                level = self.levels.read(parent)
                if level is None:
                    return None
                if self._take_from(parent, branch, level):
                    column = parent
            else:
                self.passed.update(part for part in parent if part is not branch)
            branch = parent
        return None if self.text.mass < _LEAST else self._sorted(column)

    def _may_gain(self, parent: etree._Element, branch: etree._Element) -> bool:
        """Whether a box may add enough to the text, which few do that stand far from it."""
        least = self._least(parent) * (1 - MOST_LINKED)
        return has_bare_text(parent, int(least), branch, self.opened)

    def _least(self, parent: etree._Element) -> float:
        """How many characters of prose a box must add to the text."""
        mass = self.text.mass
        near = any(row.box.getparent() is parent for row in self.text.rows)
        return _SHORTEST if mass < _ENOUGH or near else mass * _GAIN

    def _take_from(self, parent: etree._Element, branch: etree._Element, level: Level) -> bool:
        """Take what of a box is text beside the branch of it that was looked at."""
        before, behind = level.beside(branch)
        bare = level.bare
        beside = (*before, *behind)
        if branch.tag == "article":
            before, behind = map(self._without_articles, (before, behind))
        took = [row for row in before if self.text.goes_on_in(row, beside, before=True)]
        self.leads += [row.box for row in took]
        for row in behind:
            last = next(iter((took or self.text.rows)[-1:]), None)
            begun = bool(last or bare)
            if self.text.goes_on_in(row, beside, before=False, took=took) or (
                begun and self.text.is_accompanied_by(row, bare, last)
            ):
                took.append(row)
        while took and took[-1].box.tag in SUBHEADS:
            took.pop()
        if parent.tag == "body" and self.text.mass >= _ENOUGH:
            took = [row for row in took if self.text.is_about(row)]
        gain = length(bare) + sum([length(row.prose) for row in took])
        boxes = {row.box for row in took}
        self.passed.update(row.box for row in beside if row.box not in boxes)
        if gain < self._least(parent):
            self.passed |= boxes
            return False
        self.skip |= self.passed
        self.passed.clear()
        self.text.take([*took, *([level.within(parent)] if bare else [])])
        return True

    def _without_articles(self, rows: list[Row]) -> list[Row]:
        """The rows but other articles: each has its headline, as what an endless page adds does."""
        if self.headline not in _HEADLINES:
            return rows
        return [
            row
            for row in rows
            if row.box.tag != "article" or next(row.box.iter(self.headline), None) is None
        ]

    def _sorted(self, column: etree._Element) -> Found:
        """The text without the boxes in it that are foreign."""
        # Where nothing else was taken, what stands before the headline is the text.
        leads = self.leads if len(self.text.rows) > len(self.leads) else ()
        found = Found(column, self.skip, [*leads], self._hidden_pages())
        for row in self.text.rows:
            if row.box is not column and len(row.box):
                said = None if self.opened or not is_block(row.box) else row.lines
                inside = sort(row.box, None, self.text.claims, said=said)
                found.skip |= inside.foreign - self.opened
                found.doubtful += [box for box in inside.doubtful if not _closes_the_text(box)]
        found.skip = {box for box in found.skip if box.tag in UNREAD or not _is_sign_off(box)}
        return found

    def _hidden_pages(self) -> set[etree._Element]:
        """The hidden boxes in the text that share a class with the box they stand in."""
        inner = (box for row in self.text.rows for box in row.box.iterdescendants("div", "section"))
        return {
            box
            for box in islice(inner, MOST_LINES)
            if box.get("class")
            and is_hidden(box)
            and not _classes(box).isdisjoint(_classes(box.getparent()))
            and mostly_prose(said := lines(box))
            and not is_copy(said, self.text.said[0])
        }


def _closes_the_text(box: etree._Element) -> bool:
    """Whether a box is one paragraph, with the initials that close the text."""
    said = lines(box)
    return len(said) == 1 and without_sign_off(said[0].text)[1] is not None


def _is_sign_off(box: etree._Element) -> bool:
    """Whether a box begins with the initials that close the text."""
    text = string_of(box)
    if "(" not in text and "[" not in text:
        return False
    return is_sign_off(clean("".join(map(str, islice(box.itertext(), _FEW)))))


def _classes(box: etree._Element | None) -> set[str]:
    return set() if box is None else set((box.get("class") or "").split())
