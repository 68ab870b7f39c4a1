"""What of a text's markup is read as its paragraphs."""

import pytest
from lxml import html

from newsspider.reading.html.paragraphs import Reading, paragraphs


def _read(inner: str) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(html.fromstring(f"<div>{inner}</div>"))]


@pytest.mark.parametrize(
    "unseen",
    [
        '<span class="lead sr-only">Iklan dimulai</span>',
        '<span class="visually-hidden">Lewati iklan</span>',
        '<span role="tooltip">Satuan daya listrik.</span>',
        "<time>08.15 WIB</time>",
    ],
)
def test_what_no_reader_sees_in_the_text_is_not_read(unseen: str) -> None:
    assert _read(f"<p>Kapal melaut.</p>{unseen}<p>Warga menonton.</p>") == [
        "Kapal melaut.",
        "Warga menonton.",
    ]


def test_a_time_within_a_sentence_is_read() -> None:
    assert _read("<p>Kapal tiba pukul <time>08.15 WIB</time> di dermaga.</p>") == [
        "Kapal tiba pukul 08.15 WIB di dermaga."
    ]


def test_a_box_of_links_parts_the_words_of_a_headline_that_blocks_part() -> None:
    box = "<div class='aside'><a href='/1'><b>Baca</b><div>Panen</div><div>Raya</div></a></div>"
    element = html.fromstring(f"<div>{box}</div>")
    judge = {"aside": Reading.ASIDE}
    (aside,) = paragraphs(element, lambda classes, identity: judge.get(classes, Reading.TEXT))
    assert (aside.aside, aside.text) == (True, "Baca Panen Raya")
