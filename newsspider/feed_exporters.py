"""Scrapy's own feed exports (`-O x.csv`), where they do not fit the record."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec
from scrapy import Field
from scrapy.exporters import CsvItemExporter


class JsonCellsCsvItemExporter(CsvItemExporter):
    """Writes lists and structs as JSON: Scrapy's own writes Python, or joins lists by commas."""

    def serialize_field(self, field: Mapping[str, Any] | Field, name: str, value: Any) -> Any:
        """Return the cell of a value: text and numbers as they are."""
        plain = msgspec.to_builtins(value)
        if isinstance(plain, list | dict):
            return json.dumps(plain, ensure_ascii=False)
        return super().serialize_field(field, name, value)
