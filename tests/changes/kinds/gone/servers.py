"""Whole pages that servers, hosts and registrars answer with, and tools in the text's place."""

from base64 import b64encode
from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")

_PAGES: Final = {
    "account-suspended": (
        "The host has suspended the account.",
        "<html><head><title>Account Suspended</title></head><body><h1>Account Suspended</h1><p>This"
        " Account has been suspended.</p><p>Contact your hosting provider for more information.</p>"
        "</body></html>",
    ),
    "domain-parked": (
        "The name ran out and a registrar shows searches.",
        "<html><head><title>{{ say('brand') }}</title></head><body><h2>Domain ini mungkin"
        " dijual</h2>"
        "<p>Hubungi pemiliknya melalui perantara kami untuk mengajukan penawaran harga.</p><ul>"
        "<li><a href='/q1'>Berita Terkini</a></li><li><a href='/q2'>Harga Emas Hari Ini</a></li>"
        "<li><a href='/q3'>Pinjaman Tanpa Jaminan</a></li></ul></body></html>",
    ),
    "database-not-reached": (
        "The system cannot reach its database.",
        "<html><head><title>Database Error</title></head><body id='error-page'><div class="
        "'wp-die-message'><h1>Error establishing a database connection</h1><p>Silakan coba beberapa"
        " saat lagi.</p></div></body></html>",
    ),
    "server-without-site": (
        "A server without a site greets its administrator.",
        "<html><head><title>Welcome to nginx!</title></head><body><h1>Welcome to nginx!</h1><p>If"
        " you see this page, the nginx web server is successfully installed and working. Further"
        " configuration is required.</p><p><em>Thank you for using nginx.</em></p></body></html>",
    ),
    "folder-listed": (
        "A server lists the files of a folder.",
        "<html><head><title>Index of /read</title></head><body><h1>Index of /read</h1><pre>{% for n"
        " in range(9) %}<a href='{{ code() }}'>{{ code(9) }}.html</a>   2026-11-2{{ n }} 04:1{{"
        " n }}"
        "  {{ number(2, 90) }}K\n{% endfor %}</pre></body></html>",
    ),
}  # fmt: skip


def _answered(html: str) -> Change:
    return lambda subject: subject.draw(html).encode()


for _name, (_why, _html) in _PAGES.items():
    add("gone", _name, _why, _answered(_html), Whereabouts.GONE)


def _filled(subject: Subject, html: str, **more: object) -> bytes:
    tree.fill(subject.text, subject.elements(html, **more))
    return subject.page()


@kind("A match's widget has its score and minutes, the story is elsewhere.", Whereabouts.GONE)
def widget_of_a_match(subject: Subject) -> bytes:
    html = (
        "<div class='{{ name('score') }}'><div>Tuan Rumah 2 - 1 Tamu</div><ul>{% for n in [12, 37,"
        " 64, 88] %}<li>{{ n }}' {{ pick(['Gol! Sundulan dari tendangan sudut', 'Kartu kuning untuk"
        " bek kanan', 'Pergantian pemain di lini tengah']) }}</li>{% endfor %}</ul></div>"
    )
    return _filled(subject, html)


@kind("A quiz on the news has taken the story's place.", Whereabouts.GONE)
def quiz_on_the_headline(subject: Subject) -> bytes:
    html = (
        "<h3>Kuis: {{ headline }}</h3>{% for n in range(3) %}<p>Pertanyaan {{ n + 1 }}. Manakah"
        " pernyataan yang benar tentang {{ headline }}?</p><label><input type='radio'> Benar"
        "</label><label><input type='radio'> Salah</label>{% endfor %}<button>Lihat nilai</button>"
    )
    return _filled(subject, html)


@kind("A story is announced: more as it becomes known.", Whereabouts.GONE)
def story_being_written(subject: Subject) -> bytes:
    html = (
        "<p>{{ headline }}.</p><p>Berita ini sedang dikembangkan. Redaksi masih mengumpulkan"
        " keterangan dari lapangan dan akan memperbarui laporan ini.</p>"
    )
    return _filled(subject, html)


@kind("The text is drawn on a canvas by a script.", Whereabouts.GONE)
def text_on_a_canvas(subject: Subject) -> bytes:
    html = (
        "<canvas id='c' width='640' height='1800' data-t='{{ t }}'>Peramban Anda tidak mendukung"
        " kanvas.</canvas><p>Perbesar tampilan dengan mencubit layar.</p>"
    )
    coded = b64encode(" ".join(subject.facts.paragraphs).encode()).decode()
    return _filled(subject, html, t=coded)


@kind("Comments of a network's plug-in are all that was drawn.", Whereabouts.GONE)
def thread_of_a_network(subject: Subject) -> bytes:
    html = (
        "<div class='fb-comments'>{% for n in range(5) %}<div><b>{{ say('nick') }}</b><p>"
        "{{ say('comment') }}</p><span>Suka · Balas · {{ n + 1 }} j</span></div>{% endfor %}</div>"
    )
    return _filled(subject, html)


@kind("The printed page is shown as pictures, with its numbers and names.", Whereabouts.GONE)
def pages_of_the_printed_paper(subject: Subject) -> bytes:
    html = (
        "<div class='{{ name('page') }}'>{% for n in range(3) %}<figure><img src='/h{{ n }}.jpg'"
        " alt='Halaman {{ n + 1 }}'><figcaption>Halaman {{ n + 1 }}, edisi cetak"
        "</figcaption></figure>{% endfor %}</div><p>Ketuk halaman untuk memperbesar.</p>"
    )
    return _filled(subject, html)
