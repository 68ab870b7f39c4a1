"""What a site's tables may say beside the usual: fields of a layout, noise, a loader of its own."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pytest

from newsspider.items import Article
from newsspider.reading.article import extraction
from newsspider.reading.article.layout import Layout
from newsspider.reading.article.site_markup import SiteMarkup
from newsspider.reading.fields.loader import ArticleLoader
from newsspider.reading.html.selectors import NoSelectorError
from newsspider.reading.page import Page
from tests.second_site.tepian.markup import MARKUP

SOURCE: Final = """<!DOCTYPE html><html><head><title>Panen Ikan di Hulu Sungai</title>
<meta name="keywords" content="sungai"></head><body><article class="berita">
<h1 class="judul">Panen Ikan di Hulu Sungai</h1>
<p class="tanggal">Minggu, 26 Juli 2026 | 17:40 WITA</p><p class="topik">patin, keramba</p>
<div class="isi"><p>Nelayan memanen ikan di hulu sungai sejak pagi.</p>
<p class="kutip">Harga ikan patin naik menjelang panen raya.</p>
<p>Hasil panen dijual di pasar terapung sebelum siang.</p></div></article></body></html>"""


class LoudLoader(ArticleLoader):
    """Writes keywords in capitals, as no site does."""

    @staticmethod
    def keywords_out(values: Iterable[str]) -> list[str]:
        """Return the texts in capitals."""
        return [text.upper() for text in values]


def read(markup: SiteMarkup = MARKUP, **changes: object) -> Article:
    """The article of the page, in the site's layout with these changes."""
    layout = replace(MARKUP.layouts[0], **changes)  # type: ignore[arg-type]
    url = "https://kabartepian.example/sungai/7/panen-ikan-di-hulu-sungai"
    page = Page.from_bytes(url, SOURCE.encode(), datetime(2026, 7, 27, tzinfo=UTC), "text/html")
    return extraction.extract(replace(markup, layouts=(layout,)), page)


def test_a_field_of_a_layout_alone_wins_and_is_made_as_any_other() -> None:
    assert read().keywords == ["sungai"]
    assert read(more={"keywords": (".tidak-ada", ".topik")}).keywords == ["patin", "keramba"]
    assert read(more={"keywords": (".tidak-ada",)}).keywords == ["sungai"]


def test_noise_of_a_layout_is_no_text() -> None:
    assert "Harga ikan patin" in read().article_body
    assert read(noise=(".isi > .kutip",)).article_body.split("\n\n") == [
        "Nelayan memanen ikan di hulu sungai sejak pagi.",
        "Hasil panen dijual di pasar terapung sebelum siang.",
    ]


@pytest.mark.parametrize("place", [{"noise": (".isi >",)}, {"more": {"keywords": (".a..b",)}}])
def test_what_is_no_selector_ends_the_import(place: dict[str, object]) -> None:
    with pytest.raises(NoSelectorError):
        Layout(name="berita", signature=(), **place)  # type: ignore[arg-type]


def test_a_loader_of_the_site_makes_its_values() -> None:
    assert read(replace(MARKUP, loader=LoudLoader)).keywords == ["SUNGAI"]
