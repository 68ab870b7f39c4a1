"""Parquet: nested columns, timestamps with a zone, compressed by Zstandard."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final, Self

import pyarrow as pa
import pyarrow.parquet as pq

from newsspider.export.columns import TableColumn
from newsspider.export.export_source import ExportSource
from newsspider.export.formats.arrow_batches import record_batch, schema
from newsspider.export.stored_rows import Row

NAME: Final = "articles.parquet"
ROW_GROUP: Final = 5_000
"""Rows that a reader takes at once, about 20 MB."""


def write(source: ExportSource, folder: Path) -> None:
    """Write one file, or one a month of publication: `month=2022-01/articles.parquet`."""
    with ExitStack() as stack:
        files: dict[str, ParquetFile] = {}

        def file_named(name: str) -> ParquetFile:
            if name not in files:
                path = folder / name
                path.parent.mkdir(exist_ok=True)
                files[name] = stack.enter_context(ParquetFile(path, source.columns))
            return files[name]

        if not source.options.by_month:
            file_named(NAME)  # there also when there are no rows
        for rows in source.batches():
            for name, part in _parted(rows, by_month=source.options.by_month).items():
                file_named(name).add(part)
            if sum(file.waiting for file in files.values()) >= ROW_GROUP:
                for file in files.values():
                    file.flush()


class ParquetFile:
    """A file to which rows are added; whole when the block of `with` has ended. `waiting` counts
    the rows that are in memory until `flush` makes a row group of them."""

    def __init__(self, path: Path, columns: tuple[TableColumn, ...]) -> None:
        self.waiting = 0
        self._columns = columns
        self._batches: list[Any] = []
        self._writer = pq.ParquetWriter(path, schema(columns), compression="zstd")

    def add(self, rows: list[Row]) -> None:
        """Take rows."""
        self._batches.append(record_batch(self._columns, rows))
        self.waiting += len(rows)

    def flush(self) -> None:
        """Write the rows that wait, as one row group."""
        if self._batches:
            self._writer.write_table(pa.Table.from_batches(self._batches))
        self._batches, self.waiting = [], 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.flush()
        self._writer.close()


def _parted(rows: list[Row], *, by_month: bool) -> dict[str, list[Row]]:
    """Return the rows by the file that they belong to, in the way Hive names partitions."""
    if not by_month:
        return {NAME: rows}
    parts: dict[str, list[Row]] = {}
    for row in rows:
        parts.setdefault(f"month={row['day_published'][:7]}/{NAME}", []).append(row)
    return parts
