"""Copies of an article that others made: readers, partners, office programs, mail, scanners."""

from typing import Final

from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.views.own import view
from tests.changes.subject import Subject

_HEAD: Final = "<html><head><meta charset='utf-8'><title>{{ headline }}</title></head>"
_LINES: Final = "{% for p in lines %}<p>{{ p }}</p>{% endfor %}"
_COPIES: Final = {
    "feed-reader": (
        "A reader of feeds shows the item whole.",
        _HEAD + "<body><div class='entry'><a class='entryTitle' href='{{ url }}'>{{ headline }}</a>"
        "<div class='metadata'>{{ say('brand') }} / by {{ author }} / {{ raw }}</div><div"
        " class='entryBody'>" + _LINES + "</div><a href='{{ url }}'>Visit Website</a></div></body>"
        "</html>",
    ),
    "document-as-html": (
        "A printed document was turned into HTML: a box for each line on paper.",
        _HEAD + "<body><div class='page'><div class='t'>{{ headline }}</div><div>{{ raw }}"
        "</div>{% for p in plain %}{% for w in p.split(' ') | batch(9) %}<div class='t' style='top:"
        "{{ loop.index }}px'>{{ w | join(' ') }}</div>{% endfor %}{% endfor %}</div></body></html>",
    ),
    "office-document": (
        "An office program saved the article as a page.",
        _HEAD + "<body lang='IN'><div class='WordSection1'><h1>{{ headline }}</h1><p"
        " class='MsoSubtitle'>{{ raw }}</p>{% for p in lines %}<p class='MsoBodyText'><span>{{ p }}"
        "</span></p>{% endfor %}</div></body></html>",
    ),
    "published-document": (
        "A shared document was published on the web.",
        _HEAD + "<body><div id='header'>{{ headline }}</div><div id='banners'><span>Published using"
        " Google Docs</span><a>Report abuse</a><a>Learn more</a><span>Updated automatically every 5"
        " minutes</span></div><div id='contents'><p class='c2'><span class='c1'>{{ headline }}"
        "</span></p><p class='c2'><span class='c3'>{{ raw }}</span></p>{% for p in lines %}<p"
        " class='c0'><span class='c4'>{{ p }}</span></p>{% endfor %}</div></body></html>",
    ),
    "forwarded-mail": (
        "Somebody forwarded the article by mail; the mail has its own date.",
        _HEAD + "<body><div>---------- Pesan terusan ---------<br>Dari: {{ say('nick') }}<br>"
        "Tanggal: Sab, 28 Nov 2026 07.12<br>Subjek: {{ headline }}</div><blockquote><h1>"
        "{{ headline }}</h1><div>{{ raw }}</div>" + _LINES + "</blockquote></body></html>",
    ),
    "note-clipped": (
        "A notebook clipped the article.",
        _HEAD + "<body><en-note><div><b>{{ headline }}</b></div><div>{{ raw }}</div><div>Diklip"
        " dari: <a href='{{ url }}'>{{ url }}</a></div>{% for p in lines %}<div>{{ p }}</div><div>"
        "<br></div>{% endfor %}</en-note></body></html>",
    ),
    "phone-with-pager": (
        "A phone's page has the whole text and a pager all the same.",
        "<html>{{ head }}<body><div class='hd'>{{ say('brand') }}</div><h1>{{ headline }}</h1><div"
        " class='tgl'>{{ raw }}</div><div class='txt'>" + _LINES + "</div><div class='pg'>Halaman"
        " <b>1</b> <a href='?showpage=all'>Tampilkan semua</a></div></body></html>",
    ),
    "partner-portal": (
        "A partner's portal shows the article under its own brand.",
        _HEAD + "<body><header>Portal Mitra</header><main><h1>{{ headline }}</h1><div><span"
        " class='provider'>{{ say('brand') }}</span> · <span>{{ raw }}</span></div><div"
        " class='story'>" + _LINES + "</div><p><a href='{{ url }}'>Baca artikel asli</a></p></main>"
        "<aside>{% for n in range(4) %}<a href='/p{{ n }}'>{{ say('headlines') }}</a>{% endfor %}"
        "</aside></body></html>",
    ),
    "printed-today": (
        "A print view says first when and from where it was printed.",
        "<html>{{ head }}<body><div>Dicetak pada 28 November 2026 11:40 WIB dari {{ url"
        " }}</div><h1>"
        "{{ headline }}</h1><div>{{ raw }}</div>" + _LINES + "<button>Cetak</button></body></html>",
    ),
    "marks-of-revision": (
        "A view of revisions strikes out what was replaced.",
        "<html>{{ head }}<body><article><h1>{{ headline }}</h1><div>{{ raw }}</div>{% for p in"
        " plain"
        " %}<p><del>{{ say('teasers') }}</del> <ins>{{ p }}</ins></p>{% endfor %}</article></body>"
        "</html>",
    ),
    "two-languages": (
        "A translator's table has the text and its translation side by side.",
        "<html>{{ head }}<body><h1>{{ headline }}</h1><div>{{ raw }}</div><table>{% for p in lines"
        " %}<tr><td lang='id'>{{ p }}</td><td lang='en'>The officials said that paragraph"
        " {{ loop.index }} of the report would be explained later.</td></tr>{% endfor %}</table>"
        "</body></html>",
    ),
    "slides": (
        "A show of slides, a paragraph on each.",
        "<html>{{ head }}<body><h1>{{ headline }}</h1><div>{{ raw }}</div>{% for p in lines %}"
        "<section class='slide'><p>{{ p }}</p><footer>{{ loop.index }}/{{ lines | length }}"
        "</footer></section>{% endfor %}</body></html>",
    ),
    "speakable": (
        "A view for assistants that read aloud.",
        "<html>{{ head }}<body><p class='intro'>Berikut berita dari {{ say('brand') }}.</p><h1>"
        "{{ headline }}</h1><p class='tgl'>{{ raw }}</p><div class='speak'>" + _LINES + "</div><p"
        " class='outro'>Demikian berita ini. Ucapkan lanjut untuk berita berikutnya.</p></body>"
        "</html>",
    ),
}  # fmt: skip


def _copied(page: str) -> Change:
    def change(subject: Subject) -> bytes:
        return view(subject, page)

    return change


for _name, (_why, _page) in _COPIES.items():
    add("views", _name, _why, _copied(_page), Whereabouts.VISIBLE, ("tz_", "date_"))
