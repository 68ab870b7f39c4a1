"""The record: one article as schema.org NewsArticle terms, in the order they are written.

The fields of `Article` are the keys of every line of `output/*.jsonl`, and the JSON Schema in
`docs/article.schema.json` is generated from them, so a field is described once, here.
"""

from dataclasses import dataclass, field
from hashlib import sha256
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

SCHEMA_VERSION: Final = 1

_OFFSET = r"(?:[+-]\d{2}:\d{2}|Z)"
MOMENT_PATTERN: Final = rf"^\d{{4}}-\d{{2}}-\d{{2}}T\d{{2}}:\d{{2}}:\d{{2}}{_OFFSET}$"
DAY_PATTERN: Final = r"^\d{4}-\d{2}-\d{2}$"

Moment = Annotated[str, Meta(pattern=MOMENT_PATTERN, description="ISO 8601 with offset")]
Day = Annotated[str, Meta(pattern=DAY_PATTERN, description="ISO 8601 date")]
Text = Annotated[str, Meta(min_length=1, description="NFC, white space folded, never empty")]
HttpUrl = Annotated[str, Meta(pattern=r"^https?://[^\s]+$")]
Evidence = Literal["visible", "json_ld", "meta", "listing", "url"]


@dataclass(kw_only=True, slots=True, frozen=True)
class Link:
    """A headline and where it leads; the headline may be cut as the page prints it."""

    headline: str
    url: HttpUrl


@dataclass(kw_only=True, slots=True, frozen=True)
class Breadcrumb:
    """One step of the path to the article: the section's front page, then the sub-section."""

    name: Text
    url: HttpUrl


@dataclass(kw_only=True, slots=True, frozen=True)
class Image:
    """The lead image, with the credit ("Foto/…") apart from the caption."""

    url: HttpUrl
    caption: Text | None = None
    credit_text: Text | None = None


@dataclass(kw_only=True, slots=True, frozen=True)
class Citation:
    """An agency or medium that the text says it follows, and the day it gives."""

    name: Text
    date: Day | None = None


@dataclass(kw_only=True, slots=True)
class Article:
    """One article. What a page does not state is None or an empty list, never a guess."""

    id: Annotated[Text, Meta(description="identity, the same for every address of the article")]
    site: Annotated[Text, Meta(description="name of the spider")]
    url: Annotated[HttpUrl, Meta(description="canonical address: page 1, https, no query")]
    headline: Annotated[Text, Meta(description="as a reader sees it")]
    description: Annotated[Text | None, Meta(description="the page's own summary")] = None
    date_published: Annotated[Moment, Meta(description="as printed, with its offset")]
    date_published_raw: Annotated[Text | None, Meta(description="the visible date line")] = None
    date_published_source: Annotated[Evidence, Meta(description="the evidence that won")]
    date_modified: Annotated[Moment | None, Meta(description="last change, as page 1 says")] = None
    authors: Annotated[list[Text], Meta(description="people or desks")] = field(
        default_factory=list
    )
    editor: Annotated[Text | None, Meta(description="closing initials")] = None
    dateline: Annotated[Text | None, Meta(description="the place that opens the text")] = None
    section: Annotated[
        str,
        Meta(
            description="section of the address, or as the page names it; empty where neither does"
        ),
    ]
    breadcrumbs: Annotated[list[Breadcrumb], Meta(description="section, then sub-section")] = field(
        default_factory=list
    )
    keywords: Annotated[list[Text], Meta(description="tags or topics")] = field(
        default_factory=list
    )
    article_body: Annotated[Text, Meta(description="paragraphs parted by one blank line")]
    word_count: Annotated[int, Meta(ge=1, description="white-space separated words of the body")]
    image: Annotated[Image | None, Meta(description="the lead image of the article")] = None
    read_also: Annotated[list[Link], Meta(description='"Baca juga" in the text')] = field(
        default_factory=list
    )
    related: Annotated[list[Link], Meta(description='"Berita Terkait"')] = field(
        default_factory=list
    )
    recommended: Annotated[list[Link], Meta(description='"Rekomendasi"')] = field(
        default_factory=list
    )
    latest: Annotated[list[Link], Meta(description='"Berita Terkini"')] = field(
        default_factory=list
    )
    infographics: Annotated[list[Link], Meta(description='"Infografis"')] = field(
        default_factory=list
    )
    citations: Annotated[list[Citation], Meta(description="agencies and media followed")] = field(
        default_factory=list
    )
    in_language: Annotated[Text, Meta(description="`id`, or what the page declares")] = "id"
    page_count: Annotated[int, Meta(ge=1, description="pages of the article on the site")] = 1
    layout: Annotated[Text, Meta(description="the reader that read the page")]
    warnings: Annotated[list[Text], Meta(description="codes; see docs/warnings.md")] = field(
        default_factory=list
    )
    content_hash: Annotated[Text, Meta(description="equal exactly when the text is the same")]
    duplicate_of: Annotated[Text | None, Meta(description="id of the article repeated")] = None
    similarity: Annotated[
        Annotated[float, Meta(ge=0, le=1)] | None,
        Meta(description="to the article repeated; 1 is the same text"),
    ] = None
    revision: Annotated[int, Meta(ge=1, description="2, 3 … when the site changed it since")] = 1
    fetched_at: Annotated[Moment, Meta(description="UTC")]
    schema_version: Annotated[int, Meta(description="version of these keys")] = SCHEMA_VERSION


def content_hash(headline: str, article_body: str) -> str:
    """Return the SHA-256 of headline and body, as the record has them: equal when both are."""
    return sha256(f"{headline}\n\n{article_body}".encode()).hexdigest()


def to_record(article: Article) -> dict[str, Any]:
    """Return the article as a dict with every key of the record, in its order, ready for JSON."""
    record: dict[str, Any] = msgspec.to_builtins(article)
    return record


def from_record(record: dict[str, Any]) -> Article:
    """Return the article of a record.

    Raises `msgspec.ValidationError`, which names the key that is wrong.
    """
    return msgspec.convert(record, Article)
