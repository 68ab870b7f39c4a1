"""The Parquet as pyarrow, pandas, polars and DuckDB open it."""

from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsspider.export.columns import columns
from newsspider.export.export_source import Options
from newsspider.export.formats.arrow_batches import record_batch, schema
from tests.export.conftest import MakeExport


@pytest.fixture
def path(make: MakeExport) -> Path:
    return make("parquet")[0] / "articles.parquet"


def test_pyarrow_reads_zones_and_nested_links(path: Path) -> None:
    table = pq.read_table(path)
    link = pa.struct(
        [pa.field("headline", pa.string(), False), pa.field("url", pa.string(), False)]
    )
    assert table.schema.field("date_published").type == pa.timestamp("us", tz="Asia/Jakarta")
    assert table.schema.field("read_also").type == pa.list_(link)
    assert table.schema.field("id").metadata[b"description"].startswith(b"identity")
    first = table.slice(0, 1).to_pylist()[0]
    assert first["read_also"][0]["headline"] == "Banjir Lain"
    assert first["date_published"].isoformat() == "2026-05-01T09:00:00+07:00"
    assert [str(each["date"]) for each in first["citations"]] == ["2026-05-01", "None"]


def test_types_do_not_depend_on_what_a_file_holds(path: Path) -> None:
    empty = record_batch(columns(), [])
    assert pq.read_schema(path).equals(schema(columns()))
    assert empty.schema.equals(schema(columns()))
    assert not [field.name for field in empty.schema if pa.types.is_null(field.type)]


def test_pandas_counts_by_day_in_jakarta(path: Path) -> None:
    frame = pd.read_parquet(path)
    days = frame["date_published"].dt.date.astype(str).value_counts().to_dict()
    assert days == {"2026-05-01": 4, "2026-04-30": 1}


def test_polars_unnests_the_links(path: Path) -> None:
    links = pl.scan_parquet(path).select("id", "read_also").explode("read_also").drop_nulls()
    assert links.unnest("read_also").collect()["headline"].to_list() == ["Banjir Lain"]


def test_duckdb_reads_it_as_a_table(path: Path) -> None:
    query = f"SELECT day_published::text, count(*) FROM '{path}' GROUP BY ALL ORDER BY ALL"
    assert duckdb.sql(query).fetchall() == [("2026-04-30", 1), ("2026-05-01", 4)]


def test_months_are_partitions_as_hive_names_them(make: MakeExport) -> None:
    folder, _ = make("parquet", Options(by_month=True))
    query = f"SELECT month, count(*) FROM '{folder}/*/*.parquet' GROUP BY ALL ORDER BY ALL"
    assert duckdb.sql(query).fetchall() == [("2026-04", 1), ("2026-05", 4)]
    assert not (folder / "articles.parquet").exists()
