"""Matter of networks, plug-ins and the house that stands among the paragraphs."""

from typing import Final

from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Change, add
from tests.changes.subject import Subject

_ASIDES: Final = {
    "post-quoted-in-full": (
        "A network's post is embedded with its words, its writer and its day.",
        "<blockquote class='twitter-tweet'><p lang='in' dir='ltr'>{{ say('comment') }}"
        " {{ say('comment') }} <a href='/t/{{ code(8) }}'>pic.example/{{ code(8) }}</a></p>&mdash;"
        " {{ say('nick') }} (@{{ code(7) | lower }}) <a href='/s/{{ number(10, 99) }}'>3 Maret 2026"
        "</a></blockquote>",
        "between",
    ),
    "preferred-source": (
        "A line asks to prefer the site in a search engine.",
        "<p><a href='/preferensi?q={{ code(6) | lower }}'>Jadikan kami sumber berita pilihan Anda"
        " di mesin pencari</a>, cukup beri tanda centang pada nama situs ini.</p>",
        "between",
    ),
    "programmes-of-television": (
        "The house's television stations tell what they show tonight.",
        "<div class='{{ name('list') }}'><h4>Jadwal televisi malam ini</h4><div>18.30 Sinetron"
        " keluarga: Rumah di Ujung Gang</div><div>20.00 Kuis Adu Cepat bersama pembawa acara baru"
        "</div><div>21.30 Film layar lebar: Pelabuhan Terakhir</div><div>23.45 Kabar Tengah Malam"
        "</div></div>",
        "between",
    ),
    "warning-to-the-sensitive": (
        "A note warns sensitive readers before the text.",
        "<p><em>Peringatan: tulisan ini memuat gambaran peristiwa yang dapat mengganggu kenyamanan"
        " sebagian pembaca. Kebijaksanaan pembaca diharapkan.</em></p>",
        "start",
    ),
    "code-of-a-tag": (
        "A sanitizer took a script's tags and left its code among the paragraphs.",
        "<p>{{ pick([\"googletag.cmd.push(function() { googletag.display('div-gpt-ad-16-0'); });\","
        " '(adsbygoogle = window.adsbygoogle || []).push({});',"
        ' "var unruly = window.unruly || {}; unruly.native = {siteId: 1081534};"]) }}</p>',
        "between",
    ),
    "plea-to-allow-advertisements": (
        "A box pleads with those who block advertisements; the text is there all the same.",
        "<div class='{{ name('box') }}'><h4>Anda memakai pemblokir iklan?</h4><p>Iklan membantu"
        " kami menyajikan berita tanpa bayar. Mohon masukkan situs ini ke daftar yang diizinkan,"
        " lalu muat ulang halaman.</p><button>Sudah saya izinkan</button></div>",
        "between",
    ),
    "form-for-replies": (
        "WordPress's form for replies is drawn at the end of the text's box.",
        "<div id='respond' class='comment-respond'><h3>Tinggalkan Balasan</h3><form><p>Alamat email"
        " Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *</p><p><label>Komentar *"
        "</label><textarea></textarea></p><p><label>Nama *</label><input></p><p><input"
        " type='checkbox'><label>Simpan nama, email, dan situs web saya pada peramban ini untuk"
        " komentar saya berikutnya.</label></p><p><input type='submit' value='Kirim'></p></form>"
        "</div>",
        "end",
    ),
    "calculator-of-a-loan": (
        "A bank's calculator of a loan stands in the text.",
        "<div class='{{ name('box') }}'><div>Simulasi cicilan rumah</div><div>Harga rumah Rp"
        "{{ number(300, 900) }}.000.000</div><div>Uang muka {{ number(5, 30) }} persen</div><div>"
        "Jangka waktu {{ number(5, 20) }} tahun</div><div>Cicilan per bulan Rp{{ number(2, 9) }}."
        "{{ number(100, 999) }}.000</div><div>Hasil hitungan hanya perkiraan, bunga mengikuti"
        " ketentuan bank.</div></div>",
        "between",
    ),
    "greeting-of-the-house": (
        "The house greets its readers on a holiday, in a banner among the paragraphs.",
        "<div class='{{ name('banner') }}'><img src='/ucapan.jpg' alt=''><p>Segenap keluarga besar"
        " redaksi mengucapkan selamat hari raya kepada seluruh pembaca. Mohon maaf lahir dan batin."
        "</p></div>",
        "between",
    ),
    "line-ups-of-a-match": (
        "A widget has the line-ups of tonight's match.",
        "<div class='{{ name('box') }}'><h4>Susunan pemain malam ini</h4><p>Pelita Jaya (4-3-3):"
        " Hendra; Rudi, Samsul, Yance, Firman; Oki, Bayu, Tegar; Imam, Lukas, Dedi. Pelatih:"
        " Suwito.</p><p>Persiwangi (3-5-2): Wahyu; Gilang, Anton, Ridho; Eko, Fajar, Nanda, Sandi,"
        " Yusuf; Bima, Kresna. Pelatih: Marsudi.</p></div>",
        "between",
    ),
}


def _put(html: str, place: str) -> Change:
    def change(subject: Subject) -> bytes | None:
        (box,) = subject.elements(html)
        return subject.page() if put(subject, place, box) else None

    return change


for _name, (_why, _html, _place) in _ASIDES.items():
    add("foreign", _name, _why, _put(_html, _place))
