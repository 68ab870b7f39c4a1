"""What a careful reader writes down for a case: the record, from its facts alone.

An independent statement of the table in `docs/record.md`. It must stay unaware of the extractor,
so it shares no code with `newsspider/extract/`: two readings that agree are worth something.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from simulator.cases import Case
from simulator.printed import plain
from simulator.story import SECTION_NAMES, Block, Headline, Story

_DROPPED: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_NEW_COUNTER: Final = datetime.fromisoformat("2020-04-20T00:00:00+07:00")
# The record names a layout for its years; the builder tells its variants apart.
_LAYOUTS: Final = {
    "2014-16": "2014-17",
    "2017": "2014-17",
    "2018-21-detail": "2018-21",
    "2018-21-article": "2018-21",
    "regional": "2018-20-regional",
}
_FLOW: Final = frozenset({"2021-24", "2025-26"})
_REGIONS: Final = frozenset({"jatim", "jateng", "jabar", "makassar", "sumut", "sumsel"})


def record(case: Case) -> dict[str, Any]:
    """The record of `case`, every key in the order of `newsspider/items.py`.

    Facts that cannot be told from the story (agencies followed, warnings, and whatever a trap
    changes) stand in the case's `expected`, and win.
    """
    story = case.story
    body = "\n\n".join(_paragraphs(_saved(case)))
    found: dict[str, Any] = {
        "id": f"sindonews:{namespace(story)}:{story.number}",
        "site": "sindonews",
        "url": story.url.replace("/newsread/", "/read/"),
        "headline": _read(story.headline),
        "description": _read(story.description) if story.description else None,
        "date_published": story.published.isoformat(),
        "date_published_raw": _read(story.date_line) or None,
        "date_published_source": "visible",
        "date_modified": story.modified.isoformat() if story.modified else None,
        "authors": [_read(author.name) for author in story.authors],
        "editor": story.editor if _reaches_end(case) else None,
        "dateline": _read(story.dateline) if story.dateline else None,
        "section": story.section,
        "breadcrumbs": _breadcrumbs(case),
        "keywords": [_read(tag) for tag in story.tags],
        "article_body": body,
        "word_count": len(body.split()),
        "image": _image(story),
        "read_also": _links(link for block in _saved(case) for link in _read_also(block)),
        "related": _links(story.related),
        "recommended": _links(story.recommended),
        "latest": _links(story.latest),
        "infographics": _links(story.infographics),
        "citations": [],
        "in_language": "id",
        "page_count": len(story.pages),
        "layout": _LAYOUTS.get(case.layout, case.layout),
        "warnings": [] if _reaches_end(case) else ["body_incomplete"],
        "content_hash": "",
        "duplicate_of": None,
        "similarity": None,
        "revision": 1,
        "fetched_at": case.fetched_at.isoformat(),
        "schema_version": 1,
    }
    unknown = set(case.expected) - set(found)
    if unknown:
        raise KeyError(f"{case.name}: no such keys of the record: {sorted(unknown)}")
    found |= {**case.expected, **dict.fromkeys(case.nothing)}
    found["citations"] = [{"name": c["name"], "date": c.get("date")} for c in found["citations"]]
    found["word_count"] = len(found["article_body"].split())
    found["content_hash"] = content_hash(found["headline"], found["article_body"])
    return found


def content_hash(headline: str, body: str) -> str:
    """SHA-256 of headline and body as they stand in the record, a blank line between."""
    return sha256(f"{headline}\n\n{body}".encode()).hexdigest()


def _read(text: str) -> str:
    """Text as it is read: NFC, unseen and control characters gone, white space folded."""
    seen = "".join(
        c for c in text.translate(_DROPPED) if c.isspace() or unicodedata.category(c) != "Cc"
    )
    return " ".join(unicodedata.normalize("NFC", seen).split())


def _saved(case: Case) -> list[Block]:
    """The blocks that the saved renderings show."""
    if "all" in case.renderings:
        return list(case.story.blocks("all"))
    return [block for name in case.renderings for block in case.story.blocks(name)]


def _reaches_end(case: Case) -> bool:
    return "all" in case.renderings or f"page{len(case.story.pages)}" in case.renderings


def namespace(story: Story) -> str:
    """Which of the site's counters an article's number is of, as its `id` says."""
    if story.section in _REGIONS:
        return story.section
    return "pena" if story.published >= _NEW_COUNTER else "legacy"


def _paragraphs(blocks: Sequence[Block]) -> list[str]:
    texts = (text for block in blocks for text in _texts(block))
    return [read for read in map(_read, texts) if read]


def _texts(block: Block) -> Iterator[str]:
    if block.reads is not None:
        yield from block.reads
    elif block.kind in ("paragraph", "subhead"):
        yield plain(block.text)
    elif block.kind == "list":
        yield from (plain(item) for item in block.items)
    elif block.kind == "table":
        yield from (" ".join(plain(cell) for cell in row) for row in block.rows)
    elif block.kind == "quote":
        yield from (plain(block.text), block.name)


def _read_also(block: Block) -> Iterator[Headline]:
    if block.kind == "baca":
        yield from block.links or (Headline(block.text, block.url),)


def _links(links: Any) -> list[dict[str, str]]:
    return [{"headline": _read(link.headline), "url": link.url} for link in links]


def _image(story: Story) -> dict[str, str | None] | None:
    if story.image is None:
        return None
    caption, credit = story.image.caption, story.image.credit
    return {
        "url": story.image.url,
        "caption": _read(caption) if caption else None,
        "credit_text": _read(credit) if credit else None,
    }


def _breadcrumbs(case: Case) -> list[dict[str, str]]:
    """The path as printed; since 2025 only JSON-LD has it, and calls the front page "home"."""
    story = case.story
    stated = case.layout in ("2025-26", "newsread") and "breadcrumb" not in story.traits
    if stated and story.traits.get("json_ld") == "absent":
        return []
    name = "home" if stated else "Home" if case.layout in _FLOW else SECTION_NAMES[story.section]
    front = f"https://{story.section}.sindonews.com/"
    steps = [{"name": name, "url": front}]
    if story.channel_name:
        steps.append({"name": story.channel_name, "url": f"{front}more/{story.channel}"})
    return steps
