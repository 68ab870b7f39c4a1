"""Plain text: a file an article, and a table of what is known of each, for corpus tools."""

import csv
from pathlib import Path
from typing import Final

from newsspider.export.columns import flattened
from newsspider.export.export_source import ExportSource
from newsspider.export.file_names import article_path
from newsspider.export.formats.csv_table import safe_cell
from newsspider.export.values import flat

TEXTS: Final = "texts"
NAME: Final = "metadata.csv"


def write(source: ExportSource, folder: Path) -> None:
    """Write `texts/2022-01/….txt` (headline, blank line, text; UTF-8), and `metadata.csv`, whose
    first column names the file."""
    columns = tuple(column for column in source.columns if column.name != "article_body")
    with (folder / NAME).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("file", *(column.name for column in flattened(columns))))
        for batch in source.batches():
            for row in batch:
                path = folder / TEXTS / article_path(row, "txt")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(f"{row['headline']}\n\n{row['article_body']}\n", encoding="utf-8")
                cells = map(safe_cell, flat(columns, row).values())
                rows.writerow((path.relative_to(folder).as_posix(), *cells))
