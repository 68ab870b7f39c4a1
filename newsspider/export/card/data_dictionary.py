"""The data dictionary of an export: each column, its type, whether it may be empty, its meaning."""

import csv
from pathlib import Path
from typing import Final

from newsspider.export.columns import TableColumn

NAME: Final = "data_dictionary.csv"


def write_data_dictionary(columns: tuple[TableColumn, ...], folder: Path) -> None:
    """Write the dictionary, a row a column, in the order of the columns."""
    with (folder / NAME).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("column", "type", "may_be_empty", "meaning"))
        for column in columns:
            empty = "yes" if column.nullable or column.is_list else "no"
            rows.writerow((column.name, column.type_name, empty, column.meaning))
