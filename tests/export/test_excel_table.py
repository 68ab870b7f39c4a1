"""The workbook as openpyxl reads it."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from newsspider.errors import BadArgument
from newsspider.export.formats import excel_table
from tests.export.conftest import BODY, FORMULA, MakeExport


def rows(path: Path) -> dict[str, dict[str, object]]:
    """The rows of the sheet of articles, by id."""
    sheet = openpyxl.load_workbook(path)["articles"]
    names, *values = sheet.iter_rows(values_only=True)
    made = [dict(zip(map(str, names), row, strict=True)) for row in values]
    return {str(row["id"]): row for row in made}


def test_times_are_those_of_jakarta_and_nothing_is_a_formula(make: MakeExport) -> None:
    folder, _ = make("xlsx")
    found = rows(folder / "articles.xlsx")
    assert found["sindonews:pena:1"]["date_published"] == datetime(2026, 5, 1, 9)  # noqa: DTZ001
    assert found["sindonews:pena:4"]["date_published"] == datetime(2026, 4, 30, 23, 30)  # noqa: DTZ001
    assert found["sindonews:pena:1"]["article_body"] == BODY
    assert found["sindonews:pena:1"]["word_count"] == len(BODY.split())
    sheet = openpyxl.load_workbook(folder / "articles.xlsx")["articles"]
    formulas = [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert found["sindonews:pena:3"]["headline"] == FORMULA
    assert formulas == []


def test_a_text_that_no_cell_takes_is_cut_and_named(
    make: MakeExport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel_table, "CHARACTERS", 40)
    folder, _ = make("xlsx")
    first = rows(folder / "articles.xlsx")["sindonews:pena:1"]
    assert first["article_body"] == f"{BODY[:36]} […]"
    assert "article_body" in str(first["cut"]).split(", ")


def test_more_rows_than_a_sheet_has_are_refused(
    make: MakeExport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(excel_table, "ROWS", 4)
    with pytest.raises(BadArgument, match="5 rows, a sheet takes 4"):
        make("xlsx")
