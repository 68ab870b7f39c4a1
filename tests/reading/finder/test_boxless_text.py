"""A text in which no box stands is known for one, and sorted as it would be row by row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from newsspider.reading.finder.boxless_text import is_boxless
from newsspider.reading.finder.sorting import sort
from newsspider.reading.finder.text_lines import lines
from newsspider.reading.trust.claims import Claims

_LONG = (
    "Petani di lereng Merapi mulai memanen cabai rawit sejak awal pekan ini setelah menunggu hujan"
    " reda selama hampir satu bulan."
)
_CLAIMS = Claims("Petani Merapi Panen Cabai Rawit", "Panen cabai dimulai pekan ini.")
_TEXTS = st.sampled_from((
    _LONG, _LONG.replace("cabai", "tomat"), "Harganya turun.", "Trending", "Foto: Antara", " ",
    "10:15", "Petani Merapi Panen Cabai Rawit", "Baca juga",
))  # fmt: skip
_PIECES = st.one_of(
    _TEXTS,
    _TEXTS.map(lambda text: f'<a href="/read/1/lain">{text}</a>'),
    _TEXTS.map(lambda text: f"<strong>{text}</strong>"),
    st.sampled_from(
        ("<br>", "<img>", '<span class="ads">Iklan</span>', "<script>iklan()</script>")
    ),
)
_PARAGRAPHS = st.lists(_PIECES, min_size=1, max_size=3).map(
    lambda parts: f"<p>{''.join(parts)}</p>"
)
_PARTS = st.one_of(
    _PARAGRAPHS, _PARAGRAPHS, _PARAGRAPHS, _PIECES,
    st.sampled_from((
        "<div></div>", "<div><ins></ins></div>", f"<div class=ads>{_LONG}</div>", "<p hidden>x</p>",
        "<p role=note>Catatan.</p>", "<h2>Harga</h2>", "<p></p>", "<nav>Menu</nav>",
    )),
)  # fmt: skip


def container(*parts: str) -> etree._Element:
    return html.fromstring(f"<html><body><div id=isi>{''.join(parts)}</div></body></html>")[0][0]


def is_skipped(element: etree._Element) -> bool:
    return element.get("class") == "ads"


@given(st.lists(_PARTS, max_size=9))
def test_a_boxless_text_has_the_boxes_that_it_has_row_by_row(parts: list[str]) -> None:
    text = container(*parts)
    found = sort(text, is_skipped, _CLAIMS, known=True)
    by_row = sort(text, None, _CLAIMS, known=True, said=lines(text, is_skipped))
    assert found == by_row


@pytest.mark.parametrize(
    "parts",
    [
        [f"<p>{_LONG}</p>"] * 3,
        ["<strong>Sleman</strong> - ", _LONG, "<br><br>", _LONG],
        ["<strong>Sleman</strong> - ", _LONG, f"<p>{_LONG}</p>", f"<p>{_LONG}</p>"],
        [f"<p>{_LONG}<br><br>{_LONG}</p>", "<div><script>iklan()</script></div>"],
        [*([f"<p>{_LONG}</p>"] * 3), "<p><a href='/read/2'>Baca: Harga cabai</a></p>"],
        [f"<p>{_LONG}</p>", f"<div class=ads>{_LONG}</div>"],
    ],
)
def test_what_has_no_box_is_boxless(parts: list[str]) -> None:
    assert is_boxless(container(*parts), is_skipped)


@pytest.mark.parametrize(
    "parts",
    [
        [f"<p>{_LONG}</p>", f"<div>{_LONG}</div>"],
        [_LONG, "<br>", _LONG, "<br>", _LONG, "<br>", _LONG, "<p>Harga cabai turun lagi.</p>"],
        [f"<p><a href='/read/{n}'>Harga cabai</a></p><p>{_LONG}</p>" for n in range(4)],
        [f"<p>{_LONG}<br>{_LONG}</p>", f"<p>{_LONG}</p>"],
    ],
)
def test_what_may_be_a_box_is_looked_at(parts: list[str]) -> None:
    assert not is_boxless(container(*parts), is_skipped)
