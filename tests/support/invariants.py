"""What holds for every record, whatever the page: shared by the properties and the fuzz run."""

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from datetime import date, datetime
from typing import Any, Final

from newsspider.extract import NotAnArticle, Page, extract
from newsspider.items import Article, content_hash, from_record, to_record
from newsspider.sites import registry

_LABEL = re.compile(r"^\W*baca juga\s*:", re.IGNORECASE | re.MULTILINE)
_KEYS: Final = [field.name for field in fields(Article)]


def read(*pages: Page) -> dict[str, Any] | None:
    """The record of pages, checked; None when they are refused."""
    try:
        article = extract(*pages)
    except NotAnArticle:
        return None
    record = to_record(article)
    check(record)
    return record


def check(record: dict[str, Any]) -> None:
    """Raises AssertionError when a record breaks a promise of the contract."""
    assert list(record) == _KEYS
    assert to_record(from_record(record)) == record
    json.dumps(record, allow_nan=False, ensure_ascii=False).encode("utf-8")
    for key, text in _texts(record):
        paragraphs = text.split("\n\n") if key == "article_body" else [text]
        for paragraph in paragraphs:
            assert paragraph or key == "section", key  # an address may tell none
            assert paragraph == " ".join(paragraph.split()), key
            assert unicodedata.is_normalized("NFC", paragraph), key
            assert not any(unicodedata.category(c) == "Cc" for c in paragraph), key
    assert not _LABEL.search(record["article_body"])
    assert record["word_count"] == len(record["article_body"].split())
    assert record["content_hash"] == content_hash(record["headline"], record["article_body"])
    site = registry.named(record["site"])
    assert site is not None
    assert site.address(record["url"]).canonical == record["url"]
    if record["site"] == "sindonews":
        assert record["url"].startswith(f"https://{record['section']}.sindonews.com/")
    for key in ("date_published", "date_modified", "fetched_at"):
        assert record[key] is None or datetime.fromisoformat(record[key]).tzinfo is not None
    for citation in record["citations"]:
        assert citation["date"] is None or date.fromisoformat(citation["date"])
    assert record["warnings"] == sorted(set(record["warnings"]))


def _texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one, key)
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(one, name)
