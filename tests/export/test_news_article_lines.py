"""The JSON-LD is what schema.org says of a NewsArticle: its properties, and their types."""

import json
from typing import Any, Final

from jsonschema import Draft202012Validator

from tests.export.conftest import BODY, MakeExport

TEXT: Final = {"type": "string", "minLength": 1}
URL: Final = {"type": "string", "format": "uri", "pattern": "^https?://"}
MOMENT: Final = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z)$"}


def thing(kind: str | None, properties: dict[str, Any], *required: str) -> dict[str, Any]:
    """The shape of a thing of schema.org: these properties and no others."""
    typed = {"@type": {"const": kind}} if kind else {}
    needed = [*typed, *required]
    return {
        "type": "object",
        "properties": properties | typed,
        "required": needed,
        "additionalProperties": False,
    }


def listed(entry: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": entry, "minItems": 1}


STEP: Final = thing("ListItem", {"position": {"type": "integer"}, "name": TEXT, "item": URL})
PAGE: Final = thing(
    "WebPage",
    {
        "@id": URL,
        "relatedLink": listed(URL),
        "breadcrumb": thing("BreadcrumbList", {"itemListElement": listed(STEP)}),
    },
    "@id",
)
# https://schema.org/NewsArticle, CreativeWork and Article: the properties that we use.
NEWS_ARTICLE: Final = thing(
    "NewsArticle",
    {
        "@context": {"const": "https://schema.org"},
        "identifier": TEXT,
        "url": URL,
        "headline": TEXT,
        "description": TEXT,
        "datePublished": MOMENT,
        "dateModified": MOMENT,
        "dateline": TEXT,
        "articleSection": TEXT,
        "keywords": listed(TEXT),
        "articleBody": TEXT,
        "wordCount": {"type": "integer"},
        "inLanguage": TEXT,
        "version": {"type": "integer"},
        "author": listed(thing(None, {"name": TEXT}, "name")),
        "editor": thing(None, {"name": TEXT}, "name"),
        "image": thing("ImageObject", {"url": URL, "caption": TEXT, "creditText": TEXT}, "url"),
        "citation": listed(TEXT),
        "isPartOf": thing("WebSite", {"name": TEXT}),
        "mainEntityOfPage": PAGE,
        "creativeWorkStatus": TEXT,
    },
    "headline",
    "datePublished",
    "articleBody",
    "url",
)


def test_every_line_is_a_news_article(make: MakeExport) -> None:
    folder, _ = make("jsonld")
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    validator = Draft202012Validator(NEWS_ARTICLE)
    articles = {article["identifier"]: article for article in map(json.loads, lines)}
    assert len(articles) == 5
    assert not [error.message for a in articles.values() for error in validator.iter_errors(a)]
    first = articles["sindonews:pena:1"]
    assert first["articleBody"] == BODY
    assert first["citation"] == ["Antara, 2026-05-01", "AFP"]
    assert first["mainEntityOfPage"]["breadcrumb"]["itemListElement"][0]["position"] == 1
    assert "creativeWorkStatus" not in first
    assert articles["sindonews:pena:3"]["creativeWorkStatus"].startswith("taken down, 2026-05-02")
