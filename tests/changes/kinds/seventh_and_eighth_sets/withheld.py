"""Texts that a system, an operator or a publisher keeps back, all of them or the rest."""

from functools import partial
from typing import Final

from markupsafe import Markup

from tests.changes import tree
from tests.changes.kinds.gone.carried import script
from tests.changes.kinds.gone.instead import instead
from tests.changes.kinds.kind import Whereabouts, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")

_INSTEAD: Final = {
    "post-with-a-password": (
        "WordPress asks for the password of a protected post.",
        "<form class='post-password-form' method='post'><p>Konten ini dilindungi kata sandi. Untuk"
        " melihatnya, silakan masukkan kata sandi Anda di bawah ini:</p><p><label>Kata sandi:"
        " <input type='password'></label> <input type='submit' value='Masuk'></p></form>",
    ),
    "boundary-of-errors": (
        "A component of the story fails, and the framework's boundary for errors answers.",
        "<div role='alert'><h2>Ups, ada yang tidak beres</h2><p>Bagian ini gagal ditampilkan. Kami"
        " sudah mencatat kejadiannya dan sedang memeriksa penyebabnya.</p><pre>TypeError: Cannot"
        " read properties of undefined (reading 'blocks')</pre><button>Coba lagi</button></div>",
    ),
    "advertorial-instead": (
        "A campaign took the story's slot: an advertiser's article stands under the headline.",
        "<div><small>Advertorial</small><p>Memilih mesin cuci tidak harus rumit. Kini keluarga"
        " muda dapat menghemat air dan listrik tanpa mengorbankan hasil cucian.</p><p>Seri terbaru"
        " ini menimbang pakaian secara otomatis, lalu mengatur putaran dan banyaknya air. Tabung"
        " dilapisi bahan anti karat dan bergaransi {{ number(5, 12) }} tahun.</p><p>Selama pekan"
        " pameran, pembeli mendapat potongan harga dan pemasangan gratis di {{ number(20, 60) }}"
        " kota. Kunjungi gerai terdekat atau pesan lewat aplikasi.</p></div>",
    ),
}


for _name, (_why, _html) in _INSTEAD.items():
    add("gone", _name, _why, instead(_html), Whereabouts.GONE)


@kind("An operator answers: the reader's data plan is used up.", Whereabouts.GONE)
def data_plan_used_up(subject: Subject) -> bytes:
    page = (
        "<html><head><title>Kuota Habis</title></head><body><h1>Kuota internet Anda habis</h1>"
        "<p>Paket data nomor 08{{ number(11, 59) }}-xxxx-{{ number(100, 999) }} sudah habis atau"
        " masa aktifnya berakhir. Pulsa Anda tidak dipotong untuk membuka halaman ini.</p><p>Pilih"
        " paket untuk melanjutkan berselancar:</p><ul><li>1 GB, 1 hari, Rp{{ number(3, 9) }}.000"
        "</li><li>5 GB, 7 hari, Rp{{ number(15, 29) }}.000</li><li>20 GB, 30 hari, Rp"
        "{{ number(60, 90) }}.000</li></ul><a href='/beli'>Beli paket</a></body></html>"
    )
    return subject.draw(page).encode()


@kind("A streamed page has the story in a hidden box, for a script to move.", Whereabouts.BURIED)
def stream_not_joined(subject: Subject) -> bytes:
    story = subject.elements(
        "<div hidden id='S:0'>{% for p in lines %}<p>{{ p }}</p>{% endfor %}</div>"
    )
    place = "<div><template id='B:0'></template><p>{{ say('loading') }}</p></div>"
    tree.replace(subject.text, subject.elements(place))
    subject.body.extend(story)
    script(subject, '$RC=function(b,c){/* … */};$RC("B:0","S:0")')
    return subject.page()


def _shortened(subject: Subject, shown: list[Markup], html: str) -> bytes:
    tree.fill(subject.text, subject.elements(html, shown=shown))
    return subject.page()


@kind("Behind the opening, coins of the platform unlock the rest.", Whereabouts.CUT)
def coins_behind_the_opening(subject: Subject) -> bytes | None:
    lines = subject.lines()
    html = (
        "{% for p in shown %}<p>{{ p }}</p>{% endfor %}<div class='{{ name('box') }}'><p>Bagian"
        " selanjutnya dapat dibuka dengan {{ number(3, 9) }} koin. Saldo Anda: 0 koin.</p><a"
        " href='/isi-koin'>Isi koin mulai Rp{{ number(5, 20) }}.000</a></div>"
    )
    return _shortened(subject, lines[:2], html) if len(lines) > 3 else None


@kind("A live report shows its newest entries; a button loads those before.", Whereabouts.CUT)
def newest_entries_of_a_report(subject: Subject) -> bytes | None:
    lines = subject.lines()
    html = (
        "<div class='{{ name('list') }}'>{% set b = name('box') %}{% for p in shown |"
        " reverse %}<div class='{{ b }}'><time>{{ 20 - loop.index }}.{{ number(10, 59) }} WIB"
        "</time><p>{{ p }}</p></div>{% endfor %}<button>Muat pembaruan sebelumnya</button></div>"
    )
    return _shortened(subject, lines[len(lines) // 2 :], html) if len(lines) > 3 else None


@kind("A serial story breaks off and is to be continued.", Whereabouts.CUT)
def to_be_continued(subject: Subject) -> bytes | None:
    lines = subject.lines(markup=False)
    html = (
        "{% for p in shown %}<p>{{ p }}</p>{% endfor %}<p><em>(Bersambung ke bagian 2)</em></p>"
        "<p><a href='/serial/{{ number(100, 999) }}/2'>Bagian 2: {{ say('headlines') }}</a></p>"
    )
    return _shortened(subject, lines[: len(lines) // 2], html) if len(lines) > 3 else None
