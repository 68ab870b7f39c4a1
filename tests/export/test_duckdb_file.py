"""The DuckDB file as DuckDB opens it."""

from contextlib import closing

import duckdb

from tests.export.conftest import MakeExport


def test_links_are_structs_and_days_are_dates(make: MakeExport) -> None:
    folder, _ = make("duckdb")
    with closing(duckdb.connect(str(folder / "articles.duckdb"), read_only=True)) as opened:
        links = opened.sql("SELECT read_also[1].headline FROM articles WHERE len(read_also) > 0")
        days = opened.sql(
            "SELECT day_published::text, count(*) FROM articles GROUP BY 1 ORDER BY 1"
        )
        types = dict(opened.sql("SELECT column_name, data_type FROM duckdb_columns()").fetchall())
        told = "SELECT comment FROM duckdb_columns() WHERE column_name = 'day_published'"
        assert links.fetchall() == [("Banjir Lain",)]
        assert days.fetchall() == [("2026-04-30", 1), ("2026-05-01", 4)]
        assert types["date_published"] == "TIMESTAMP WITH TIME ZONE"
        assert types["image"] == "STRUCT(url VARCHAR, caption VARCHAR, credit_text VARCHAR)"
        assert opened.sql(told).fetchall() == [("day of publication in Jakarta",)]
