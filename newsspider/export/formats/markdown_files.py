"""Markdown: a file an article, with what is known of it in front; for notes and static sites."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from newsspider.export.card.markdown import escaped
from newsspider.export.export_source import ExportSource
from newsspider.export.file_names import article_path
from newsspider.export.stored_rows import Row

ARTICLES: Final = "articles"

_FRONT: Final = (
    "id", "site", "url", "date_published", "date_modified", "authors", "section", "keywords",
    "warnings", "duplicate_of", "revision", "taken_down_at",
)  # fmt: skip


def write(source: ExportSource, folder: Path) -> None:
    """Write `articles/2022-01/….md`."""
    for batch in source.batches():
        for row in batch:
            path = folder / ARTICLES / article_path(row, "md")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(_lines(row)) + "\n", encoding="utf-8")


def _lines(row: Row) -> Iterator[str]:
    """Yield the front matter, in the part of YAML that is JSON, and the text, which stays text."""
    yield "---"
    yield f"title: {json.dumps(row['headline'], ensure_ascii=False)}"
    for name in _FRONT:
        if row[name] not in (None, []):
            yield f"{name}: {json.dumps(row[name], ensure_ascii=False)}"
    yield "---"
    yield f"\n# {escaped(row['headline'])}\n"
    if row["dateline"]:
        yield f"*{escaped(row['dateline'])}*\n"
    yield escaped(row["article_body"])
    address = row["url"].replace("<", "%3C").replace(">", "%3E")
    yield f"\n<{address}>"
