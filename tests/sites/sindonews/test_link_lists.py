"""The lists around an article, where one ends and the next begins."""

from datetime import UTC, datetime

import pytest

from newsspider.extract import Page
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.fields.link_lists import link_lists
from newsspider.sites.sindonews.markup import MARKUP

TERKAIT = '<div class="title-section"><span>Berita Terkait</span></div>'
TERKINI = '<div class="title-section"><span>Berita Terkini</span></div>'
LIST = '<div class="list"><a href="/read/{0}/12/judul-{0}-1717000000">Judul {0}</a></div>'
POPULAR = f'<div class="terpopuler"><h3>Terpopuler</h3>{LIST.format(9)}</div>'
ONE, TWO = LIST.format(1), LIST.format(2)


@pytest.mark.parametrize(
    "markup",
    [
        f"{TERKAIT}{ONE}{TERKINI}{TWO}",
        f"{TERKAIT}{ONE}<div class='box'>{TERKINI}{TWO}</div>",
        f"<div class='box'>{TERKAIT}{ONE}</div><div class='box'>{TERKINI}{TWO}</div>",
        f"<div class='row'>{TERKAIT}<div class='row'>{ONE}{TERKINI}<div class='row'>{TWO}",
        f"{TERKAIT}{ONE}{TERKINI}{TWO}{POPULAR}",
        f"{TERKAIT}{ONE}{TERKINI}{TWO}<aside>{LIST.format(8)}</aside>",
        f"<section><h2>Berita Terkait</h2><ul><li>{ONE}</li></ul></section>{TERKINI}{TWO}",
        f"<h3>Berita Terkait</h3>{ONE}<h3>Berita Terkini</h3>{TWO}",
    ],
)
def test_each_list_ends_where_the_next_begins_however_they_are_boxed(markup: str) -> None:
    source = f"<html><body><h1>Judul</h1>{markup}</body></html>"
    url = "https://nasional.sindonews.com/read/1/12/judul-1717000000"
    page = Page.from_bytes(url, source.encode(), datetime(2026, 8, 1, tzinfo=UTC))
    found = link_lists(ArticlePage(page, MARKUP))

    assert [link.headline for link in found["related"].values] == ["Judul 1"]
    assert [link.headline for link in found["latest"].values] == ["Judul 2"]


def test_a_story_whose_headline_is_tracked_and_whose_picture_is_not_stands_once() -> None:
    story = "/read/1/12/judul-panjang-sekali-1717000000"
    row = (
        f'<a href="{story}"><img alt="Judul Panjang Sekali..."></a>'
        f'<a href="{story}?utm_source=artikel">Judul Panjang Sekali Ini</a>'
    )
    source = f"<html><body><h1>Judul</h1>{TERKAIT}<div>{row}</div></body></html>"
    url = "https://nasional.sindonews.com/read/2/12/judul-1717000000"
    page = Page.from_bytes(url, source.encode(), datetime(2026, 8, 1, tzinfo=UTC))
    found = link_lists(ArticlePage(page, MARKUP))

    assert [link.headline for link in found["related"].values] == ["Judul Panjang Sekali Ini"]
