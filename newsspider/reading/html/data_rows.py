"""Rows of tables with data side by side, and not an article that a table was laid around."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

from newsspider.reading.html.element_index import string_of

CELLS: Final = frozenset(("td", "th"))
_ROW_GROUPS: Final = frozenset(("tbody", "tfoot", "thead"))
_ARTICLE: Final = 400  # characters of a cell that are no datum any more


class DataRows:
    """Tells which rows of tables hold data; what was asked once is remembered."""

    def __init__(self) -> None:
        self._known: dict[etree._Element, bool] = {}

    def is_data(self, row: etree._Element) -> bool:
        """Return whether a row holds data; none does of a table laid around an article."""
        if row not in self._known:
            table = next(row.iterancestors("table"), row)
            if table not in self._known:
                self._known[table] = any(_cells(other) > 1 for other in _rows_of(table))
            self._known[row] = self._known[table] and not any(map(_is_article, row))
        return self._known[row]


def _rows_of(table: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table, not those of a table within."""
    if table.tag == "tr":
        yield table
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in _ROW_GROUPS:
            yield from part.iterchildren("tr")


def _cells(row: etree._Element) -> int:
    """Count the cells of a row that hold any text."""
    return sum(bool(string_of(cell).strip()) for cell in row.iterchildren(*CELLS))


def _is_article(cell: etree._Element) -> bool:
    """Whether a cell holds running text of several paragraphs."""
    ends = sum(1 for _ in islice(cell.iter("p", "br", "div"), 2))
    return ends > 1 and len(string_of(cell)) >= _ARTICLE
