"""Texts that a publisher, a partner or a developer has put something else in front of."""

from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.evidence.machine import add_json_ld
from tests.changes.kinds.gone.carried import as_html, emptied
from tests.changes.kinds.gone.instead import instead
from tests.changes.kinds.kind import Whereabouts, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")

_INSTEAD: Final = {
    "dump-of-a-developer": (
        "A developer's dump of the article's record stands where its empty text would be.",
        "<pre class='sf-dump' id='sf-dump-{{ number(100000, 999999) }}'>App\\Models\\Artikel"
        ' &#123;#{{ number(1000, 9999) }} ▼\n  #connection: "mysql"\n  #table: "artikel"\n'
        '  +exists: true\n  #attributes: array:7 [▼\n    "id" => {{ number(10000, 99999) }}\n'
        '    "judul" => "{{ headline }}"\n    "penulis" => "{{ author }}"\n    "isi" => null\n'
        '    "status" => "terbit"\n    "created_at" => "{{ iso }}"\n    "deleted_at" => null\n'
        "  ]\n}"
        "</pre>",
    ),
    "letter-of-the-editor": (
        "A letter of the editor says why stories are for members now, instead of the story.",
        "<div><p>Pembaca yang budiman,</p><p>Selama {{ number(8, 20) }} tahun kami menyajikan"
        " berita tanpa memungut bayaran. Biaya peladen dan perjalanan wartawan ke daerah terus"
        " naik, sedangkan pendapatan dari iklan menyusut dari tahun ke tahun.</p><p>Karena itu,"
        " mulai bulan ini sebagian tulisan hanya dapat dibaca oleh anggota. Iurannya Rp"
        "{{ number(15, 49) }}.000 sebulan, kurang lebih seharga dua cangkir kopi. Dengan iuran itu"
        " kami dapat terus mengirim orang ke tempat yang jarang diliput.</p><p>Terima kasih telah"
        " menemani kami sejauh ini.</p><p>Salam hangat,<br>Pemimpin Redaksi</p></div>",
    ),
}


for _name, (_why, _html) in _INSTEAD.items():
    add("gone", _name, _why, instead(_html), Whereabouts.GONE)


@kind("Behind the opening, blurred sample sentences stand for the text that is kept back.",
      Whereabouts.CUT)  # fmt: skip
def samples_under_a_blur(subject: Subject) -> bytes | None:
    lines = subject.lines()
    if len(lines) < 4:
        return None
    html = (
        "{% for p in shown %}<p>{{ p }}</p>{% endfor %}<div class='{{ name('body') }}'"
        " aria-hidden='true' style='filter:blur(6px);user-select:none'><p>Sejumlah pihak masih"
        " menunggu penjelasan lebih lanjut mengenai hal itu. Kabar berikutnya akan disampaikan"
        " pada kesempatan lain.</p><p>Menurut keterangan yang dihimpun, pembahasan berjalan dalam"
        " beberapa tahap dan melibatkan banyak kalangan. Hasilnya belum dapat dipastikan.</p><p>"
        "Keterangan tambahan diperoleh dari sumber yang mengetahui persoalan tersebut.</p></div>"
    )
    offer = (
        "<div class='{{ name('box') }}' role='dialog'><h3>Lanjutkan membaca</h3><p>Tulisan ini"
        " untuk pelanggan. Coba sebulan pertama Rp{{ number(5, 19) }}.000.</p><button>Langganan"
        "</button><a href='/masuk'>Sudah berlangganan? Masuk</a></div>"
    )
    tree.fill(subject.text, subject.elements(html, shown=lines[:2]))
    place = subject.rng.choice((subject.text, subject.body))
    place.extend(subject.elements(offer))
    return subject.page()


@kind("A partner's story has its opening here, the rest on the partner's own site.",
      Whereabouts.CUT)  # fmt: skip
def rest_at_the_partners(subject: Subject) -> bytes | None:
    lines = subject.lines()
    if len(lines) < 4:
        return None
    html = (
        "{% for p in shown %}<p>{{ p }}</p>{% endfor %}<p>Artikel ini telah tayang di <a"
        " href='https://mitra.example/baca/{{ number(1000, 9999) }}'>Kabar Pesisir</a> dengan judul"
        " <em>{{ headline }}</em>. Selengkapnya dapat dibaca di laman mitra kami tersebut.</p>"
    )
    tree.fill(subject.text, subject.elements(html, shown=lines[:2]))
    return subject.page()


@kind("The text is loaded by a script; JSON-LD has it as the editor's markup.",
      Whereabouts.CARRIED)  # fmt: skip
def json_ld_article_body_as_markup(subject: Subject) -> bytes:
    subject.drop_json_ld()
    block = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": subject.facts.headline,
        "datePublished": subject.facts.record["date_published"],
        "articleBody": as_html(subject),
    }
    emptied(subject)
    add_json_ld(subject, block)
    return subject.page()
