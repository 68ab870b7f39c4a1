"""`-O x.csv`: cells of lists and structs are JSON, as a machine reads them."""

import csv
import json
from io import BytesIO, StringIO
from typing import Any

from scrapy.settings import Settings
from scrapy.utils.misc import load_object

from newsspider import settings as ours
from newsspider.items import from_record, to_record
from tests.export.conftest import records


def test_nested_cells_are_json_and_the_others_text() -> None:
    settings = Settings()
    settings.setmodule(ours)
    article = from_record(records()[0])
    file = BytesIO()
    exporter = load_object(settings["FEED_EXPORTERS"]["csv"])(file)
    exporter.start_exporting()
    exporter.export_item(article)
    exporter.finish_exporting()
    (row,) = csv.DictReader(StringIO(file.getvalue().decode()))
    assert {name: _value(name, cell) for name, cell in row.items()} == to_record(article)


def _value(name: str, cell: str) -> Any:
    """The value that a reader who knows the schema makes of a cell."""
    if cell == "":
        return None
    nested = cell.startswith(("[", "{"))
    is_number = name in {"word_count", "page_count", "revision", "schema_version"}
    return json.loads(cell) if nested or is_number else cell
