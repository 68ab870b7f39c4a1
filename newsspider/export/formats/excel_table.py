"""Excel: one row an article, times of Jakarta as times; no cell is a formula."""

from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from newsspider.dates import WIB
from newsspider.errors import BadArgument, from_os
from newsspider.export.columns import TableColumn, flattened
from newsspider.export.export_source import ExportSource
from newsspider.export.values import flat

NAME: Final = "articles.xlsx"
ROWS: Final = 1_048_575
"""Rows of a sheet, less its head."""
CHARACTERS: Final = 32_767
"""Most that a cell takes."""

_CUT: Final = " […]"
_FIRST_YEAR: Final = 1900  # of Excel's calendar
_SETTINGS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write(source: ExportSource, folder: Path) -> None:
    """Write the workbook: articles, and what their columns mean.

    A text that no cell takes is cut; the last column, `cut`, names the columns of a row that were.
    Raises `BadArgument` for more rows than a sheet has, a `Refusal` for a disk that fails.
    """
    if source.count > ROWS:
        raise BadArgument(
            f"--format xlsx: {source.count:,} rows, a sheet takes {ROWS:,}; choose by --since,"
            " --until or --sections, or export csv"
        )
    try:
        with xlsxwriter.Workbook(folder / NAME, _SETTINGS) as book:
            _write_articles(source, book)
            _write_columns(source.columns, book)
    except FileCreateError as error:  # which holds the true one
        raise from_os(OSError(*error.args[0].args), f"writing {NAME}") from error


def _write_articles(source: ExportSource, book: Any) -> None:
    sheet = book.add_worksheet("articles")
    formats = {
        "moment": book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        "day": book.add_format({"num_format": "yyyy-mm-dd"}),
    }
    columns = list(flattened(source.columns))
    sheet.freeze_panes(1, 0)
    sheet.write_row(0, 0, [*(column.name for column in columns), "cut"])
    number = 0
    for batch in source.batches():
        for row in batch:
            number += 1
            cells = flat(source.columns, row)
            cut = []
            for place, column in enumerate(columns):
                value = _cell(column, cells[column.name])
                if isinstance(value, str) and len(value) > CHARACTERS:
                    value = value[: CHARACTERS - len(_CUT)] + _CUT
                    cut.append(column.name)
                sheet.write(number, place, value, formats.get(column.kind))
            sheet.write(number, len(columns), ", ".join(cut))


def _cell(column: TableColumn, value: str | int | float | None) -> Any:
    """Return the value as Excel knows it: times without a zone, those of Jakarta."""
    if not isinstance(value, str) or column.is_list or column.kind not in ("moment", "day"):
        return value
    if column.kind == "day":
        day = date.fromisoformat(value)
        return day if day.year >= _FIRST_YEAR else value
    at = datetime.fromisoformat(value).astimezone(WIB).replace(tzinfo=None)
    return at if at.year >= _FIRST_YEAR else value


def _write_columns(columns: tuple[TableColumn, ...], book: Any) -> None:
    sheet = book.add_worksheet("columns")
    sheet.write_row(0, 0, ["column", "type", "meaning"])
    for number, column in enumerate(columns, start=1):
        sheet.write_row(number, 0, [column.name, column.type_name, column.meaning])
