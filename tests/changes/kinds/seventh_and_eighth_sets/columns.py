"""Columns drawn anew, and views of other programs."""

from typing import Final

from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.redesigned.themes import dress
from tests.changes.kinds.views.own import view
from tests.changes.subject import Subject

_COLUMNS: Final = {
    "cards-of-a-deck": (
        "A deck of cards: each has two paragraphs and its number.",
        "<main><h1>{{ headline }}</h1><p class='{{ name('date') }}'>{{ raw }}</p>{% for part in"
        " lines |"
        " batch(2) %}<div class='{{ name('card') }}'><span>{{ loop.index }}/{{ loop.length"
        " }}</span>"
        "{% for p in part %}<p>{{ p }}</p>{% endfor %}</div>{% endfor %}</main>",
    ),
    "text-around-a-picture": (
        "A floating picture with its words stands in the midst of bare text lines.",
        "<div class='{{ name('article') }}'><h1>{{ headline }}</h1><span>{{ raw }}</span><div>{%"
        " for p"
        " in lines %}{% if loop.index == 2 %}<div style='float:right'><img src='/f.jpg'"
        " alt=''></div>"
        "{% endif %}{{ p }}<br><br>{% endfor %}</div></div>",
    ),
    "menu-named-as-the-text": (
        "The menu's box has the name of a text, the text that of a menu.",
        "<div class='article-body content'><a href='/1'>Nasional</a> <a href='/2'>Ekonomi</a> <a"
        " href='/3'>Olahraga</a></div><h1>{{ headline }}</h1><div>{{ raw }}</div><div"
        " class='menu-list"
        " nav'>{% for p in lines %}<p>{{ p }}</p>{% endfor %}</div>",
    ),
    "paragraphs-in-anonymous-elements": (
        "A design system has an element of its own for each paragraph, three deep.",
        "<x-story><x-head><h1>{{ headline }}</h1><x-when>{{ raw }}</x-when></x-head><x-flow>{%"
        " for p in"
        " lines %}<x-par><x-inner><x-text>{{ p }}</x-text></x-inner></x-par>{% endfor %}</x-flow>"
        "</x-story>",
    ),
    "logo-h1-and-split-text": (
        "The logo is the h1, and the text is in two boxes about a strip of stories.",
        "<h1><a href='/'>{{ say('brand') }}</a></h1><div class='{{ name('article') }}'><h2>{{"
        " headline"
        " }}</h2><em>{{ raw }}</em><div>{% for p in lines[:(lines | length) // 2] %}<p>{{ p }}</p>"
        "{% endfor %}</div><div class='{{ name('list') }}'>{% for n in range(3) %}<a href='/s{{ n"
        " }}'>"
        "{{ say('headlines') }}</a>{% endfor %}</div><div>{% for p in lines[(lines | length) //"
        " 2:] %}"
        "<p>{{ p }}</p>{% endfor %}</div></div>",
    ),
}  # fmt: skip
_HEAD: Final = "<html><head><meta charset='utf-8'><title>{{ headline }}</title></head>"
_VIEWS: Final = {
    "screen-of-a-kiosk": (
        "A kiosk in a station shows the story in one box of large letters.",
        _HEAD + "<body class='kiosk'><div class='layar'><div class='judul'>{{ headline"
        " }}</div><div>"
        "{{ raw }}</div>{% for p in lines %}<div class='teks'>{{ p }}</div>{% endfor %}</div><div>"
        "Sentuh untuk kembali</div></body></html>",
    ),
    "amp-of-a-plug-in": (
        "AMP of a plug-in with menu, search and links to share about the text.",
        "<html amp><head><title>{{ headline }}</title><link rel='canonical' href='{{ canonical }}'>"
        "{{ json_ld }}</head><body><header><form role='search'></form><a href='/'>{{ say('brand')"
        " }}"
        "</a></header><div class='sp-cnt'><h1 class='amp-post-title'>{{ headline }}</h1><div>Oleh"
        " {{"
        " author }}</div><div>{{ raw }}</div><div class='cntn-wrp artl-cnt'>{% for p in lines"
        " %}<p>{{ p"
        " }}</p>{% endfor %}</div><div class='ss-ic'><a>X</a><a>FB</a></div></div></body></html>",
    ),
    "print-with-columns-of-style": (
        "A print view in two columns of a style, with the address as running text.",
        _HEAD + "<body><div style='column-count:2'><h1>{{ headline }}</h1><p>{{ raw }}</p>{% for"
        " p in"
        " lines %}<p style='text-indent:1em'>{{ p }}</p>{% endfor %}<p>Dicetak dari {{ url"
        " }}</p></div>"
        "</body></html>",
    ),
    "reader-of-a-phone": (
        "A phone's reader: a sheet with a bar of its settings.",
        _HEAD + "<body><div class='bar'><button>Aa</button><button>Tutup</button></div><div"
        " class='sheet'><div class='source'>sindonews.com</div><h1>{{ headline }}</h1><div>{{"
        " author }}"
        "</div><div>{{ raw }}</div><section>{% for p in lines %}<p>{{ p }}</p>{% endfor"
        " %}</section>"
        "</div></body></html>",
    ),
    "clipping-service": (
        "A service for clippings has a table of facts, and the text below.",
        _HEAD + "<body><table border='1'><tr><th>Judul</th><td>{{ headline"
        " }}</td></tr><tr><th>Tanggal"
        "</th><td>{{ raw }}</td></tr><tr><th>Penulis</th><td>{{ author"
        " }}</td></tr><tr><th>Nada</th><td>"
        "Netral</td></tr></table><div>{% for p in lines %}<p>{{ p }}</p>{% endfor"
        " %}</div></body></html>",
    ),
}  # fmt: skip


def _dressed(html: str) -> Change:
    def change(subject: Subject) -> bytes:
        dress(subject, html)
        return subject.page()

    return change


def _viewed(page: str) -> Change:
    return lambda subject: view(subject, page)


for _name, (_why, _html) in _COLUMNS.items():
    add("redesigned", _name, _why, _dressed(_html))
for _name, (_why, _page) in _VIEWS.items():
    add("views", _name, _why, _viewed(_page), Whereabouts.VISIBLE, ("tz_", "date_", "headline_"))
