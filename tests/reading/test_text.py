"""Text as the record keeps it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsspider.reading.text import clean, clean_or_none, same, unique


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  dua\t\n kata ", "dua kata"),
        ("dua\u00a0\u2003\u3000kata\u2028", "dua kata"),
        ("pem\u00adbangunan", "pembangunan"),
        ("\ufeffawal\u200b\u200c\u200d\u2060 akhir\u200e", "awal akhir"),
        (
            "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d",
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("\u2764\ufe0f\u200d\U0001f525\u200b", "\u2764\ufe0f\u200d\U0001f525"),
        ("\U0001f642\u200d\u200b\U0001f642 a\u200db", "\U0001f642\U0001f642 ab"),
        ("Jose\u0301", "José"),
        ("Jose\u200b\u0301", "José"),
        ("a\x00b\x1bc\x7fd\x9fe", "abcde"),
        ("a\x0b\x0c\x85b", "a b"),
        ("rusak \ud83d sekali", "rusak sekali"),
        ("“Ya” – ‘tidak’ — 'mungkin' …", "“Ya” – ‘tidak’ — 'mungkin' …"),
        ("ayat \u06dd satu", "ayat \u06dd satu"),
        ("Hore 🎉", "Hore 🎉"),
        ("", ""),
    ],
)
def test_clean_keeps_what_is_seen(text: str, expected: str) -> None:
    assert clean(text) == expected


@given(st.text(alphabet=st.characters(codec=None)))
def test_clean_text_is_composed_folded_and_can_be_written(text: str) -> None:
    cleaned = clean(text)

    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned == " ".join(cleaned.split())
    assert not any(unicodedata.category(character) == "Cc" for character in cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert clean(cleaned) == cleaned


def test_nothing_to_read_is_none() -> None:
    assert [clean_or_none(value) for value in (" \u200b ", None, 5, ["a"])] == [None] * 4


def test_texts_are_kept_once_whatever_their_case() -> None:
    assert unique(["Rusia", "China", "RUSIA", "china", "Iran"]) == ["Rusia", "China", "Iran"]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Putin: “Kami Siap”", 'PUTIN - "kami siap"', True),
        ("5 Fakta Gempa", "6 Fakta Gempa", False),
        ("", "!", True),
    ],
)
def test_headlines_are_compared_by_letters_and_digits(one: str, other: str, alike: bool) -> None:
    assert same(one, other) is alike
