"""The day of the crawl decides the layout: every story reads the same in each of them."""

from dataclasses import replace
from typing import Final, get_args

import pytest

from newsspider.extract import Page, extract
from newsspider.items import to_record
from simulator import gold
from simulator.cases import Case, all_cases
from simulator.pages import render_article
from simulator.story import Layout, Rendering

FIELDS: Final = (
    "headline", "description", "date_published_raw", "authors", "editor", "dateline", "section",
    "keywords", "article_body", "image", "read_also", "page_count",
)  # fmt: skip
# Told by what was saved, or by breaks between pages that a whole rendering does not have.
_OF_THE_SAVING: Final = ("truncated", "cp1252", "repeats", "page-break", "newsread", "berita")


@pytest.mark.parametrize("layout", get_args(Layout))
def test_a_story_reads_the_same_in_every_layout(layout: Layout) -> None:
    for case in all_cases():
        if not any(word in case.name for word in _OF_THE_SAVING):
            drawn = replace(case, layout=layout, renderings=_renderings(case), unheeded=())
            expected = gold.record(drawn)
            found = to_record(extract(*_pages(drawn)))
            assert {key: found[key] for key in FIELDS} == {key: expected[key] for key in FIELDS}, (
                case.name
            )


def _renderings(case: Case) -> tuple[Rendering, ...]:
    return ("page1", "all") if len(case.story.pages) > 1 else ("page1",)


def _pages(case: Case) -> list[Page]:
    urls = {"page1": case.story.url, "all": case.story.whole_url}
    return [
        Page.from_bytes(
            urls[rendering],
            render_article(case.story, case.layout, rendering).encode(),
            case.fetched_at,
        )
        for rendering in case.renderings
    ]
