"""Notes of programs on what they have cut."""

import pytest

from newsspider.reading.trust.cut_notes import tells_of_a_cut

_OPEN = "Kapal listrik rakitan nelayan Muncar melaut untuk pertama kali pada Senin"


@pytest.mark.parametrize(
    "note",
    [
        "[Isi dipangkas: melewati batas 64 KB]",
        "(halaman ini dipotong karena terlalu panjang)",
        "*** message truncated ***",
    ],
)
def test_a_note_in_brackets_tells_of_a_cut(note: str) -> None:
    assert tells_of_a_cut([f"{_OPEN}.", note])


@pytest.mark.parametrize("note", ["Sisa halaman dipotong peladen.", "Response too large"])
def test_any_other_counts_behind_a_sentence_that_breaks_off(note: str) -> None:
    assert tells_of_a_cut([_OPEN, note])
    assert not tells_of_a_cut([f"{_OPEN}.", note])


@pytest.mark.parametrize("end", ["(nnz)", "Kapal itu pulang malam harinya.", "[Gambas:Video]"])
def test_the_end_of_a_text_tells_of_none(end: str) -> None:
    assert not tells_of_a_cut([_OPEN, end])
