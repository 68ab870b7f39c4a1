"""Which lines of a container are the text."""

from lxml import html

from newsspider.reading.body.running_text import read
from tests.second_site.tepian.markup import MARKUP

_LINES = ("Posko sungai buka sejak pagi ini.", "Warga datang dengan perahu.")


def _read(*lines: str) -> list[str]:
    source = "".join(f"<p>{line}</p>" for line in lines)
    return read([html.fromstring(f"<div>{source}</div>")], MARKUP).paragraphs


def test_a_date_line_above_the_text_is_none_of_it() -> None:
    assert _read("Selasa, 21 Juli 2026 - 14:45 WIB · 4 menit · Ratna", *_LINES) == [*_LINES]


def test_a_date_within_a_text_is_a_row_of_it() -> None:
    row = "Selasa, 21 Juli 2026 | 14.45 WIB | Persija vs Arema"
    assert _read(_LINES[0], row, _LINES[1]) == [_LINES[0], row, _LINES[1]]
