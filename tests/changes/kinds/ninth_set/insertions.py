"""Matter that newsrooms, systems and intruders set among the paragraphs."""

from typing import Final

from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Change, add
from tests.changes.subject import Subject

_INSERTED: Final = {
    "document-to-download": (
        "WordPress's file block: a document shown in the text, its name and a button to load it.",
        "<div class='wp-block-file'><object class='wp-block-file__embed' data='/unggah/edaran.pdf'"
        " type='application/pdf' aria-label='Sematan surat edaran'></object><a"
        " href='/unggah/edaran.pdf'>Surat Edaran Nomor {{ number(1, 60) }} Tahun 2026</a> <a"
        " href='/unggah/edaran.pdf' class='wp-block-file__button' download>Unduh</a></div>",
        "between",
    ),
    "articles-to-give-away": (
        "Subscribers are told how many stories they may give away this month.",
        "<div class='{{ name('box') }}'><p>Anda masih punya {{ number(2, 10) }} artikel hadiah"
        " bulan ini. Siapa pun yang menerima tautannya dapat membaca tanpa berlangganan.</p>"
        "<button>Hadiahkan artikel ini</button></div>",
        "start",
    ),
    "right-of-reply": (
        "A reply that the law of the press grants is appended under a heading of its own.",
        "<div class='{{ name('box') }}'><h3>Hak Jawab</h3><p>Sehubungan dengan pemberitaan di"
        " atas, kami selaku kuasa hukum PT Tirta Lestari Abadi menyampaikan keberatan. Klien kami"
        " tidak pernah dihubungi sebelum tulisan itu dimuat.</p><p>Seluruh izin telah kami"
        " lengkapi sejak {{ number(2017, 2024) }} dan dapat diperiksa di kantor dinas setempat."
        " Tuduhan bahwa perusahaan bekerja tanpa izin tidak berdasar.</p><p>Demikian hak jawab ini"
        " kami sampaikan sesuai dengan Undang-Undang Nomor 40 Tahun 1999 tentang Pers.</p></div>",
        "end",
    ),
    "horoscope-of-the-day": (
        "The day's horoscope stands between two paragraphs.",
        "<div class='{{ name('box') }}'><h4>Ramalan bintang hari ini</h4><p><b>Aries</b> Pekerjaan"
        " menumpuk, tetapi kabar baik datang menjelang sore. Jangan tunda membalas pesan lama.</p>"
        "<p><b>Taurus</b> Keuangan mulai longgar. Tahan keinginan belanja sampai akhir pekan.</p>"
        "<p><b>Gemini</b> Teman lama mengajak bertemu, dan percakapan itu membuka jalan baru.</p>"
        "<a href='/zodiak'>Lihat bintang lain</a></div>",
        "between",
    ),
    "how-the-story-was-made": (
        "A box of a trust programme says how the newsroom worked on the story.",
        "<section class='{{ name('box') }}'><h4>Bagaimana liputan ini dikerjakan</h4><p>Wartawan"
        " kami mewawancarai {{ number(4, 12) }} orang, mendatangi lokasi dua kali, dan memeriksa"
        " dokumen yang terbuka untuk umum.</p><p>Pihak yang disebut diberi kesempatan menanggapi"
        " sebelum terbit. Pedoman kerja kami dapat dibaca <a href='/pedoman'>di sini</a>.</p>"
        "</section>",
        "end",
    ),
    "links-of-gamblers": (
        "Intruders have set links of gambling sites into the text, seen or moved off the screen.",
        "<div style='{{ pick(['', 'position:absolute;left:-9999px', 'height:1px;overflow:hidden'])"
        " }}'><p>Daftar <a href='https://gacor.example/{{ code(4) }}'>slot gacor</a> hari ini"
        " dengan <a href='https://rtp.example'>RTP live</a> tertinggi, deposit pulsa tanpa"
        " potongan, dan bonus anggota baru 100 persen. Situs <a href='https://togel.example'>togel"
        " daring</a> resmi dan terpercaya sejak {{ number(2012, 2020) }}.</p></div>",
        "between",
    ),
}


def _inserted(html: str, place: str) -> Change:
    def change(subject: Subject) -> bytes | None:
        (box,) = subject.elements(html)
        return subject.page() if put(subject, place, box) else None

    return change


for _name, (_why, _html, _place) in _INSERTED.items():
    add("foreign", _name, _why, _inserted(_html, _place))
