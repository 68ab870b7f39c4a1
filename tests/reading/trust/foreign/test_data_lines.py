"""Lines of data about an article: told from sentences and lists that share their words."""

import pytest

from newsspider.reading.trust.foreign.data_lines import is_data_line, is_date_line


@pytest.mark.parametrize(
    "line",
    [
        "Ditulis oleh Dr. Ratna Wulan, S.T., M.Si pada Jum'at, 24 Juli 2026 - 18:00 WIB di Ekonomi",
        "Posted by Ratna on 3 May 2026 in Ekonomi | Comments closed",
        "Oleh Ratna pada 3 Mei 2026",
        "Kategori: Ekonomi, Bisnis",
        "Tidak ada komentar",
        "Komentar dinonaktifkan pada Panen Kopi di Lereng Timur",
        "Alamat artikel: https://www.sindonews.com/read/1731813/15/posko",
        "Artikel dicetak dari Kabar Nusa",
        "Ratna Wulan · Ekonomi · 3 menit baca",
        "Diposting di Ekonomi oleh Ratna · 12 komentar",
        "Terakhir diperbarui pada 3 Mei 2026 14.05 WIB",
        "1.240 kali dilihat",
    ],
)
def test_data_in_any_order_is_no_text(line: str) -> None:
    assert is_data_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Ditulis oleh Ratna pada 3 Mei 2026, buku itu kini dicetak ulang.",
        "Diterbitkan oleh pemerintah daerah",
        "Tayang di bioskop mulai 21 Juli 2026",
        "Sumber: BMKG",
        "Label: merah",
        "Kategori: Putra",
        "Tidak ada komentar dari kepolisian",
        "Sabtu, 21 Juli 2026 | 19.00 WIB | Persija vs Arema",
        "Kabar | " + "Perahu berangkat dari dermaga kota lama " * 2 + "| 12 komentar",
    ],
)
def test_a_sentence_or_a_list_of_the_article_is_none(line: str) -> None:
    assert not is_data_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Selasa, 21 Juli 2026 - 20:05 WIB",
        "Rabu 13 September 2017 - 12:12 WIB",
        "Selasa, 21 Juli 2026 - 20:05 WIB · 4 menit · Wahyu Budi Santoso",
        "Ratna Wulan | 3 Mei 2026 pukul 14.05",
    ],
)
def test_a_date_with_what_stands_beside_it_is_a_date_line(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Pada 21 Juli 2026 warga memanen kopi",
        "Panen kopi 21 Juli 2026 di lereng timur",
        "Panen raya dimulai pekan ini di seluruh desa kami | 21 Juli 2026",
        "21 Juli 2026.",
    ],
)
def test_words_around_a_date_are_no_date_line(line: str) -> None:
    assert not is_date_line(line)
