"""JSON-LD: a schema.org NewsArticle a line."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from newsspider.export.columns import SIDE_LISTS
from newsspider.export.export_source import ExportSource
from newsspider.export.stored_rows import Row

NAME: Final = "articles.jsonl"

_SAME: Final = {
    "id": "identifier",
    "url": "url",
    "headline": "headline",
    "description": "description",
    "date_published": "datePublished",
    "date_modified": "dateModified",
    "dateline": "dateline",
    "section": "articleSection",
    "keywords": "keywords",
    "article_body": "articleBody",
    "word_count": "wordCount",
    "in_language": "inLanguage",
    "revision": "version",
}
"""Columns that are properties of NewsArticle, by the names that schema.org gives them."""


def write(source: ExportSource, folder: Path) -> None:
    """Write the lines."""
    with (folder / NAME).open("w", encoding="utf-8") as file:
        for batch in source.batches():
            file.writelines(
                f"{json.dumps(news_article(row), ensure_ascii=False)}\n" for row in batch
            )


def news_article(row: Row) -> dict[str, Any]:
    """Return a row as a NewsArticle; what the page does not state is left out."""
    return {"@context": "https://schema.org", "@type": "NewsArticle"} | {
        name: value for name, value in _properties(row) if value not in (None, [], {})
    }


def _properties(row: Row) -> Iterator[tuple[str, Any]]:
    for key, name in _SAME.items():
        yield name, row[key]
    # Whether an author is a person or a desk is not known, so that none has a type.
    yield "author", [{"name": name} for name in row["authors"]]
    yield "editor", row["editor"] and {"name": row["editor"]}
    yield "image", row["image"] and _image(row["image"])
    yield "citation", [_citation(each) for each in row["citations"]]
    yield "isPartOf", {"@type": "WebSite", "name": row["site"]}
    yield "mainEntityOfPage", _page(row)
    yield "creativeWorkStatus", row["taken_down_at"] and f"taken down, {row['taken_down_at']}"


def _image(image: dict[str, str | None]) -> dict[str, str]:
    named = {"caption": image["caption"], "creditText": image["credit_text"]}
    given = {name: value for name, value in named.items() if value}
    return {"@type": "ImageObject", "url": image["url"] or "", **given}


def _citation(citation: dict[str, str | None]) -> str:
    return ", ".join(part for part in citation.values() if part)


def _page(row: Row) -> dict[str, Any]:
    steps = [
        {"@type": "ListItem", "position": place, "name": step["name"], "item": step["url"]}
        for place, step in enumerate(row["breadcrumbs"], start=1)
    ]
    page: dict[str, Any] = {"@type": "WebPage", "@id": row["url"]}
    if steps:
        page["breadcrumb"] = {"@type": "BreadcrumbList", "itemListElement": steps}
    links = [link["url"] for name in SIDE_LISTS for link in row.get(name) or ()]
    return page | ({"relatedLink": links} if links else {})
