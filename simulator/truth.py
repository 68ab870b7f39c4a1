"""What a perfect crawl of a world would have stored: the yardstick of whole-crawl tests. Pure."""

import re
from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Final

from simulator import gold
from simulator.cases import Case
from simulator.newsroom import story
from simulator.story import Layout, Story
from simulator.world import World

_CITED: Final = re.compile(r"seperti dilansir ([^,]+), \w+ \((\d+)/(\d+)/(\d+)\)")
_OF_THE_RUN: Final = ("fetched_at", "revision", "duplicate_of", "similarity")


def articles(
    world: World,
    now: datetime,
    since: date | None = None,
    until: date | None = None,
    sections: Collection[str] = (),
) -> dict[str, Story]:
    """What the site holds at that moment of the days asked for: `id` → the article."""
    held = world.held(now, since, until, sections)
    return {identity(told): told for told in (story(world, piece, now) for piece in held)}


def identity(told: Story) -> str:
    """The `id` of the record."""
    return f"sindonews:{gold.namespace(told)}:{told.number}"


def body(told: Story) -> str:
    """The `article_body`: the paragraphs of all pages, parted by a blank line."""
    return str(facts(told)["article_body"])


def facts(told: Story, layout: Layout = "2025-26") -> dict[str, Any]:
    """The record as it must be read off page 1 and the whole text, but for what the run decides."""
    cited = [
        {"name": name, "date": f"{year}-{int(month):02}-{int(day):02}"}
        for name, day, month, year in _CITED.findall(told.pages[0][0].text)
    ]
    case = Case(
        name=told.slug,
        proves="",
        story=told,
        layout=layout,
        renderings=("page1", "all"),
        fetched_at=told.published,
        url=told.url,
        headers={},
        expected={"citations": cited},
    )
    return {key: value for key, value in gold.record(case).items() if key not in _OF_THE_RUN}
