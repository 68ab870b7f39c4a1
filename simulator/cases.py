"""The cases of `simulator/cases/*.toml`: facts of an article, and how its pages were saved.

A case file states what a careful reader knows; markup comes from the templates, and what the
record must say comes from `gold.py`. Nothing here or there looks at the extractor.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from simulator.story import Block, Headline, Layout, Person, Picture, Rendering, Story

HERE: Final = Path(__file__).parent
_NEW_COUNTER: Final = datetime.fromisoformat("2020-04-20T00:00:00+07:00")
_LISTS: Final = {"related": 9, "recommended": 3, "latest": 6, "infographics": 1}
_FLOW: Final = frozenset({"2021-24", "2025-26"})


@dataclass(frozen=True, kw_only=True)
class Case:
    """One folder of fixtures: a story, its layout, which renderings were saved and how.

    `refused` are renderings that the site answered with an error, `unheeded` those that it answered
    with page 1.
    """

    name: str
    proves: str
    story: Story
    layout: Layout
    renderings: tuple[Rendering, ...]
    fetched_at: datetime
    url: str
    headers: Mapping[str, str]
    encoding: str = "utf-8"
    cut_after: str | None = None
    listed: bool = False
    expected: Mapping[str, Any] = field(default_factory=dict)
    refused: Sequence[Rendering] = ()
    unheeded: Sequence[Rendering] = ()
    nothing: Sequence[str] = ()  # keys of the record that are null: TOML has no null


@cache
def all_cases() -> tuple[Case, ...]:
    """Every case, by name."""
    return tuple(load(path) for path in sorted((HERE / "cases").glob("*.toml")))


def load(path: Path) -> Case:
    """The case in a TOML file; `KeyError` or `TypeError` when a fact is missing or misspelt."""
    facts = tomllib.loads(path.read_text(encoding="utf-8"))
    name = path.stem
    layout = facts.pop("layout", "2025-26")
    told = _story(name, layout, facts.pop("story"))
    renderings = facts.pop("renderings", ["page1", "all"] if len(told.pages) > 1 else ["page1"])
    content_type = facts.pop("content_type", "text/html; charset=UTF-8")
    return Case(
        name=name,
        story=told,
        layout=layout,
        renderings=tuple(renderings),
        fetched_at=datetime.fromisoformat(facts.pop("fetched_at", "2026-07-27T02:00:00+00:00")),
        url=facts.pop("url", told.url),
        headers={"Content-Type": content_type} if content_type else {},
        **facts,
    )


def _story(name: str, layout: Layout, facts: dict[str, Any]) -> Story:
    published = facts["published"]
    slug = facts.pop("slug", None) or slugify(facts["headline"])
    stamp = facts.pop("stamp", True)
    facts["slug"] = slug
    facts["stamp"] = _stamp(name, published) if stamp is True else (stamp or None)
    facts["pages"] = _pages(facts.pop("body"))
    facts["authors"] = tuple(_person(author) for author in facts.pop("authors", ()))
    facts["tags"] = tuple(facts.pop("tags", ()))
    facts["image"] = _picture(facts.pop("image", None), facts)
    lists = facts.pop("lists", layout in _FLOW)
    for number, (key, count) in enumerate(_LISTS.items()):
        facts[key] = _headlines(key, crc32(name.encode()) + 7 * number, count) if lists else ()
    return Story(**facts)


def slugify(headline: str) -> str:
    """The site's slug: lower case, marks dropped, words joined.

    >>> slugify("Gempa M4,8 di Ma'rang: 54% Rumah Rusak")
    'gempa-m48-di-marang-54-rumah-rusak'
    """
    words = re.sub(r"[^a-z0-9\s-]", "", headline.lower())
    return "-".join(words.replace("-", " ").split())


def _stamp(name: str, published: datetime) -> int:
    """The suffix of the address: until 2020 the printed minute, since then some minutes earlier."""
    early = timedelta(minutes=5 + crc32(name.encode()) % 90)
    return int((published if published < _NEW_COUNTER else published - early).timestamp())


def _pages(body: Sequence[str | dict[str, Any]]) -> tuple[tuple[Block, ...], ...]:
    pages: list[list[Block]] = [[]]
    for piece in body:
        if piece == "---":
            pages.append([])
        elif isinstance(piece, str):
            pages[-1].append(Block(text=piece))
        else:
            pages[-1].append(_block(piece))
    return tuple(tuple(page) for page in pages)


def _block(facts: dict[str, Any]) -> Block:
    for key in ("items", "reads"):
        if key in facts:
            facts[key] = tuple(facts[key])
    if "rows" in facts:
        facts["rows"] = tuple(tuple(row) for row in facts["rows"])
    if "links" in facts:
        facts["links"] = tuple(Headline(*link) for link in facts["links"])
    return Block(**facts)


def _person(author: str) -> Person:
    name, _, number = author.partition("|")
    return Person(name, _blog(name, number) if number else None)


def _blog(name: str, number: str) -> str:
    return f"https://www.sindonews.com/blog/{number}/{slugify(name)}"


def _picture(facts: dict[str, str] | None, story: Mapping[str, Any]) -> Picture | None:
    if facts is None:
        return None
    published: datetime = story["published"]
    letters = "abcdefghijklmnopqrstuvwxyz"
    tail = "".join(letters[crc32(f"{story['slug']}{n}".encode()) % 26] for n in range(3))
    pena = published >= _NEW_COUNTER
    host, folder, width = (
        ("pict.sindonews.net", "pena/news", 732) if pena else ("cdn.sindonews.net", "content", 620)
    )
    address = (
        f"https://{host}/dyn/{width}/{folder}/{published:%Y/%m/%d}/{story['channel']}/"
        f"{story['number']}/{story['slug'][:60].rstrip('-')}-{tail}.jpg"
    )
    return Picture(**{"url": address, **facts})


@cache
def _pool() -> Mapping[str, list[dict[str, Any]]]:
    return tomllib.loads((HERE / "headlines.toml").read_text(encoding="utf-8"))


def _headlines(key: str, start: int, count: int) -> tuple[Headline, ...]:
    """Headlines for a list around an article: a stretch of the pool, the same for every build."""
    pool = _pool()["infographics" if key == "infographics" else "articles"]
    chosen = (pool[(start + number) % len(pool)] for number in range(count))
    return tuple(Headline(item["headline"], _address(item)) for item in chosen)


def _address(item: Mapping[str, Any]) -> str:
    slug = slugify(item["headline"])
    if "section" not in item:
        return f"https://infografis.sindonews.com/photo/{item['number']}/{slug}-{item['stamp']}"
    return (
        f"https://{item['section']}.sindonews.com/read/{item['number']}/{item['channel']}/"
        f"{slug}-{item['stamp']}"
    )
