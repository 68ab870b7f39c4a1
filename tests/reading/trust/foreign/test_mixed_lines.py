"""Lines among the paragraphs that tell of another text."""

from newsspider.reading.trust.foreign.mixed_lines import is_mixed


def test_a_paragraph_twice_is_mixed() -> None:
    said = ["Kapal itu melaju tanpa suara sepanjang pagi di selat.", "Warga menonton."]
    assert is_mixed([*said, said[0]])
    assert not is_mixed(said)


def test_initials_in_the_middle_are_mixed() -> None:
    assert is_mixed(["Uji coba selesai. (abc)", "Harga telur turun di pasar."])
    assert not is_mixed(["Uji coba selesai.", "Harga telur turun. (abc)"])


def test_a_date_line_among_the_paragraphs_is_mixed() -> None:
    assert is_mixed(["Uji coba selesai.", "Rabu, 12 Maret 2025 - 08:10 WIB"])


def test_an_offer_among_the_paragraphs_is_mixed() -> None:
    offer = "Pesan tiket sekarang tanpa uang muka, syarat dan ketentuan berlaku."
    assert is_mixed(["Uji coba selesai.", offer])


def test_a_short_line_that_comes_again_is_mixed() -> None:
    offer = "Bagian ini hanya bagi pelanggan."
    assert is_mixed(["Kapal melaju.", offer, "Warga menonton.", offer])
    assert not is_mixed(["“Tidak.”", "Ia diam.", "“Tidak.”"])


def test_initials_on_a_line_of_their_own_in_the_middle_are_mixed() -> None:
    assert is_mixed(["Uji coba selesai.", "(abc)", "Harga telur turun di pasar."])


def test_prices_of_shares_within_sentences_are_mixed() -> None:
    assert is_mixed(["Bank itu BKAL ▲ 1,4% membuka cabang di Muncar."])
