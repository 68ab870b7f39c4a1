"""Whether a text is the article that the page says it holds."""

from newsspider.reading.text import letters
from newsspider.reading.trust import topic_match
from newsspider.reading.trust.claims import Claims

_CLAIMS = Claims(
    "Nelayan Muncar Rakit Kapal Listrik",
    "Kapal listrik rakitan nelayan Muncar menempuh empat puluh kilometer.",
)


def test_a_text_on_the_matter_is_the_articles() -> None:
    said = ["Sebuah kapal bertenaga listrik dirakit para nelayan di pelabuhan Muncar."]
    assert topic_match.is_of(said, _CLAIMS)


def test_an_offer_to_subscribe_is_not_the_articles() -> None:
    said = ["Langganan mulai Rp20.000 sebulan.", "Batalkan kapan saja tanpa biaya tambahan."]
    assert not topic_match.is_of(said, _CLAIMS)


def test_forms_of_a_word_count_as_the_word() -> None:
    assert topic_match.is_of(["Perakitan perahu itu memakan tiga bulan, kata nelayan."], _CLAIMS)


def test_without_claims_any_text_may_be_the_articles() -> None:
    assert topic_match.is_of(["Warga berkumpul."], Claims())


def test_the_description_alone_is_no_whole_text() -> None:
    said = letters(_CLAIMS.description)
    assert topic_match.is_description(said, _CLAIMS)
    assert not topic_match.is_description(f"{said}ujicobaselesai", _CLAIMS)


def test_a_headline_that_is_only_quoted_does_not_make_a_text_its_own() -> None:
    said = [f"Redaksi meralat berita berjudul “{_CLAIMS.headline}”.", "Redaksi memohon maaf."]
    assert not topic_match.is_of(said, _CLAIMS)


def test_a_sentence_that_begins_as_the_headline_is_the_articles() -> None:
    claims = Claims("Feri Kembali Berlayar")
    assert topic_match.is_of(["Feri kembali berlayar setelah dua hari berhenti."], claims)
