"""The formats by name, each imported only when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final

from newsspider.errors import BadArgument, MissingExtra, nearest
from newsspider.export.export_source import ExportSource, Options

Write = Callable[[ExportSource, Path], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module of `formats/` that writes it, what it is, which options it has."""

    name: str
    module: str
    title: str
    options: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()

    def writer(self) -> Write:
        """Return the function that writes. Raises `BadArgument` where a library is missing."""
        try:
            module = import_module(f"newsspider.export.formats.{self.module}")
        except ModuleNotFoundError as error:
            raise MissingExtra(f"--format {self.name}", error.name, "export") from None
        write: Write = module.write
        return write

    def refuse_foreign(self, options: Options) -> None:
        """Raise `BadArgument` for an option that only another format has."""
        given = {"partition": options.by_month, "bom": options.bom}
        for name, is_given in given.items():
            if is_given and name not in self.options:
                raise BadArgument(f"--{name}: {self.name} has none; leave it out")


_NESTED: Final = (
    "Timestamps bear the zone Asia/Jakarta. DuckDB shows them, and cuts days off them, in the zone"
    " of the session: group by `day_published`.",
)
_TABLE: Final = (
    "Cells of lists are JSON; an empty cell is null. A text that begins like a formula has an"
    " apostrophe before it.",
)
_EXCEL: Final = (
    "Times are those of Jakarta. Cells of lists are JSON. A cell takes 32,767 characters: longer"
    " texts end in […], and `cut` names them.",
)
_JSON_LD: Final = (
    "Each line is a NewsArticle of schema.org. What it has no property for (`warnings`,"
    " `content_hash`, `duplicate_of` …) is left out.",
)

FORMATS: Final = {
    each.name: each
    for each in (
        Format("csv", "csv_table", "CSV (RFC 4180)", frozenset({"bom"}), _TABLE),
        Format("duckdb", "duckdb_file", "DuckDB database", notes=_NESTED),
        Format("hf", "huggingface_folder", "Parquet for Hugging Face datasets", notes=_NESTED),
        Format(
            "jsonld",
            "news_article_lines",
            "JSON-LD, a schema.org NewsArticle a line",
            notes=_JSON_LD,
        ),
        Format("md", "markdown_files", "Markdown, a file an article"),
        Format("parquet", "parquet", "Apache Parquet", frozenset({"partition"}), _NESTED),
        Format("sqlite", "sqlite", "SQLite, with full-text search (`articles_fts`)"),
        Format("txt", "text_files", "plain text, a file an article", notes=_TABLE),
        Format("xlsx", "excel_table", "Excel workbook", notes=_EXCEL),
    )
}


def format_named(name: str) -> Format:
    """Return the format of that name. Raises `BadArgument`, which names the nearest."""
    if name not in FORMATS:
        raise BadArgument(f"--format {name}: unknown format{nearest(name, FORMATS)}")
    return FORMATS[name]
