"""What a format is given to write: columns, rows in batches, revisions, options."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from newsspider.export.columns import TableColumn
from newsspider.export.stored_rows import Row

BATCH: Final = 1_000
"""Rows that are in memory at once: about 20 MB."""

Revision = tuple[str, int, str, str]
"""Id, number, time of fetching (UTC) and headline."""


@dataclass(frozen=True, slots=True)
class Options:
    """What only some formats know. `by_month`: a file a month; `bom`: for Excel."""

    by_month: bool = False
    bom: bool = False


@dataclass(frozen=True, slots=True)
class ExportSource:
    """The rows of an export, read once. `count` is how many there will be, if no day is missing."""

    columns: tuple[TableColumn, ...]
    count: int
    rows: Iterable[Row]
    revisions: Callable[[], Iterator[Revision]]
    options: Options = field(default_factory=Options)

    def batches(self) -> Iterator[list[Row]]:
        """Yield the rows, `BATCH` at a time."""
        rows = iter(self.rows)
        while batch := list(islice(rows, BATCH)):
            yield batch
