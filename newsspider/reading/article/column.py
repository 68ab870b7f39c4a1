"""The article column: from the headline to the end of the running text."""

import re
from collections.abc import Iterator

from lxml import etree

from newsspider.reading.html.date_labels import labelled
from newsspider.reading.html.lines import line_of

_DATE_LINE = re.compile(
    r"\b\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\b.{0,12}\b\d{1,2}[:.]\d{2}\b", re.DOTALL
)
_BYLINE = re.compile(r"\s*(?:rep|reporter|pewarta|penulis|oleh)\s*:", re.IGNORECASE)
_LONGEST_BYLINE = 200  # characters


class Column:
    """The column that `headline` and `container` (of the text) stand in."""

    def __init__(self, headline: etree._Element | None, container: etree._Element | None) -> None:
        self.container = container
        self.root: etree._Element | None = None
        """The smallest element that holds both headline and text."""
        self._text: etree._Element | None = None
        """The child of the column in which the text stands."""
        if headline is not None and container is not None:
            above = {headline, *headline.iterancestors()}
            text = None
            for box in (container, *container.iterancestors()):
                if box in above:
                    self.root, self._text = box, text
                    break
                text = box

    def holds(self, element: etree._Element, *, above: bool | None = None) -> bool:
        """Whether an element stands in the column, and not behind the text.

        With `above`, whether it stands outside the text's own container (True) or within (False).
        A page without headline or text has no column to check against.
        """
        if above is not None:
            within = self.container is not None and self.container in element.iterancestors()
            if above is within:
                return False
        root, text = self.root, self._text
        if root is None or text is None:
            return True
        branch = _branch(root, element)
        if branch is None:
            return element is root
        return branch is text or root.index(branch) < root.index(text)

    def date_lines(self) -> Iterator[str]:
        """Texts in the column's head that look like a date line, wherever they stand.

        Each has the label ahead of it that makes it the date of an update.
        """
        for element in self._head():
            for behind, text in enumerate((element.text, element.tail)):
                if text and _DATE_LINE.search(text):
                    yield labelled(element, text, behind=bool(behind))

    def date_lines_below(self) -> Iterator[str]:
        """Texts in the column behind its text that look like a date line, but those of lists."""
        behind = [] if self._text is None else self._text.itersiblings()
        for element in (part for sibling in behind for part in sibling.iter()):
            text = element.text if isinstance(element.tag, str) else None
            if text and element.tag not in ("a", "li", "time") and _DATE_LINE.search(text):
                yield text

    def bylines(self) -> Iterator[str]:
        """Lines in the column's head that say whose the text is: "Rep: …", "Pewarta: …"."""
        for element in self._head():
            if isinstance(element.tag, str) and _BYLINE.match(element.text or ""):
                line = line_of(element)
                if len(line) <= _LONGEST_BYLINE:
                    yield line

    def _head(self) -> Iterator[etree._Element]:
        """Everything in the column above the text."""
        for element in () if self.root is None else self.root.iter():
            if element is self.container:
                return
            yield element


def _branch(root: etree._Element, element: etree._Element) -> etree._Element | None:
    """The child of `root` in which `element` stands."""
    parent = element.getparent()
    while parent is not None:
        if parent is root:
            return element
        element, parent = parent, parent.getparent()
    return None
