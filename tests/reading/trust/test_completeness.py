"""Whether a text is all of its article."""

import pytest

from newsspider.reading.trust.completeness import (
    breaks_off,
    is_cut_short,
    is_of_openings,
    is_said_not_free,
    says_it_is_not_all,
)

_OPENING = "Kapal listrik rakitan nelayan Muncar melaut untuk"


def test_openings_of_sentences_are_no_text() -> None:
    slides = [line for number in range(4) for line in (_OPENING, f"{number}/4")]
    assert is_of_openings(slides)


def test_a_list_among_sentences_is_a_text() -> None:
    said = ["Syaratnya sebagai berikut.", "salinan kartu tanda penduduk dan", "Berlaku setahun."]
    assert not is_of_openings([*said, *said])


@pytest.mark.parametrize(
    "end",
    [
        "Berita ini masih berkembang dan akan diperbarui.",
        "Redaksi masih menghimpun keterangan untuk berita ini.",
        "Anda membaca pratinjau: 2 dari 9 paragraf.",
        "Ketua nelayan berkata, ▇▇▇▇▇▇, lalu pulang.",
        "******* ******** di ****** sejak ********.",
        "\ue000\ue001\ue002\ue003 \ue000\ue001\ue002 \ue004\ue005\ue006\ue007 di Muncar.",
    ],
)
def test_a_text_that_is_not_all_says_so(end: str) -> None:
    assert says_it_is_not_all(["Kapal terbakar di Muncar.", end])


def test_a_text_about_news_is_whole() -> None:
    said = ["Berita ini ramai dibicarakan.", "Polisi masih menghimpun keterangan saksi."]
    assert not says_it_is_not_all(said)


def test_paragraphs_that_end_without_a_mark_are_cut() -> None:
    whole = "Baterainya cukup untuk empat puluh kilometer, kata ketua kelompok itu."
    cut = f"{_OPENING} pertama kali pada Senin"
    assert is_cut_short([cut, whole, cut])
    assert not is_cut_short([cut, whole, whole])


def test_a_sentence_cut_or_dotted_breaks_off() -> None:
    assert breaks_off("Nelayan itu menambatkan kapal di dermaga sebelah")
    assert breaks_off("Nelayan itu menambatkan kapal…")
    assert not breaks_off("“Kami pulang,” kata nelayan itu.")


def test_what_is_not_free_is_heard_in_any_spelling() -> None:
    assert is_said_not_free([{"isAccessibleForFree": "False"}])
    assert is_said_not_free([{"isAccessibleForFree": False}])
    assert not is_said_not_free([{"isAccessibleForFree": True}, {}])
