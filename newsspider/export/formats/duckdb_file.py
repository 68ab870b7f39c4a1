"""DuckDB: one table with nested columns, their meanings as comments."""

from contextlib import closing
from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from newsspider.errors import OutputFailed
from newsspider.export.export_source import ExportSource
from newsspider.export.formats.arrow_batches import record_batch

NAME: Final = "articles.duckdb"
_MEMORY: Final = "256MB"  # of DuckDB; what does not fit goes to its temporary file


def write(source: ExportSource, folder: Path) -> None:
    """Write the database. Raises `OutputFailed` for a disk that fails."""
    try:
        _write(source, folder)
    except duckdb.Error as error:
        reason = str(error).partition("\n")[0]
        raise OutputFailed(
            f"output failed: {NAME}: {reason}; check disk and space, run again"
        ) from error


def _write(source: ExportSource, folder: Path) -> None:
    with closing(duckdb.connect(str(folder / NAME))) as connection:
        connection.execute(f"SET memory_limit = '{_MEMORY}'")
        connection.register("batch", pa.Table.from_batches([record_batch(source.columns, [])]))
        connection.execute("CREATE TABLE articles AS SELECT * FROM batch")
        for rows in source.batches():
            connection.register(
                "batch", pa.Table.from_batches([record_batch(source.columns, rows)])
            )
            connection.execute("INSERT INTO articles SELECT * FROM batch")
        for column in source.columns:
            meaning = column.meaning.replace("'", "''")
            connection.execute(f"COMMENT ON COLUMN articles.{column.name} IS '{meaning}'")
        connection.unregister("batch")
        connection.execute("CHECKPOINT")
