"""What desks and services of today set between paragraphs, as lines or in boxes of their own."""

from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Change, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "foreign")

_INSERTS: Final = {
    "index-of-the-exchange": (
        "A line gives the index of the exchange and the rate of the dollar.",
        "<p>IHSG 7.{{ number(100, 999) }} (+0,{{ number(1, 9) }}%) | USD/IDR 16.{{ number(100, 999)"
        " }} | Emas Rp1.{{ number(100, 999) }}.000/gram</p>",
        "between",
    ),
    "correction-note": (
        "A note in italics says what was corrected.",
        "<p><em>Ralat: Versi sebelumnya dari artikel ini keliru menyebut nama lokasi. Redaksi mohon"
        " maaf atas kekeliruan tersebut.</em></p>",
        "end",
    ),
    "questions-to-a-machine": (
        "A machine offers questions about the story.",
        "<div class='{{ name('box') }}'><span>Tanya AI tentang berita ini</span><button>Apa"
        " dampaknya"
        " bagi warga?</button><button>Siapa saja yang terlibat?</button><button>Ringkas dalam tiga"
        " kalimat</button></div>",
        "between",
    ),
    "post-of-a-network": (
        "An embedded post that its script did not draw.",
        "<blockquote class='instagram-media'><a href='#'>Lihat postingan ini di Instagram</a><p>"
        "Sebuah kiriman dibagikan oleh {{ say('nick') }} (@{{ code() }})</p></blockquote>",
        "between",
    ),
    "readers-now": (
        "A line counts who is reading.",
        "<p>{{ number(100, 999) }} orang sedang membaca berita ini.</p>",
        "between",
    ),
    "translated-by-a-machine": (
        "A line says that a machine translated.",
        "<p>Artikel ini diterjemahkan secara otomatis dari bahasa Inggris dan mungkin mengandung"
        " kesalahan.</p>",
        "start",
    ),
    "parts-of-a-series": (
        "A series names its parts.",
        "<div class='{{ name('box') }}'><b>Seri laporan khusus, bagian 2 dari 4</b><ol>{% for n in"
        " range(4) %}<li>{{ say('headlines') }}</li>{% endfor %}</ol></div>",
        "start",
    ),
    "terms-explained": (
        "Terms of the story are explained below it.",
        "<dl class='{{ name('list') }}'><dt>Inflasi</dt><dd>Kenaikan harga barang dan jasa secara"
        " umum dan terus-menerus.</dd><dt>Subsidi</dt><dd>Bantuan pemerintah yang menekan harga"
        " jual.</dd></dl>",
        "end",
    ),
    "reporter-to-reach": (
        "A line says how to reach the reporter.",
        "<p>Hubungi penulis artikel ini di {{ code(6) | lower }}@redaksi.example untuk saran dan"
        " masukan.</p>",
        "end",
    ),
    "seminar-announced": (
        "A box announces a seminar with its day.",
        "<div class='{{ name('box') }}'><h4>Webinar gratis</h4><p>Sabtu, 5 Desember 2026 pukul"
        " 10.00"
        " WIB: belajar menulis opini bersama redaktur kami.</p></div>",
        "between",
    ),
    "hashtags": (
        "A line of hash tags closes the text.",
        "<p>#beritahariini #{{ code(5) | lower }} #viral #indonesia</p>",
        "end",
    ),
    "days-to-an-event": (
        "A box counts down to an event.",
        "<div class='{{ name('box') }}'><div>Menuju pemungutan suara</div><div>{{ number(2, 90) }}"
        " hari</div><div>{{ number(2, 23) }} jam</div><div>{{ number(2, 59) }} menit</div></div>",
        "start",
    ),
    "claim-checked": (
        "A label of checked facts stands in the text.",
        "<div class='{{ name('box') }}'><p><b>Klaim:</b> Foto yang beredar menunjukkan kejadian"
        " kemarin.</p><p><b>Fakta:</b> Foto itu diambil lima tahun lalu di kota lain.</p></div>",
        "between",
    ),
}  # fmt: skip


def _inserted(html: str, place: str) -> Change:
    def change(subject: Subject) -> bytes | None:
        (box,) = subject.elements(html)
        return subject.page() if put(subject, place, box) else None

    return change


for _name, (_why, _html, _place) in _INSERTS.items():
    add("foreign", _name, _why, _inserted(_html, _place))


@kind("The lead stands once more as the caption of the picture in the text.")
def lead_again_as_a_caption(subject: Subject) -> bytes | None:
    html = "<figure><img src='/f.jpg' alt=''><figcaption>{{ plain[0] }}</figcaption></figure>"
    (figure,) = subject.elements(html)
    return subject.page() if put(subject, "start", figure) else None


@kind("An edition in two languages: a line in English follows each paragraph.")
def english_below_each_paragraph(subject: Subject) -> bytes | None:
    found = tree.gaps(subject.text)
    if len(found) < 2:
        return None
    html = (
        "<p lang='en'><em>{{ pick(['Officials said the work would be finished this year.',"
        " 'Residents"
        " welcomed the decision on Tuesday.', 'Further details will be announced later.'])"
        " }}</em></p>"
    )
    for gap in found:
        tree.insert_after(gap, subject.elements(html)[0])
    return subject.page()
