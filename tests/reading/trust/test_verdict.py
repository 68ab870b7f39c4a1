"""Whether a text is the article's, whole and alone."""

from newsspider.reading.trust import completeness, verdict
from newsspider.reading.trust.claims import Claims

_CLAIMS = Claims(
    "Nelayan Muncar Rakit Kapal Listrik",
    "Kapal listrik rakitan nelayan Muncar menempuh empat puluh kilometer.",
)


def test_a_text_on_the_matter_is_the_articles() -> None:
    said = ["Sebuah kapal bertenaga listrik dirakit para nelayan di pelabuhan Muncar."]
    assert verdict.is_of(said, _CLAIMS)


def test_an_offer_to_subscribe_is_not_the_articles() -> None:
    said = ["Langganan mulai Rp20.000 sebulan.", "Batalkan kapan saja tanpa biaya tambahan."]
    assert not verdict.is_of(said, _CLAIMS)


def test_forms_of_a_word_count_as_the_word() -> None:
    assert verdict.is_of(["Perakitan perahu itu memakan tiga bulan, kata nelayan."], _CLAIMS)


def test_without_claims_any_text_may_be_the_articles() -> None:
    assert verdict.is_of(["Warga berkumpul."], Claims())


def test_a_paragraph_twice_is_mixed() -> None:
    said = ["Kapal itu melaju tanpa suara sepanjang pagi di selat.", "Warga menonton."]
    assert verdict.is_mixed([*said, said[0]])
    assert not verdict.is_mixed(said)


def test_initials_in_the_middle_are_mixed() -> None:
    assert verdict.is_mixed(["Uji coba selesai. (abc)", "Harga telur turun di pasar."])
    assert not verdict.is_mixed(["Uji coba selesai.", "Harga telur turun. (abc)"])


def test_a_date_line_among_the_paragraphs_is_mixed() -> None:
    assert verdict.is_mixed(["Uji coba selesai.", "Rabu, 12 Maret 2025 - 08:10 WIB"])


def test_an_offer_among_the_paragraphs_is_mixed() -> None:
    offer = "Pesan tiket sekarang tanpa uang muka, syarat dan ketentuan berlaku."
    assert verdict.is_mixed(["Uji coba selesai.", offer])


def test_the_description_alone_is_no_whole_text() -> None:
    assert verdict.is_description([_CLAIMS.description], _CLAIMS)
    assert not verdict.is_description([_CLAIMS.description, "Uji coba selesai."], _CLAIMS)


def test_a_sentence_cut_or_dotted_breaks_off() -> None:
    assert completeness.breaks_off("Nelayan itu menambatkan kapal di dermaga sebelah")
    assert completeness.breaks_off("Nelayan itu menambatkan kapal…")
    assert not completeness.breaks_off("“Kami pulang,” kata nelayan itu.")


def test_what_is_not_free_is_heard_in_any_spelling() -> None:
    assert completeness.is_said_not_free([{"isAccessibleForFree": "False"}])
    assert completeness.is_said_not_free([{"isAccessibleForFree": False}])
    assert not completeness.is_said_not_free([{"isAccessibleForFree": True}, {}])


def test_a_headline_that_is_only_quoted_does_not_make_a_text_its_own() -> None:
    said = [f"Redaksi meralat berita berjudul “{_CLAIMS.headline}”.", "Redaksi memohon maaf."]
    assert not verdict.is_of(said, _CLAIMS)


def test_a_sentence_that_begins_as_the_headline_is_the_articles() -> None:
    claims = Claims("Feri Kembali Berlayar")
    assert verdict.is_of(["Feri kembali berlayar setelah dua hari berhenti."], claims)


def test_a_short_line_that_comes_again_is_mixed() -> None:
    offer = "Bagian ini hanya bagi pelanggan."
    assert verdict.is_mixed(["Kapal melaju.", offer, "Warga menonton.", offer])
    assert not verdict.is_mixed(["“Tidak.”", "Ia diam.", "“Tidak.”"])


def test_initials_on_a_line_of_their_own_in_the_middle_are_mixed() -> None:
    assert verdict.is_mixed(["Uji coba selesai.", "(abc)", "Harga telur turun di pasar."])


def test_prices_of_shares_within_sentences_are_mixed() -> None:
    assert verdict.is_mixed(["Bank itu BKAL ▲ 1,4% membuka cabang di Muncar."])
