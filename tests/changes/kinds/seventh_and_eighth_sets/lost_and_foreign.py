"""Texts that are gone, and matter of others in those that are there."""

from typing import Final

from tests.changes import tree
from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.subject import Subject

_GONE: Final = {
    "terms-of-an-app-store": (
        "A page asks phones to go on in the app, and lists what the app can.",
        "<div><h2>Lanjutkan di aplikasi</h2><p>Lebih cepat, lebih hemat kuota, dan bisa dibaca"
        " tanpa"
        " sinyal. Sudah diunduh lebih dari {{ number(2, 9) }} juta kali.</p><ul><li>Mode gelap</li>"
        "<li>Notifikasi kabar penting</li><li>Simpan untuk nanti</li></ul><a href='/app'>Buka"
        " aplikasi</a></div>",
    ),
    "law-of-the-region": (
        "A publisher keeps readers of a region out, with a word of law.",
        "<p>Mohon maaf, halaman ini tidak dapat diakses dari wilayah Anda karena ketentuan"
        " perlindungan data setempat (kode 451). Kami sedang mencari jalan agar pembaca di sana"
        " tetap dapat menikmati layanan kami.</p>",
    ),
    "puzzle-of-a-shield": (
        "A shield asks to put a piece of a puzzle in its place.",
        "<div class='{{ name('box') }}'><p>Geser potongan gambar hingga pas untuk membuktikan bahwa"
        " Anda bukan robot.</p><p>Kode kejadian: {{ code(10) }}</p><p>Jika kesulitan, hubungi"
        " pengelola dengan menyertakan kode di atas.</p></div>",
    ),
    "questions-of-a-survey": (
        "Three questions of a market researcher stand before the text.",
        "<form><p>Sebelum membaca, bantu kami dengan tiga pertanyaan singkat.</p><p>1. Merek kopi"
        " apa"
        " yang terakhir Anda beli?</p><p>2. Seberapa sering Anda berbelanja daring?</p><p>3. Kota"
        " apa"
        " yang ingin Anda kunjungi tahun depan?</p><button>Kirim jawaban</button></form>",
    ),
    "sample-of-a-theme": (
        "A theme's sample in Indonesian stands where the text will be.",
        "<p>Selamat datang di tema baru Anda. Ini adalah artikel pertama; sunting atau hapus, lalu"
        " mulailah menulis.</p><h3>Contoh subjudul</h3><p>Paragraf contoh ini menunjukkan bagaimana"
        " tulisan Anda akan tampak dengan huruf dan jarak bawaan tema.</p><blockquote>Kutipan"
        " contoh"
        " dari seseorang yang terkenal.</blockquote>",
    ),
}  # fmt: skip
_FOREIGN: Final = {
    "promise-of-a-chat-group": (
        "A paragraph within the text asks to join a group of readers.",
        "<p>Mari bergabung dengan grup pembaca kami dan berdiskusi langsung bersama para jurnalis."
        " Caranya mudah, klik tautan ini kemudian pilih gabung.</p>",
        "between",
    ),
    "quote-of-the-week": (
        "A box of the house quotes a saying of the week.",
        "<blockquote class='{{ name('box') }}'><p>Kebiasaan kecil yang dirawat akan mengubah"
        " nasib.</p>"
        "<footer>Pepatah pekan ini</footer></blockquote>",
        "between",
    ),
    "who-is-who": (
        "A list says who the persons of a story are, in a line each.",
        "<div class='{{ name('list') }}'><h3>Tokoh dalam berita</h3><dl><dt>Kepala dinas</dt><dd>"
        "Menjabat sejak 2022, sebelumnya camat di dua kecamatan.</dd><dt>Ketua"
        " warga</dt><dd>Memimpin"
        " paguyuban pedagang selama tujuh tahun.</dd></dl></div>",
        "end",
    ),
    "trip-of-the-house": (
        "The publisher's travel desk offers a trip, with price and dates.",
        "<section class='{{ name('card') }}'><h4>Jelajah Nusantara bersama pembaca</h4><p>Empat"
        " hari"
        " menyusuri Banda Neira dengan kapal pinisi, dipandu sejarawan. Mulai Rp{{ number(4, 12) }}"
        " juta per orang.</p><a href='/jelajah'>Lihat jadwal</a></section>",
        "between",
    ),
    "words-of-a-radio": (
        "A line tells where to hear the radio of the house.",
        "<p><em>Dengarkan juga ulasannya di radio kami, gelombang {{ number(88, 107) }},{{"
        " number(1, 9)"
        " }} FM, setiap petang.</em></p>",
        "end",
    ),
}  # fmt: skip


def _gone(html: str) -> Change:
    def change(subject: Subject) -> bytes:
        parts = subject.elements(html)
        if subject.rng.random() < 0.6:
            tree.fill(subject.text, parts)
        else:
            (box,) = subject.elements("<section class='{{ name('body') }}'></section>")
            box.extend(parts)
            tree.replace(subject.text, [box])
        return subject.page()

    return change


def _foreign(html: str, place: str) -> Change:
    def change(subject: Subject) -> bytes | None:
        (box,) = subject.elements(html)
        return subject.page() if put(subject, place, box) else None

    return change


for _name, (_why, _html) in _GONE.items():
    add("gone", _name, _why, _gone(_html), Whereabouts.GONE)
for _name, (_why, _html, _place) in _FOREIGN.items():
    add("foreign", _name, _why, _foreign(_html, _place))
