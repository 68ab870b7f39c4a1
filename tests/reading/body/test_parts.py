"""A text that a layout sets in several containers, and one of which only the beginning is shown."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pytest

from newsspider.items import Article
from newsspider.reading.article import extraction
from newsspider.reading.article.layout import Layout
from newsspider.reading.article.site_markup import TextMarkup
from newsspider.reading.page import Page
from tests.second_site.tepian.markup import MARKUP

OPENING: Final = "<p>Nelayan memanen ikan di hulu sungai sejak pagi.</p>"
GOING_ON: Final = "<p>Hasil panen dijual di pasar terapung sebelum siang.</p>"


def read(body: str, text: TextMarkup = MARKUP.text, **changes: object) -> Article:
    """The article of a page with this body, in the layout with these changes."""
    layout = replace(MARKUP.layouts[0], **changes)  # type: ignore[arg-type]
    source = f"""<!DOCTYPE html><html><head><title>Panen Ikan di Hulu Sungai</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "isAccessibleForFree": false}}</script>
</head><body><article class="berita"><h1 class="judul">Panen Ikan di Hulu Sungai</h1>
<p class="tanggal">Minggu, 26 Juli 2026 | 17:40 WITA</p>{body}</article></body></html>"""
    url = "https://kabartepian.example/sungai/7/panen-ikan-di-hulu-sungai"
    page = Page.from_bytes(url, source.encode(), datetime(2026, 7, 27, tzinfo=UTC), "text/html")
    return extraction.extract(replace(MARKUP, text=text, layouts=(layout,), gates=(".sewa",)), page)


def test_parts_are_one_text_without_what_stands_between_them() -> None:
    boxes = f'<div id="isi">{OPENING}</div><aside>Ikuti kabar lain di sini.</aside>'
    article = read(f'{boxes}<div id="isi">{GOING_ON}</div>', parts=("#isi",))
    assert article.article_body.split("\n\n") == [
        "Nelayan memanen ikan di hulu sungai sejak pagi.",
        "Hasil panen dijual di pasar terapung sebelum siang.",
    ]


@pytest.mark.parametrize(("wall", "codes"), [("", []), ("<div class='sewa'>", ["body_incomplete"])])
def test_where_a_layout_shows_what_was_cut_the_data_do_not_tell(
    wall: str, codes: list[str]
) -> None:
    body = f'<div class="isi">{OPENING}{GOING_ON}</div>{wall}'
    assert read(body, shows_gates=True).warnings == codes
    assert "body_incomplete" in read(body).warnings


def test_dots_in_place_of_the_rest_are_no_paragraph_but_a_cut() -> None:
    article = read(f'<div class="isi">{OPENING}{GOING_ON}...</div>', shows_gates=True)
    assert article.article_body.endswith("sebelum siang.")
    assert article.warnings == ["body_incomplete"]


def test_a_layout_may_have_a_headline_of_its_own() -> None:
    body = f'<h2 class="cetak">Jaring yang Penuh</h2><div class="isi">{OPENING}{GOING_ON}</div>'
    own = read(body, headline=("h2.cetak",), own_headline=True)
    assert own.headline == "Jaring yang Penuh"
    assert read(body, headline=("h2.cetak",)).headline == "Panen Ikan di Hulu Sungai"


def test_a_wrong_selector_of_parts_ends_the_import() -> None:
    with pytest.raises(ValueError, match="no CSS selector"):
        Layout(name="x", signature=(), parts=("div >",))


@pytest.mark.parametrize("signed", [True, False])
def test_a_missing_signature_speaks_against_a_text_only_where_a_site_signs_its_texts(
    signed: bool,
) -> None:
    caption = "<p>Nelayan mengangkat jaring di hulu sungai. Perahu kayu berjajar di tepi.</p>"
    end = "<p>Kelompok nelayan menyisihkan sepersepuluh hasilnya untuk memperbaiki dermaga.</p>"
    body = f'<div class="foto">{caption}</div><div class="isi">{OPENING}{GOING_ON}{end}</div>'
    text = replace(MARKUP.text, signed=signed)
    article = read(body, text=text)
    assert article.article_body.startswith("Nelayan mengangkat" if signed else "Nelayan memanen")


def test_a_sentence_that_ends_with_istimewa_is_no_credit_of_a_picture() -> None:
    said = "<p>Bagi warga, panen tahun ini terasa istimewa.</p>"
    credit = "<p>Nelayan di hulu sungai. Istimewa</p>"
    article = read(f'<div class="isi">{OPENING}{credit}{said}{GOING_ON}</div>', shows_gates=True)
    assert article.article_body.split("\n\n")[1:-1] == [
        "Bagi warga, panen tahun ini terasa istimewa."
    ]
