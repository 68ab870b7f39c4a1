"""What the head of a page says, wherever it is printed."""

from html import escape

import pytest
from lxml import etree

from newsspider.reading.html.head import Head, read_head


def head(inside: str, body: str = "", attributes: str = "") -> Head:
    return read_head(etree.HTML(f"<html {attributes}><head>{inside}</head><body>{body}</body>"))


def test_the_first_content_of_a_name_counts_whatever_states_the_name() -> None:
    said = head(
        '<meta property="OG:Title" content="Panen Raya"><meta name="og:title" content="Lain">'
        '<meta itemprop="datePublished" content="2026-07-20"><meta name="author">'
    )
    assert said.meta == {"og:title": "Panen Raya", "datepublished": "2026-07-20"}


@pytest.mark.parametrize(
    "place",
    ["{{ title }}", "${title}", "<%= title %>", "[[title]]", "%%TITLE%%", "undefined", "null"],
)
def test_a_place_that_a_template_left_unfilled_states_nothing(place: str) -> None:
    metas = (
        f'<meta name="keywords" content="{escape(place)}"><meta name="keywords" content="panen">'
    )
    assert head(metas).meta == {"keywords": "panen"}


def test_tags_that_have_a_meta_each_are_all_kept() -> None:
    tags = "".join(f'<meta property="article:tag" content="{tag}">' for tag in ("panen", "kopi"))
    assert head(tags).meta == {"article:tag": "panen,kopi"}


@pytest.mark.parametrize(
    "links",
    [
        '<link rel="icon" href="/i.png"><link rel="canonical" href="/read/1">',
        '<link rel="Canonical" href="/read/1">',
        '<link rel="canonical"><link rel="canonical" href="/read/1">',
        '<link rel="canonical" href="/read/1"><link rel="canonical" href="/read/2">',
    ],
)
def test_the_first_canonical_link_with_an_address_counts(links: str) -> None:
    assert head(links).canonical == "/read/1"
    assert head("", body=links).canonical == "/read/1"


def test_json_ld_of_the_body_counts_and_empty_blocks_do_not() -> None:
    block = '<script type="application/LD+JSON">{"@type": "NewsArticle"}</script>'
    said = head(f'{block}<script type="application/ld+json"></script>', body=f"<div>{block}</div>")
    assert said.json_ld == ['{"@type": "NewsArticle"}'] * 2


def test_title_and_language_are_the_first_ones() -> None:
    said = head("<title>Panen</title>", body="<svg><title>Ikon</title></svg>", attributes="lang=id")
    assert (said.title, said.language) == ("Panen", "id")
