"""Services, exports and devices that show an article in a page of their own."""

from functools import partial

from tests.changes.kinds.kind import Whereabouts, add
from tests.changes.kinds.views.own import view
from tests.changes.subject import Subject

_PARAGRAPHS = "{% for p in lines %}<p>{{ p }}</p>{% endfor %}"
_HEAD = "<html><head><title>{{ headline }}</title></head><body>"
_END = "</body></html>"
_TITLE = "{{ headline }}"
_DATE = "{{ raw }}"
_VIEWS = {
    "feed-reader-entry": (
        "A feed reader's own page: the headline is a link, the text its entry.",
        f'{_HEAD}<div class="entryHeader"><a class="Article__title" href="{{{{ url }}}}">'
        '{{ headline }}</a><div class="metadata">oleh {{ author }} / {{ raw }}</div></div>'
        f'<div class="entryBody">{_PARAGRAPHS}</div><a href="{{{{ url }}}}">Buka situs</a>{_END}',
    ),
    "slow-network-transcoder": (
        "A transcoder for slow networks, with its line above.",
        f'{_HEAD}<div><span>Halaman dioptimalkan untuk jaringan lambat.</span> <a href="/o">Lihat '
        f"versi asli</a></div><h1>{_TITLE}</h1><div>{_DATE}</div>{_PARAGRAPHS}{_END}",
    ),
    "turbo-page": (
        "A search engine's quick page with its own parts.",
        f'{_HEAD}<div class="page"><header class="hdr"><h1 class="unit-title">{_TITLE}</h1>'
        '<div class="unit-date">{{ raw }}</div></header>{% for p in lines %}<div class="unit '
        'unit_text_m"><div class="paragraph">{{ p }}</div></div>{% endfor %}<div class="related">'
        f'<a href="/r">{{{{ say("headlines") }}}}</a></div></div>{_END}',
    ),
    "aggregator-page": (
        "An aggregator's page with buttons around the text.",
        f"{_HEAD}<nav>Beranda Trending Video</nav><main><h1>{_TITLE}</h1><div><b>SINDOnews"
        f"</b> · {_DATE}</div><section>{_PARAGRAPHS}</section><button>Suka</button><button>"
        f'Komentar</button><p>Baca artikel asli</p><h3>{{{{ say("related") }}}}</h3>'
        f'<ul><li>{{{{ say("headlines") }}}}</li></ul></main>{_END}',
    ),
    "document-export": (
        "A text editor on the web publishes it: spans with numbered names.",
        f'<html><head><title>{_TITLE}</title><style>.c1{{}}</style></head><body class="c9">'
        '<p class="c3"><span class="c5">{{ headline }}</span></p><p class="c1"><span>{{ raw }}'
        '</span></p>{% for p in lines %}<p class="c1"><span class="c2">{{ p }}</span></p>'
        f'<p class="c1 c4"><span></span></p>{{% endfor %}}{_END}',
    ),
    "word-export": (
        "An office program's export.",
        f'{_HEAD}<div class="WordSection1"><h1>{_TITLE}</h1><p class="MsoNormal"><i>'
        '{{ raw }}</i></p>{% for p in lines %}<p class="MsoNormal" style="text-align:justify">'
        f'<span lang="IN">{{{{ p }}}}</span></p>{{% endfor %}}</div>{_END}',
    ),
    "note-clip": (
        "Clipped into a notebook.",
        f'{_HEAD}<h1 class="noteTitle">{_TITLE}</h1><div>Clipped from: <a href="{{{{ url '
        '}}">{{ url }}</a></div><en-note>{% if raw %}<div>{{ raw }}</div>{% endif %}{% for p in '
        f"lines %}}<div>{{{{ p }}}}</div><div><br></div>{{% endfor %}}</en-note>{_END}",
    ),
    "printed-lines": (
        "Made from a printed file: each line of the paper is an element.",
        f'{_HEAD}<div class="pf"><div class="t h1">{_TITLE}</div><div class="t">{_DATE}'
        "</div>{% for p in lines %}{% for line in (p | striptags | wordwrap(70)).split('\\n') %}"
        '<div class="t m0 x1" style="position:absolute">{{ line }}</div>{% endfor %}{% endfor %}'
        f"</div>{_END}",
    ),
    "archive-of-snapshots": (
        "An archive rebuilds the page from elements without names.",
        f'{_HEAD}<div id="HEADER"><form>Saved from <input value="{{{{ url }}}}"></form></div><div '
        'id="CONTENT"><div style="margin:0"><div style="width:980px"><h1 style="font-size:28px">'
        '{{ headline }}</h1><div style="color:#666">{{ raw }}</div><div style="line-height:24px">'
        '{% for p in lines %}<div style="margin:0 0 16px"><span>{{ p }}</span></div>{% endfor %}'
        f"</div></div></div></div>{_END}",
    ),
    "spoken-edition": (
        "An edition for those who cannot see: nothing but roles.",
        f'{_HEAD}<div role="banner">Kabar</div><div role="main"><div role="heading" '
        'aria-level="1">{{ headline }}</div><div role="note">{{ raw }}</div>{% for p in lines %}'
        f'<div role="paragraph">{{{{ p }}}}</div>{{% endfor %}}</div>{_END}',
    ),
    "television-page": (
        "A page for television sets, one text in one box.",
        f'{_HEAD}<div class="tv"><div class="tv-h">{_TITLE}</div><div class="tv-d">{{{{ raw '
        '}}</div><div class="tv-b">{% for p in lines %}{{ p }}<br/><br/>{% endfor %}</div><div>OK '
        f"untuk kembali</div></div>{_END}",
    ),
    "print-with-letterhead": (
        "A print view with the publisher's address above and a code below.",
        f"{_HEAD}<address>Redaksi, Jalan Wahid Hasyim 38, Jakarta</address><hr><h2>{_TITLE}"
        f"</h2><small>{_DATE}</small>{_PARAGRAPHS}<hr><small>Pindai kode ini untuk membaca di "
        f"ponsel</small>{_END}",
    ),
}


def _shown(page: str, subject: Subject) -> bytes:
    return view(subject, page)


for _name, (_why, _page) in _VIEWS.items():
    add("views", _name, _why, partial(_shown, _page), Whereabouts.VISIBLE, ("tz_", "date_"))


def _first_sheet(subject: Subject) -> bytes | None:
    lines = subject.lines()
    if len(lines) < 3:
        return None
    page = f"{_HEAD}<h1>{_TITLE}</h1><div>{_DATE}</div><div>{_PARAGRAPHS}</div>{_END}"
    return view(subject, page, lines=lines[: len(lines) // 2])


add(
    "views",
    "first-printed-sheet",
    "A print view ends with its sheet.",
    _first_sheet,
    Whereabouts.CUT,
)
add(
    "views",
    "amp-without-its-list",
    "AMP loads the text into a list, whose template alone is there.",
    partial(
        _shown,
        "<html amp><head><title>{{ headline }}</title>{{ json_ld }}</head><body>"
        "<h1>{{ headline }}</h1>"
        '<div>{{ raw }}</div><p>{{ description }}</p><amp-list src="/t.json"><template type="amp-'
        'mustache"><p>{% raw %}{{ paragraph }}{% endraw %}</p></template></amp-list>' + _END,
    ),
    Whereabouts.GONE,
)
