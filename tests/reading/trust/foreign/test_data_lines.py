"""Lines of data about an article: told from sentences and lists that share their words."""

import pytest

from newsspider.reading.trust.foreign.data_lines import is_data_line


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
