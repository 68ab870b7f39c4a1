"""Boxes beside the paragraphs of a text: which are none of it."""

from lxml import html

from newsspider.reading.finder.boxes import Box, judge
from newsspider.reading.finder.text_lines import lines
from newsspider.reading.trust.claims import Claims


def _judged(source: str) -> Box:
    box = html.fragment_fromstring(source)
    return judge(box, lines(box), "", "", Claims("Kapal Listrik Melaut"))


def test_a_list_of_dated_headlines_and_openings_is_no_part_of_a_text() -> None:
    entry = (
        "<li><time>Rabu, 12 Maret 2025 - 08:10 WIB</time> <a href='/{0}'>Harga Telur di Pasar Induk"
        " Turun Dua Pekan</a><p>Pasokan dari peternak lokal kembali lancar.</p></li>"
    )
    assert _judged(f"<ol>{''.join(map(entry.format, range(3)))}</ol>") is Box.FOREIGN


def test_a_list_of_sentences_is_part_of_a_text() -> None:
    assert _judged("<ol><li>Kapal itu melaut pada Senin pagi.</li></ol>") is Box.TEXT
