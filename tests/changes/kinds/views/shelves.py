"""Copies on other shelves: e-papers, forums, phones of old, mail archives, readers' lists."""

from typing import Final

from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.views.own import view
from tests.changes.subject import Subject

_HEAD: Final = "<html><head><meta charset='utf-8'><title>{{ headline }}</title></head>"
_LINES: Final = "{% for p in lines %}<p>{{ p }}</p>{% endfor %}"
_SHELVES: Final = {
    "e-paper-clipping": (
        "An e-paper shows the clipping of a story as text.",
        _HEAD + "<body><div class='epaper-popup'><div class='hal'>Halaman {{ number(2, 16) }}</div>"
        "<div class='judul'>{{ headline }}</div><div class='tgl'>{{ raw }}</div><div class='kolom'>"
        + _LINES + "</div><button>Cetak</button><button>Tutup</button></div></body></html>",
    ),
    "cards-of-old-phones": (
        "A page for phones of old: cards of WML.",
        "<wml><head><meta name='title' content='{{ headline }}'></head><card id='c1' title="
        "'{{ headline }}'><p><b>{{ headline }}</b><br/>{{ raw }}</p>" + _LINES + "<do type='prev'>"
        "<prev/></do></card></wml>",
    ),
    "readers-list": (
        "A list to read later shows the story it has kept.",
        _HEAD + "<body><header><a href='{{ url }}'>View Original</a></header><article><h1>{{"
        " headline"
        " }}</h1><div>By {{ author }} · {{ raw }} · 3 min</div><div class='reader'>" + _LINES
        + "</div></article><div>Save · Archive · Favorite</div></body></html>",
    ),
    "thread-of-a-forum": (
        "Somebody posted the story in a forum; answers follow.",
        _HEAD + "<body><h1>{{ headline }}</h1><div class='post' id='p1'><div class='u'>"
        "{{ say('nick') }}</div><div>{{ raw }}</div><div class='message'>" + _LINES + "</div></div>"
        "{% for n in range(3) %}<div class='post'><div class='u'>{{ say('nick') }}</div><div"
        " class='message'><p>{{ say('comment') }}</p></div></div>{% endfor %}</body></html>",
    ),
    "archive-of-mailings": (
        "The archive of a mailing service shows the story that was sent.",
        _HEAD + "<body><center><table width='600'><tr><td><a href='#'>Lihat surel ini di peramban"
        " Anda</a></td></tr><tr><td><h1>{{ headline }}</h1><p>{{ raw }}</p></td></tr><tr><td>"
        + _LINES + "</td></tr><tr><td><em>Hak cipta © 2026</em><br>Anda menerima surel ini karena"
        " berlangganan. <a href='#'>Berhenti berlangganan</a></td></tr></table></center></body>"
        "</html>",
    ),
    "sheet-with-a-letterhead": (
        "An office prints the story on its own sheet.",
        _HEAD + "<body><center><b>KANTOR HUBUNGAN MASYARAKAT</b><br>Kliping"
        " Berita</center><hr><table>"
        "<tr><td>Media</td><td>: {{ say('brand') }}</td></tr><tr><td>Tanggal</td><td>: {{ raw"
        " }}</td>"
        "</tr><tr><td>Judul</td><td>: {{ headline }}</td></tr></table><h1>{{ headline }}</h1>"
        + _LINES + "</body></html>",
    ),
    "plain-text-view": (
        "A gateway gives the text of a page alone, in one box of fixed letters.",
        _HEAD + "<body><pre>{{ headline }}\n\n{{ raw }}\n\n{% for p in plain %}{{ p }}\n\n{%"
        " endfor %}"
        "</pre></body></html>",
    ),
    "card-of-a-chat": (
        "A chat shows the story in a bubble, with its address below.",
        _HEAD + "<body><div class='bubble'><b>{{ headline }}</b><br>{{ raw }}<br><br>{% for p"
        " in plain"
        " %}{{ p }}<br><br>{% endfor %}<a href='{{ url }}'>{{ url }}</a></div></body></html>",
    ),
}  # fmt: skip


def _shelved(page: str) -> Change:
    def change(subject: Subject) -> bytes:
        return view(subject, page)

    return change


for _name, (_why, _page) in _SHELVES.items():
    add("views", _name, _why, _shelved(_page), Whereabouts.VISIBLE, ("tz_", "date_", "headline_"))
