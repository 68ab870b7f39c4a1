"""Lines among the paragraphs that are no part of the text."""

from newsspider.reading.html.paragraphs import Paragraph, Span
from newsspider.reading.trust.foreign.foreign_lines import without_foreign_lines


def _kept(*lines: str) -> list[str]:
    return [p.text for p in without_foreign_lines([Paragraph([Span(line)]) for line in lines])]


def test_numbers_that_count_the_paragraphs_are_left_out() -> None:
    assert _kept("1", "Kapal melaut.", "2", "Warga pulang.") == ["Kapal melaut.", "Warga pulang."]
    assert _kept("1 Kapal melaut.", "2 Warga pulang.") == ["Kapal melaut.", "Warga pulang."]


def test_numbers_of_the_text_stay() -> None:
    for lines in (("1. Kapal", "2. Warga"), ("2 Kapal melaut.", "3 Warga pulang."), ("1", "Kapal")):
        assert _kept(*lines) == [*lines]


def test_a_sign_that_links_to_its_paragraph_is_left_out() -> None:
    paragraph = Paragraph([Span("Warga pulang. (min) "), Span("¶", href="#p2"), Span("\n")])
    assert [p.text for p in without_foreign_lines([paragraph])] == ["Warga pulang. (min)"]
