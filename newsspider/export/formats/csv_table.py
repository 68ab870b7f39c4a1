"""CSV (RFC 4180): one row an article, lists as JSON, no cell that a spreadsheet would calculate."""

import csv
from pathlib import Path
from typing import Final

from newsspider.export.columns import flattened
from newsspider.export.export_source import ExportSource
from newsspider.export.values import flat

NAME: Final = "articles.csv"

_CALCULATED: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What begins a formula, in one spreadsheet or another (OWASP, CSV injection)."""


def write(source: ExportSource, folder: Path) -> None:
    """Write the table, with a byte-order mark where `bom` asks for one: Excel reads no UTF-8
    without it."""
    encoding = "utf-8-sig" if source.options.bom else "utf-8"
    names = [column.name for column in flattened(source.columns)]
    with (folder / NAME).open("w", encoding=encoding, newline="") as file:
        rows = csv.writer(file)
        rows.writerow(names)
        for batch in source.batches():
            rows.writerows(map(safe_cell, flat(source.columns, row).values()) for row in batch)


def safe_cell(cell: str | int | float | None) -> str | int | float | None:
    """Return the cell, with an apostrophe before what would be taken for a formula.

    >>> safe_cell("=HYPERLINK(…)"), safe_cell("Harga beras"), safe_cell(-1)
    ("'=HYPERLINK(…)", 'Harga beras', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_CALCULATED) else cell
