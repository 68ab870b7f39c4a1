"""Lines that speak to readers of a page, told from paragraphs of the article."""

import pytest

from newsspider.reading.trust.claims import Claims
from newsspider.reading.trust.foreign.reader_lines import speaks_to_readers

TEXT = (
    "Panen kopi di lereng timur dimulai pekan lalu setelah hujan reda.",
    "Petani memetik buah merah lebih dulu, kata ketua kelompok.",
    "Koperasi membeli dengan harga tetap sampai akhir musim.",
)
CLAIMS = Claims("Panen Kopi di Lereng Timur Dimulai")


@pytest.mark.parametrize(
    "line",
    [
        "Supaya tidak ketinggalan kabar, yuk masuk ke saluran WhatsApp Kabar Pagi sekarang.",
        "Berita selengkapnya bisa Anda baca di koran edisi cetak yang terbit Kamis besok.",
        "Cek juga unggahan menarik lainnya di Instagram @kabarpagi dan kanal YouTube.",
        "Bantuan untuk korban dapat disalurkan melalui dompet peduli kami, rekening 123-456-7890.",
        "Butuh teman bicara? Hubungi layanan konsultasi gratis 24 jam di nomor 119.",
        "Artikel ini telah diperbarui dengan tambahan keterangan dari pihak terkait.",
        "Tulisan ini memuat adegan kekerasan, kebijaksanaan pembaca diharapkan.",
        "Pembaca yang peka disarankan tidak meneruskan. Konten ini memuat gambar luka.",
        "Peringatan: ada gambaran peristiwa yang dapat mengganggu.",
        "Pepatah pekan ini: sedikit demi sedikit, lama-lama menjadi bukit.",
        "“Air yang tenang jangan disangka tiada berbuaya.” — Peribahasa hari ini",
        "Jadwal salat hari ini: Subuh 04.12, Zuhur 11.44, Asar 15.06, Magrib 17.55, Isya 19.08.",
    ],
)
def test_a_line_to_readers_is_beside_the_matter(line: str) -> None:
    assert speaks_to_readers([*TEXT, line], CLAIMS)


@pytest.mark.parametrize(
    "line",
    [
        "“Jangan lupa daftar lewat aplikasi kami,” ujar pegawai koperasi.",
        "“Bakar saja,” tulis pengguna Instagram @ayu.",
        "Saat dihubungi redaksi lewat WhatsApp, kepala dinas belum menjawab.",
        "Anda dapat memesan kopi dari lereng timur lewat aplikasi koperasi.",
        "Perpustakaan desa meminjamkan buku kepada pembaca di lereng timur.",
        "Kabar ini pertama kali muncul lewat akun Instagram warga.",
        "Banda dan Tanda menjual tiket di loket mulai pukul delapan.",
    ],
)
def test_a_sentence_of_the_article_is_none(line: str) -> None:
    assert not speaks_to_readers([*TEXT, line], CLAIMS)


def test_a_text_that_speaks_to_its_readers_throughout_is_so_written() -> None:
    steps = ["Buka aplikasi Tani di gawai Anda.", "Segera pilih tiket. Anda tinggal menunggu."]
    assert not speaks_to_readers([TEXT[0], *steps], CLAIMS)
