"""Lines that tell where the rest of a text stands: told from labels and from advice in the news."""

import pytest

from newsspider.reading.trust.foreign.rest_elsewhere import tells_where_the_rest_is


@pytest.mark.parametrize(
    "line",
    [
        "Tulisan ini pernah tayang di Kabar Pesisir. Selengkapnya dapat dibaca di situs mereka.",
        "Baca berita selengkapnya di aplikasi Kabar Pesisir.",
        "Versi lengkapnya ada di edisi cetak.",
        "Lanjutan artikel ini dapat disimak di laman mitra.",
        "Selengkapnya klik di sini",
        "Tulisan ini bersambung ke halaman 7.",
        "Read the full story at Kabar Pesisir.",
    ],
)
def test_the_place_of_the_rest_is_told(line: str) -> None:
    assert tells_where_the_rest_is(line)


@pytest.mark.parametrize(
    "line",
    [
        "Baca selengkapnya: Petani Panen Kopi di Lereng Timur",
        "Baca selengkapnya",
        "Simak berita selengkapnya di halaman berikutnya",
        "Simak selengkapnya di bawah ini.",
        "Syarat selengkapnya dapat dilihat di situs resmi kementerian.",
        "Laporan lengkap dapat diunduh di laman lembaga itu.",
        "Baca berita lengkap lainnya di Google News.",
        "Artikel ini telah tayang di Kabar Pesisir dengan judul Panen Raya.",
        "Selanjutnya, warga dapat melihat hasilnya di laman desa.",
    ],
)
def test_labels_and_advice_tell_of_no_rest(line: str) -> None:
    assert not tells_where_the_rest_is(line)
