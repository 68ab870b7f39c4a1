"""Labels: whole words alone are any, wherever in a line a date stands."""

import pytest

from newsspider.dates.labels import Rank, is_of_update, label_at_end


@pytest.mark.parametrize("name", ["Agus Warsudi", "Anton", "Budi Rabu", "Sri Hartati"])
def test_a_name_that_ends_as_a_label_does_is_none(name: str) -> None:
    assert label_at_end(f"{name}\n  ") == (Rank.UNLABELLED, "")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Diperbarui pada\n  ", "Diperbarui pada\n  "),
        ("10:52Di-update:", "Di-update:"),
        ("Agus Warsudi | TERAKHIR DIPERBARUI ", "TERAKHIR DIPERBARUI "),
    ],
)
def test_a_label_at_the_end_is_found_behind_any_mark(text: str, label: str) -> None:
    assert label_at_end(text) == (Rank.UPDATED, label)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("(diperbarui 18 Juni 2025, 14:05 WIB)", True),
        ("14:05|update: 18 Juni 2025", True),
        ("teraktual 18 Juni 2025", False),
        ("koreksinya 18 Juni 2025", False),
    ],
)
def test_a_label_of_an_update_is_a_whole_word(line: str, is_one: bool) -> None:
    assert is_of_update(line) is is_one
