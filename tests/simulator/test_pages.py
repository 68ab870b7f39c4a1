"""The page builder keeps what the site is known for, whatever else changes in a template."""

import json
import re
from datetime import datetime

import pytest

from simulator.pages import render_article
from simulator.story import Block, Layout, Person, Rendering, Story

STORY = Story(
    section="nasional",
    number=1731775,
    channel=12,
    channel_name="Politik",
    slug="rapat-anggaran",
    stamp=1784876400,
    headline="Rapat Anggaran Selesai",
    published=datetime.fromisoformat("2026-07-24T14:00:00+07:00"),
    authors=(Person("Jumadi", "https://www.sindonews.com/blog/1/jumadi"),),
    editor="min",
    dateline="JAKARTA",
    pages=((Block(text="Paragraf pertama."),), (Block(text="Paragraf kedua."),)),
)
LD = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)


def _types(html: str) -> list[str]:
    return [json.loads(script)["@type"] for script in LD.findall(html)]


@pytest.mark.parametrize("layout", ["2021-24", "2025-26"])
def test_only_page_one_carries_the_news_article(layout: Layout) -> None:
    assert "NewsArticle" in _types(render_article(STORY, layout))
    further: tuple[Rendering, ...] = ("page2", "all")
    for rendering in further:
        assert "NewsArticle" not in _types(render_article(STORY, layout, rendering))


@pytest.mark.parametrize("layout", ["2021-24", "2025-26"])
def test_the_renderings_split_the_text(layout: Layout) -> None:
    first, second, whole = (
        render_article(STORY, layout, rendering) for rendering in ("page1", "page2", "all")
    )
    assert "Paragraf pertama." in first
    assert "(min)" not in first
    assert "Paragraf pertama." not in second
    assert "(min)" in second
    assert "Paragraf pertama.<br><br>Paragraf kedua." in whole


def test_same_facts_same_bytes() -> None:
    assert render_article(STORY) == render_article(STORY)
