"""Pages as gateways break them, and as browsers and caches of search engines show them."""

from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.kinds.views.own import view
from tests.changes.subject import Subject

wire = partial(kind_of, "wire")
_CUT: Final = b'<i id="cut-here"></i>'
_TIMED_OUT: Final = (
    b"<html>\r\n<head><title>504 Gateway Time-out</title></head>\r\n<body>\r\n<center><h1>504"
    b" Gateway Time-out</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n"
    b"</html>\r\n"
)
_DIRECTIVE: Final = "[an error occurred while processing this directive]"
_VIEWS: Final = {
    "amp-with-consent-and-next-stories": (
        "AMP with a question of consent, a side menu, a slot that stayed empty and next stories.",
        "<html amp lang='id'><head><meta charset='utf-8'><title>{{ headline }}</title><link"
        " rel='canonical' href='{{ canonical }}'>{{ json_ld }}</head><body><amp-consent id='izin'"
        " layout='nodisplay'><div id='tanya'><p>Kami dan mitra menyimpan kuki agar iklan sesuai"
        " dengan minat Anda.</p><button on='tap:izin.accept'>Setuju</button><button"
        " on='tap:izin.reject'>Tolak</button></div></amp-consent><amp-sidebar id='menu'"
        " layout='nodisplay'><ul><li><a href='/amp/daerah'>Daerah</a></li><li><a"
        " href='/amp/ekonomi'>Ekonomi</a></li></ul></amp-sidebar><article><h1>{{ headline }}</h1>"
        "<div>{{ raw }}</div>{% for p in lines %}<p>{{ p }}</p>{% if loop.index == 2 %}<amp-ad"
        " width='300' height='250' type='doubleclick'><div placeholder>Iklan</div><div fallback>"
        "Iklan tidak dapat ditampilkan</div></amp-ad>{% endif %}{% endfor %}</article>"
        "<amp-next-page><div separator>Berita berikutnya</div><div recommendation-box><a"
        " href='/amp/{{ number(10, 99) }}'>{{ say('headlines') }}</a><a"
        " href='/amp/{{ number(100, 199) }}'>{{ say('headlines') }}</a></div></amp-next-page>"
        "</body></html>",
    ),
    "distilled-by-a-browser": (
        "A browser's simple view: headline, the text in one box, a layer with settings.",
        "<html lang='id'><head><meta charset='utf-8'><title>{{ headline }}</title></head><body"
        " class='light serif'><div id='main-content'><h1 id='title-holder'>{{ headline }}</h1><div"
        " id='content'><div>{{ raw }}</div>{% for p in lines %}<p>{{ p }}</p>{% endfor %}</div>"
        "</div><div id='footer-holder'><a id='close-reader-view' href='{{ canonical }}'>Tampilkan"
        " halaman asli</a></div><dialog id='settings-dialog'><label>Jenis huruf<select><option>"
        "Serif</option><option>Sans serif</option></select></label><label>Warna<select><option>"
        "Terang</option><option>Sepia</option><option>Gelap</option></select></label></dialog>"
        "</body></html>",
    ),
}


def _viewed(page: str) -> Change:
    return lambda subject: view(subject, page)


for _name, (_why, _page) in _VIEWS.items():
    add("views", _name, _why, _viewed(_page), Whereabouts.VISIBLE, ("tz_", "date_", "headline_"))


@wire("The server behind a gateway stops in a sentence; the gateway's error page follows.",
      Whereabouts.CUT)  # fmt: skip
def timed_out_in_the_text(subject: Subject) -> bytes | None:
    lines = [line.unescape() for line in subject.lines(markup=False)]
    if len(lines) < 4:
        return None
    shown = lines[: subject.rng.randint(2, len(lines) - 1)]
    shown[-1] = shown[-1][: len(shown[-1]) * subject.rng.randint(3, 8) // 10]
    html = (
        "{% for p in t %}<p>{{ p }}{% if loop.last %}<i id='cut-here'></i>{% endif %}</p>"
        "{% endfor %}"
    )
    tree.fill(subject.text, subject.elements(html, t=shown))
    return subject.page().partition(_CUT)[0] + _TIMED_OUT


@wire("A server could not include an advertisement, and says so between the paragraphs.")
def include_failed_in_the_text(subject: Subject) -> bytes | None:
    if subject.rng.random() < 0.5:
        gap = subject.gap()
        if gap is None:
            return None
        tree.insert_paragraph(gap, _DIRECTIVE)
        return subject.page()
    (box,) = subject.elements("<div class='{{ name('slot') }}'>{{ d }}</div>", d=_DIRECTIVE)
    return subject.page() if put(subject, "between", box) else None
