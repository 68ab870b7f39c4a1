"""The CSV as Python's own reader, pandas and a spreadsheet see it."""

import csv
import json

import pandas as pd

from newsspider.export.export_source import Options
from tests.export.conftest import BODY, FORMULA, HOSTILE, MakeExport


def test_a_row_has_every_column_and_lists_as_json(make: MakeExport) -> None:
    folder, _ = make("csv")
    with (folder / "articles.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    first = rows["sindonews:pena:1"]
    assert len(rows) == 5
    assert first["article_body"] == BODY
    assert json.loads(first["authors"]) == ["Sari Wulandari", "Budi Santoso"]
    assert json.loads(first["citations"])[1] == {"name": "AFP", "date": None}
    assert first["image_credit_text"] == "Foto"
    assert rows["sindonews:pena:2"]["image_url"] == ""
    assert rows["sindonews:pena:4"]["day_published"] == "2026-04-30"
    assert rows["sindonews:pena:4"]["utc_offset_minutes"] == "480"
    assert rows["sindonews:pena:3"]["article_body"] == HOSTILE


def test_no_cell_is_a_formula(make: MakeExport) -> None:
    folder, _ = make("csv")
    with (folder / "articles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["headline"] for row in rows if row["id"].endswith(":3")] == [f"'{FORMULA}"]
    assert not [cell for row in rows for cell in row.values() if cell[:1] in "=+-@" and cell]


def test_excel_gets_its_mark_when_it_is_asked_for(make: MakeExport) -> None:
    folder, _ = make("csv", Options(bom=True))
    assert (folder / "articles.csv").read_bytes().startswith(b"\xef\xbb\xbfid,site,")


def test_pandas_reads_it_with_days_and_times(make: MakeExport) -> None:
    folder, _ = make("csv", lists=False)
    frame = pd.read_csv(folder / "articles.csv", parse_dates=["day_published", "fetched_at"])
    assert "related" not in frame.columns
    assert frame["day_published"].dt.day.tolist() == [1, 1, 30, 1, 1]
    assert str(frame["fetched_at"].dt.tz) == "UTC"
