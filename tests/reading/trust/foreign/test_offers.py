"""Offers of the rest of a text: told from prices and numbers in the news."""

import pytest

from newsspider.reading.trust.completeness import says_it_is_not_all
from newsspider.reading.trust.foreign.offers import invites_to_go_on, offers_the_rest


@pytest.mark.parametrize(
    "line",
    [
        "Bagian selanjutnya dapat dibuka dengan 5 koin. Saldo Anda: 0 koin.",
        "Buka kunci artikel ini dengan 2 token",
        "Lanjutkan membaca seharga Rp2.500. Isi ulang",
        "Tersisa 2 artikel gratis. Beli tiket baca untuk membuka cerita ini.",
        "Anda perlu 3 mutiara untuk membuka sisa tulisan.",
        "Bab berikutnya: 4 kredit, dibeli sekali",
    ],
)
def test_the_rest_of_a_text_is_sold_in_any_unit(line: str) -> None:
    assert offers_the_rest(line)
    assert says_it_is_not_all(["Kapal terbakar di Muncar.", line])


@pytest.mark.parametrize(
    "line",
    [
        "Buku cerita dapat dibeli seharga Rp20.000 di bagian depan toko ini.",
        "Baca selengkapnya: Warga Perlu 20 Perahu untuk Menyeberang",
        "Lanjut baca: 7 Kiat Membeli Rumah Pertama",
        "Dilarang menyalin seluruh isi tulisan ini. Hak cipta 2022 Media Kita.",
        "Bagian ini perlu 20 orang pekerja sampai akhir bulan.",
    ],
)
def test_a_price_in_the_news_sells_no_text(line: str) -> None:
    assert not offers_the_rest(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sambung bacaan Anda di ponsel: arahkan kamera ke kode ini.",
        "Pilih satu angka, lalu bacaan berlanjut.",
        "Geser untuk membaca sampai habis",
        "Jawab dulu satu pertanyaan, seluruh artikel lalu terbuka.",
        "Continue reading in our app",
    ],
)
def test_what_goes_on_elsewhere_is_told(line: str) -> None:
    assert invites_to_go_on(line)


@pytest.mark.parametrize(
    "line",
    ["Ikuti kami di saluran WhatsApp.", "Bagikan artikel ini", "Artikel terkait", "Lihat semua"],
)
def test_what_serves_the_page_does_not_go_on(line: str) -> None:
    assert not invites_to_go_on(line)
