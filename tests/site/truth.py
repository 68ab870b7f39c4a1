"""What a perfect crawl of a world would have stored: the yardstick of whole-crawl tests. Pure."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Final

from tests.site.newsroom import story
from tests.site.story import Block, Headline, Story, plain
from tests.site.world import World

_NEW_CMS: Final = date(2020, 4, 1)


def articles(
    world: World,
    now: datetime,
    since: date | None = None,
    until: date | None = None,
    kanals: Collection[str] = (),
) -> dict[str, Story]:
    """What the site holds at that moment of the days asked for: `id` → the article."""
    held = world.held(now, since, until, kanals)
    return {identity(told): told for told in (story(world, piece, now) for piece in held)}


def identity(told: Story) -> str:
    """The `id` of the record: numbers were started anew with the CMS of April 2020."""
    generation = "pena" if told.published.date() >= _NEW_CMS else "legacy"
    return f"sindonews:{generation}:{told.number}"


def body(told: Story) -> str:
    """The `article_body`: the paragraphs of all pages, parted by a blank line."""
    texts = (plain(block.text) for block in told.blocks("all") if block.kind == "paragraph")
    return "\n\n".join(texts)


def facts(told: Story) -> dict[str, Any]:
    """The keys of the record that the article decides, as they must be read off its pages."""
    text = body(told)
    return {
        "id": identity(told),
        "site": "sindonews",
        "url": told.url,
        "headline": told.headline,
        "description": told.description,
        "date_published": told.published.isoformat(),
        "date_published_raw": told.date_line,
        "date_published_source": "visible",
        "date_modified": told.modified.isoformat() if told.modified else None,
        "authors": [author.name for author in told.authors],
        "editor": told.editor,
        "dateline": told.dateline,
        "section": told.kanal,
        "keywords": list(told.tags),
        "article_body": text,
        "word_count": len(text.split()),
        "image": _image(told),
        "read_also": _links([_link(b) for b in told.blocks("all") if b.kind == "baca"]),
        "related": _links(told.related),
        "recommended": _links(told.recommended),
        "latest": _links(told.latest),
        "infographics": _links(told.infographics),
        "in_language": "id",
        "page_count": len(told.pages),
        "warnings": [],
    }


def _link(block: Block) -> Headline:
    return Headline(block.text, block.url)


def _links(links: Collection[Headline]) -> list[dict[str, str]]:
    return [{"headline": link.headline, "url": link.url} for link in links]


def _image(told: Story) -> dict[str, str | None] | None:
    if told.image is None:
        return None
    picture = told.image
    return {"url": picture.url, "caption": picture.caption, "credit_text": picture.credit}
