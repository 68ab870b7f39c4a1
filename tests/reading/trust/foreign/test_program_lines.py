"""Lines that programs print: told from the news about them."""

import pytest

from newsspider.reading.trust.foreign.program_lines import has_program_text, is_program_line


@pytest.mark.parametrize(
    "line",
    [
        "[an error occurred while processing this directive]",
        "Notice: Undefined index: gambar in /srv/berita/baca.php on line 40",
        "PHP Fatal error: Uncaught Error: Call to undefined function tag()",
        "{{ artikel.isi }} {{ penulis }}",
        '{% include "iklan.html" %}',
        "<%= isi %>",
        "${isi.judul}",
        "[object Object]",
        "undefined",
        "NaN",
        "Traceback (most recent call last):",
        'File "/srv/berita.py", line 12, in tampil',
        "Server Error in '/' Application.",
        "SQLSTATE[HY000] [2002] Connection refused",
        "Error establishing a database connection",
        "TypeError: Cannot read properties of undefined (reading 'isi')",
        "ActionView::Template::Error (undefined method 'isi')",
        '<esi:include src="/kotak" />',
        "[related_posts]",
        "&nbsp; &nbsp;",
        "502 Bad Gateway",
        'template: baca.html:42:18: executing "isi" at <.Isi>: nil pointer evaluating',
        "panic: runtime error: invalid memory address",
        "/srv/berita/tampil.js:12: SyntaxError",
        "Terjadi kesalahan saat memuat konten.",
    ],
)
def test_what_a_program_prints_is_told(line: str) -> None:
    assert is_program_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "Error itu terjadi pada pukul 7 pagi.",
        "Warning: polisi meminta warga menjauh dari pantai.",
        "Gagal memuat penumpang, kapal itu kembali ke dermaga.",
        "Terjadi kesalahan saat memuat barang ke kapal, kata nakhoda.",
        "Server desa itu mati sejak pagi.",
        "500 kepala keluarga mengungsi.",
        "[Foto: Kabar Pesisir]",
        "Panik: warga berlarian ke bukit.",
        "Jadwal kapal.id: 12 kali sehari.",
    ],
)
def test_news_of_faults_is_text(line: str) -> None:
    assert not is_program_line(line)


def test_a_place_left_within_a_sentence_is_seen() -> None:
    assert has_program_text(["Harga cabai {{ harga }} sekilo di pasar itu."])
    assert has_program_text(['Harga cabai di pasar{"error":"timeout","code":504}'])
    assert has_program_text(["Harga cabai di<h1>504 Gateway Time-out</h1>"])
    assert not has_program_text(["Harga cabai naik <5 persen [naik tipis] di {pasar} itu."])
