"""Lines that serve the page: told from paragraphs that share their words."""

import pytest

from newsspider.reading.trust.foreign.service_lines import is_service_line


@pytest.mark.parametrize(
    "line",
    [
        "Bagikan ke Facebook, X, atau WhatsApp",
        "Ikuti kanal WhatsApp kami supaya tidak ketinggalan kabar.",
        "Scroll untuk melanjutkan membaca",
        "Iklan",
        "Baca selengkapnya di sini",
        "Waktu baca 4 menit",
        "Editor: Rahmat Subekti",
        "Ada salah ketik? Laporkan kepada redaksi.",
        "Hak cipta dilindungi undang-undang.",
        "2 dari 5 halaman",
        "Berita Lainnya Untuk Anda",
        "203 kali dibaca",
        "© Seluruh isi laman ini dilindungi undang-undang.",
        "Copyright © Kabar Lembah 2026",
        "Hak Cipta (c) 2014-2026 Kabar Lembah",
        "© 2026 Kabar Lembah",
        "214 orang sedang membaca berita ini.",
        "Artikel ini diterjemahkan secara otomatis oleh mesin.",
        "Oleh Widya Lestari, Rabu, 16 September 2026 - 09:15 WIB",
        "By Widya Lestari · 16/09/2026 09:15 WIB · 3 min",
    ],
)
def test_a_request_to_the_reader_is_no_text(line: str) -> None:
    assert is_service_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Bagikan sembako kepada warga, pesan camat itu kepada stafnya.",
        "Ikuti jejak kakaknya, pelajar itu memilih jurusan perikanan.",
        "Iklan rokok di dekat sekolah ditertibkan mulai bulan depan.",
        "Editor naskah itu bekerja dari rumah selama dua tahun terakhir.",
        "Baca puisi bersama digelar di halaman balai desa, Sabtu malam.",
        "Oleh karena itu mereka pulang pada Rabu, 16 September 2026",
        "Penulis itu lahir pada 3 Mei 1970",
        "Hak cipta lagu itu didaftarkan pada 2026, kata pengacaranya.",
        "2026 menjadi tahun panen raya bagi petani kopi di lereng gunung",
        "," * 300 + " Perahu kecil berangkat pukul empat pagi dari dermaga kota",
        "berita " + "1" * 300 + " naskah",
        "Dukungan untuk kami datang dari warga tiga kampung, ujar lurah.",
    ],
)
def test_a_sentence_that_shares_the_words_is_text(line: str) -> None:
    assert not is_service_line(line)
