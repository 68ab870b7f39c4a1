"""Arrow's schema and record batches, from the columns: for Parquet, DuckDB and Hugging Face."""

from typing import Any, Final

import pyarrow as pa

from newsspider.export.columns import TableColumn
from newsspider.export.stored_rows import Row
from newsspider.export.values import typed

ZONE: Final = "Asia/Jakarta"
"""Of every timestamp: the same instants in any zone, but here the days are those of the reader."""

_TYPES: Final = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "moment": pa.timestamp("us", tz=ZONE),
    "day": pa.date32(),
}


def schema(columns: tuple[TableColumn, ...]) -> Any:
    """Return the `pyarrow.Schema`; meanings are in the metadata of its fields."""
    return pa.schema([_field(column) for column in columns])


def record_batch(columns: tuple[TableColumn, ...], rows: list[Row]) -> Any:
    """Return rows as a `pyarrow.RecordBatch` of that schema."""
    made = schema(columns)
    arrays = [
        pa.array([typed(column, row.get(column.name)) for row in rows], field.type)
        for column, field in zip(columns, made, strict=True)
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=made)


def _field(column: TableColumn) -> Any:
    if column.kind == "struct":
        inner = pa.struct([_field(part) for part in column.parts])
    else:
        inner = _TYPES[column.kind]
    kind = pa.list_(inner) if column.is_list else inner
    told = {"description": column.meaning} if column.meaning else None
    return pa.field(column.name, kind, nullable=column.nullable, metadata=told)
