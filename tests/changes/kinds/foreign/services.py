"""Changes by services that put their boxes into a text: networks of advertisements, widgets,"
" tools."""

from functools import partial
from typing import Final

from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Change, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "foreign")

_SERVICES: Final = {
    "native-grid": (
        "A network of native advertisements sets a grid of offers.",
        "<div class='{{ name('box') }}'><div>Konten Bersponsor</div>{% for n in range(4) %}<div><a"
        " href='https://iklan.example/{{ code() }}'><span>{{ say('sponsor') }}</span></a><span>"
        "{{ pick(['Kredit Kilat', 'Sehat Alami', 'Mobil Murah']) }}</span></div>{% endfor %}</div>",
        ("between", "end", "after"),
    ),
    "player-controls": (
        "A player that starts by itself prints the words of its controls.",
        "<div class='{{ name('player') }}'><span>Play Video</span><span>Mute</span><span>Current"
        " Time 0:00</span><span>Duration 1:{{ number(10, 59) }}</span><span>Loaded: 0%</span><span>"
        "Remaining Time -0:00</span><p>This is a modal window.</p></div>",
        ("between", "start"),
    ),
    "push-prompt": (
        "A service asks to be allowed to send notifications.",
        "<div class='{{ name('prompt') }}'><p>Izinkan kami mengirim pemberitahuan berita penting ke"
        " perangkat Anda?</p><button>Nanti saja</button><button>Izinkan</button></div>",
        ("between", "end"),
    ),
    "contents": (
        "A plug-in lists the contents of the text.",
        "<div class='{{ name('toc') }}'><p>Daftar Isi</p><ul><li><a href='#a'>Latar belakang"
        " kejadian</a></li><li><a href='#b'>Tanggapan warga</a></li><li><a href='#c'>Langkah"
        " berikutnya</a></li></ul></div>",
        ("start",),
    ),
    "questions": (
        "A plug-in appends questions that people ask, with answers.",
        "<div class='{{ name('faq') }}'><h3>Pertanyaan yang Sering Diajukan</h3><div><h4>Apakah"
        " informasi ini resmi?</h4><p>Informasi dihimpun dari keterangan resmi dan dapat berubah"
        " sewaktu-waktu.</p></div><div><h4>Di mana saya dapat bertanya?</h4><p>Silakan hubungi"
        " kantor pelayanan terdekat pada jam kerja.</p></div></div>",
        ("end",),
    ),
    "reactions": (
        "A row of faces asks how the reader feels.",
        "<div class='{{ name('reaksi') }}'><p>Apa reaksi Anda?</p><span>Suka {{ number(1, 99) }}"
        "</span><span>Sedih {{ number(1, 99) }}</span><span>Marah {{ number(1, 99) }}</span></div>",
        ("end", "after"),
    ),
    "prayer-times": (
        "A table gives the day's times of prayer.",
        "<div class='{{ name('jadwal') }}'><b>Jadwal Salat Jakarta</b><table><tr><td>Subuh</td><td>"
        "04:1{{ number(0, 9) }}</td></tr><tr><td>Zuhur</td><td>11:4{{ number(0, 9) }}</td></tr><tr>"
        "<td>Magrib</td><td>17:5{{ number(0, 9) }}</td></tr></table></div>",
        ("between", "start"),
    ),
    "hotline": (
        "A notice names whom to call in distress.",
        "<div class='{{ name('notice') }}'><p>Jika Anda atau orang di sekitar Anda membutuhkan"
        " bantuan, hubungi layanan konseling terdekat atau nomor darurat 119.</p></div>",
        ("end", "between"),
    ),
    "fact-box": (
        "A box of facts stands beside the text.",
        "<aside class='{{ name('fakta') }}'><h4>Sekilas</h4><table><tr><th>Luas</th><td>"
        "{{ number(10, 900) }} km²</td></tr><tr><th>Penduduk</th><td>{{ number(10, 900) }}.000 jiwa"
        "</td></tr><tr><th>Hari jadi</th><td>12 April 1950</td></tr></table></aside>",
        ("between",),
    ),
    "map": (
        "A map with its legend and a link to a larger one.",
        "<div class='{{ name('peta') }}'><a href='/peta'>Lihat peta yang lebih besar</a><p>Data"
        " peta"
        " ©{{ number(2020, 2026) }} Kontributor Peta Terbuka. Ketentuan berlaku.</p></div>",
        ("between",),
    ),
    "embed-blocked": (
        "A consent tool blocks an embed and says so in its place.",
        "<div class='{{ name('embed') }}'><p>Konten dari layanan luar diblokir karena pilihan"
        " cookie"
        " Anda.</p><p>Untuk menampilkannya, izinkan cookie media sosial pada pengaturan"
        " privasi.</p>"
        "<button>Tampilkan konten</button></div>",
        ("between", "start"),
    ),
    "carousel": (
        "A carousel names its slides for screen readers.",
        "<div class='{{ name('carousel') }}' aria-roledescription='carousel'>{% for n in range(4)"
        " %}"
        "<div aria-label='{{ n + 1 }} dari 4'><span>Slide {{ n + 1 }} dari 4</span><a href='/k"
        "{{ n }}'>{{ say('headlines') }}</a></div>{% endfor %}<button>Previous</button><button>Next"
        "</button></div>",
        ("between", "end"),
    ),
    "exchange": (
        "A widget lists bank rates, a row for each.",
        "<div class='{{ name('kurs') }}'><p>Kurs hari ini</p>{% for c in ['USD', 'SGD', 'JPY']"
        " %}<p>"
        "{{ c }} jual Rp{{ number(100, 900) }} beli Rp{{ number(100, 900) }}</p>{% endfor %}</div>",
        ("between",),
    ),
    "earlier-story": (
        "An earlier story of the topic is quoted at length in a section.",
        "<section class='{{ name('box') }}'><h4>Berita sebelumnya</h4>{% for p in"
        " another().paragraphs[:3] %}<p>{{ p }}</p>{% endfor %}</section>",
        ("between", "end"),
    ),
}  # fmt: skip


def _boxed(html: str, place: str) -> Change:
    def change(subject: Subject) -> bytes | None:
        (box,) = subject.elements(html)
        return subject.page() if put(subject, place, box) else None

    return change


for _name, (_why, _html, _places) in _SERVICES.items():
    for _place in _places:
        add("foreign", f"{_name}-{_place}", _why, _boxed(_html, _place))
