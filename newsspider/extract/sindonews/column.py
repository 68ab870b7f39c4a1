"""The article column: from the headline to the end of the running text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

_DATE_LINE = re.compile(
    r"\b\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4}\b.{0,12}\b\d{1,2}[:.]\d{2}\b", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Column:
    """The column that `headline` and `container` (of the text) stand in."""

    headline: etree._Element | None
    container: etree._Element | None

    def holds(self, element: etree._Element) -> bool:
        """Whether an element stands in the column, and not behind the text.

        A page without headline or text has no column to check against.
        """
        if self.headline is None or self.container is None:
            return True
        root = self._root
        if root is None:
            return True
        branch, text = _branch(root, element), _branch(root, self.container)
        if branch is None:
            return element is root
        # Where the text stands in the root itself (edukasi, 2020-21), so does all of the column.
        return text is None or branch is text or root.index(branch) < root.index(text)

    def date_lines(self) -> Iterator[str]:
        """Texts in the column's head that look like a date line, wherever they stand."""
        root = self._root
        if root is None:
            return
        for element in root.iter():
            if element is self.container:
                return
            for text in (element.text, element.tail):
                if text and _DATE_LINE.search(text):
                    yield text

    @property
    def _root(self) -> etree._Element | None:
        """The smallest element that holds both headline and text."""
        if self.headline is None or self.container is None:
            return None
        above = {self.headline, *self.headline.iterancestors()}
        if self.container in above:
            return self.container
        return next((e for e in self.container.iterancestors() if e in above), None)


def _branch(root: etree._Element, element: etree._Element) -> etree._Element | None:
    """The child of `root` in which `element` stands."""
    parent = element.getparent()
    while parent is not None:
        if parent is root:
            return element
        element, parent = parent, parent.getparent()
    return None
