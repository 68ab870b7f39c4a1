"""Changes that set cards among the paragraphs: of channels, machines, experts, shops, readers."""

from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Change, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "foreign")
_CARDS: Final = {
    "channel-card": (
        "A card of a messenger's channel has its followers and last message.",
        "<div class='{{ name('card') }}'><img src='/wa.png' alt=''><p><b>Saluran redaksi</b><br>"
        "{{ number(10, 900) }} rb pengikut</p><p>Pesan terakhir: {{ say('headlines') }}</p><a"
        " href='#'>Ikuti</a></div>",
        "between",
    ),
    "machine-answers": (
        "A machine has answered questions about the story, in full sentences.",
        "<section class='{{ name('box') }}'><h3>Tanya Asisten</h3><p><b>Apa inti berita"
        " ini?</b></p>"
        "<p>Secara ringkas, laporan ini membahas perkembangan terbaru dan tanggapan pihak terkait."
        "</p><p><b>Siapa yang terdampak?</b></p><p>Warga di sekitar lokasi merasakan dampak paling"
        " besar menurut laporan tersebut.</p><p>Jawaban dapat keliru.</p></section>",
        "end",
    ),
    "points-in-open-details": (
        "Points of the story stand above it in open <details>.",
        "<details open><summary>Ringkasan Berita</summary><ul>{% for p in plain[:3] %}<li>"
        "{{ p.split('.')[0] }}.</li>{% endfor %}</ul></details>",
        "start",
    ),
    "recipe-card": (
        "A card has a recipe with ingredients and steps.",
        "<div class='{{ name('card') }}'><h4>Resep hari ini: Sambal Matah</h4><ul><li>10 butir"
        " bawang"
        " merah</li><li>3 batang serai</li><li>Minyak kelapa secukupnya</li></ul><p>Iris halus"
        " semua"
        " bahan, lalu siram dengan minyak panas dan aduk rata.</p></div>",
        "between",
    ),
    "replies-in-lists": (
        "Talk of readers with replies stands below, in nested lists.",
        "<ol>{% for n in range(3) %}<li><cite>{{ say('nick') }}</cite><p>{{ say('comment')"
        " }}</p><ol>"
        "<li><cite>{{ say('nick') }}</cite><p>{{ say('comment') }}</p></li></ol></li>{% endfor"
        " %}</ol>",
        "end",
    ),
    "wheel-of-fortune": (
        "A layer in the text offers a turn of a wheel.",
        "<div role='dialog'><h2>Putar dan menangkan!</h2><p>Masukkan surel Anda, putar rodanya, dan"
        " dapatkan voucer belanja hingga lima ratus ribu rupiah.</p><input><button>Putar sekarang"
        "</button><small>Tidak, terima kasih</small></div>",
        "between",
    ),
    "verdict-of-checkers": (
        "A box of fact checkers has claim and verdict.",
        "<div class='{{ name('box') }}'><p><b>Klaim</b></p><p>Beredar pesan berantai bahwa layanan"
        " darurat akan dihentikan mulai pekan depan.</p><p><b>Kesimpulan</b></p><p>Keliru. Dinas"
        " terkait memastikan layanan tetap berjalan seperti biasa.</p></div>",
        "between",
    ),
    "film-with-its-words": (
        "A film's words are folded below it.",
        "<div class='{{ name('video') }}'><video src='/v.mp4'></video><details><summary>Baca"
        " transkrip</summary><p>Selamat pagi pemirsa, kami menyapa Anda dari studio.</p><p>Bersama"
        " saya sudah hadir dua narasumber yang akan menjelaskan.</p></details></div>",
        "between",
    ),
    "warning-of-the-weather-office": (
        "A bar in the text repeats the weather office's warning.",
        "<div class='{{ name('bar') }}'><strong>Peringatan dini cuaca</strong> Waspada hujan lebat"
        " disertai kilat dan angin kencang di sebagian wilayah sampai pukul {{ number(14, 22) }}.00"
        " WIB.</div>",
        "between",
    ),
    "rate-this-article": (
        "Readers are asked to rate the story with stars.",
        "<div><span>Nilai artikel ini</span> <a>★</a><a>★</a><a>★</a><a>☆</a><a>☆</a> <em>{{"
        " number(3,"
        " 4) }},{{ number(1, 9) }} dari 5 ({{ number(10, 400) }} suara)</em></div>",
        "end",
    ),
    "next-story-begun": (
        "The next story begins below: heading, two paragraphs, a button.",
        "<div class='{{ name('article') }}'>{% set o = another() %}<h2>{{ o.headline }}</h2>{%"
        " for p"
        " in o.paragraphs[:2] %}<p>{{ p }}</p>{% endfor %}<a href='/lanjut'>{{ say('more') }}</a>"
        "</div>",
        "end",
    ),
    "expert-with-portrait": (
        "A card introduces an expert with portrait and views.",
        "<figure class='{{ name('card') }}'><img src='/ahli.jpg' alt=''><figcaption><b>Dr. Sekar"
        " Wulandari</b><br>Pengajar kebijakan publik. Ia menilai persoalan serupa perlu"
        " diselesaikan"
        " lewat musyawarah dan data terbuka.</figcaption></figure>",
        "between",
    ),
    "long-caption-in-three-sentences": (
        "A picture's caption has three sentences.",
        "<div class='wp-caption aligncenter'><img src='/c.jpg' alt=''><p class='wp-caption-text'>"
        "Pedagang menata dagangan di halaman pasar. Sejak pagi pembeli sudah berdatangan dari"
        " kampung sebelah. (Foto: Arsip redaksi)</p></div>",
        "between",
    ),
    "shares-of-the-day": (
        "A table has the day's shares and rates.",
        "<table><caption>Saham hari ini</caption><tr><th>Kode</th><th>Harga</th><th>+/-</th></tr>"
        "{% for n in range(5) %}<tr><td>{{ pick(['BBCA', 'TLKM', 'ASII', 'UNVR', 'GOTO'])"
        " }}</td><td>"
        "{{ number(50, 9000) }}</td><td>{{ number(1, 3) }},{{ number(10, 99) }}%</td></tr>"
        "{% endfor %}</table>",
        "between",
    ),
    "seo-paragraph": (
        "A paragraph in small letters names what people search for.",
        "<div><small>Pencarian populer: harga sembako hari ini, jadwal kereta, lowongan kerja, cara"
        " daftar bantuan, cek nomor resi, prakiraan cuaca besok.</small></div>",
        "end",
    ),
}  # fmt: skip


def _card(html: str, place: str) -> Change:
    def change(subject: Subject) -> bytes | None:
        (box,) = subject.elements(html)
        return subject.page() if put(subject, place, box) else None

    return change


for _name, (_why, _html, _place) in _CARDS.items():
    add("foreign", _name, _why, _card(_html, _place))


@kind("Lines of another word than usual point to other stories.")
def pointers_in_other_words(subject: Subject) -> bytes | None:
    found = tree.gaps(subject.text)
    words = ("Simak juga:", "Lihat juga:", "Artikel lain:", "Pilihan redaksi:", "BACA:", "Terkait:")
    for gap in found[:2]:
        word = subject.rng.choice(words)
        html = (
            "<p><strong>{{ w }} <a href='/p{{ number(1, 99) }}'>{{ say('headlines')"
            " }}</a></strong></p>"
        )
        tree.insert_after(gap, subject.elements(html, w=word)[0])
    return subject.page() if found else None


@kind("Every paragraph stands there twice, for desk and for phone.")
def every_paragraph_twice(subject: Subject) -> bytes:
    html = (
        "{% for p in lines %}<p class='hidden md:block'>{{ p }}</p><p class='md:hidden'>{{ p }}</p>"
        "{% endfor %}"
    )
    tree.fill(subject.text, subject.elements(html))
    return subject.page()


@kind("A copy for printers follows in a box that a style sheet hides.")
def copy_for_printers(subject: Subject) -> bytes:
    html = (
        "<div class='print-only'><h2>{{ headline }}</h2><p>{{ raw }}</p>{% for p in lines %}<p>{{"
        " p }}"
        "</p>{% endfor %}</div>"
    )
    (box,) = subject.elements(html)
    put(subject, "after" if subject.rng.random() < 0.5 else "end", box)
    return subject.page()
