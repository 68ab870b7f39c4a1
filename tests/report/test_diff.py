"""Differences between revisions, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from newsspider.report.diff import changes, shortened, word_diff

TEXTS = st.text(alphabet="abc ,.\n'’é", max_size=60)


@given(TEXTS, TEXTS)
def test_the_pieces_hold_both_texts(old: str, new: str) -> None:
    pieces = word_diff(old, new)
    assert "".join(piece.text for piece in pieces if piece.kind != "added") == old
    assert "".join(piece.text for piece in pieces if piece.kind != "removed") == new


@given(TEXTS)
def test_equal_texts_have_no_changes(text: str) -> None:
    assert {piece.kind for piece in word_diff(text, text)} <= {"same"}


def test_long_unchanged_runs_are_cut_beside_a_change() -> None:
    words = " ".join(str(number) for number in range(40))
    shown = list(shortened(word_diff(f"{words} lama {words}", f"{words} baru {words}")))
    assert [piece.kind for piece in shown] == [
        "omitted", "same", "removed", "added", "same", "omitted",
    ]  # fmt: skip
    assert shown[1].text.strip() == "35 36 37 38 39"


def test_only_stated_fields_are_compared() -> None:
    first = {"headline": "Harga naik", "latest": [1], "revision": 1}
    second = {"headline": "Harga turun", "latest": [2], "revision": 2}
    [(record, changed)] = changes([first, second])
    assert record is second
    assert [change.field for change in changed] == ["headline"]


def test_what_a_revision_does_not_state_it_did_not_remove() -> None:
    live = {"headline": "Harga naik", "description": "Harga beras naik.", "editor": "min"}
    thrifty = {"headline": "Harga turun", "description": None, "editor": "min"}
    late = {"headline": "Harga turun", "description": "Harga beras turun.", "editor": "min"}
    (_, headline), (_, description) = changes([live, thrifty, late])
    assert [change.field for change in headline] == ["headline"]
    assert [(change.field, change.pieces[-2].text) for change in description] == [
        ("description", "turun")
    ]


def test_a_text_that_could_not_be_fetched_whole_was_not_shortened() -> None:
    whole = {"headline": "Harga naik", "article_body": "Satu.\n\nDua."}
    cut = {
        "headline": "Harga turun",
        "article_body": "Satu.",
        "warnings": ["body_incomplete"],
    }
    assert [
        [change.field for change in changed] for _, changed in changes([whole, cut, whole])
    ] == [
        ["headline"],
        ["headline"],
    ]
    ((_, mended),) = changes([cut, whole])
    assert [change.field for change in mended] == ["headline", "article_body"]
