"""Pages as caches, databases and other programs give them back."""

from functools import partial
from typing import Final

from lxml import etree
from markupsafe import Markup

from tests.changes import tree
from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.kinds.views.own import view
from tests.changes.subject import Subject

wire = partial(kind_of, "wire")
_HEAD: Final = "<html><head><meta charset='utf-8'><title>{{ headline }}</title></head>"
_VIEWS: Final = {
    "preview-of-a-feed": (
        "A browser's preview of a feed with the story as its one entry.",
        "{% set brand = say('brand') %}<html><head><title>{{ brand }}</title></head><body><div"
        " id='feedHeader'><p>Berlangganan umpan ini dengan pembaca umpan Anda.</p></div><div"
        " id='feedBody'><div id='feedTitle'><h1 id='feedTitleText'>{{ brand }}</h1><h2>Berita"
        " terbaru</h2></div><div id='feedContent'><div class='entry'><h3><a href='{{ url }}'>"
        "<span>{{ headline }}</span></a></h3><div class='lastUpdated'>{{ raw }}</div><div"
        " class='feedEntryContent'>{% for p in lines %}<p>{{ p }}</p>{% endfor %}</div></div></div>"
        "</div></body></html>",
    ),
    "print-of-a-plug-in": (
        "A plug-in's print view: the site above, who posted it when, its address below.",
        _HEAD
        + "<body>{% set brand = say('brand') %}<p align='center'><strong>- {{ brand }} - <span"
        " dir='ltr'>https://www.sindonews.com</span> -</strong></p><h1 id='BodyTitle'>{{ headline"
        " }}</h1><p id='BodyMeta'>Ditulis oleh <u>{{ author }}</u> pada {{ raw }} di"
        " <u>{{ say('section') }}</u> | <u>Komentar ditutup</u></p><div id='BodyContent'>"
        "{% for p in lines %}<p>{{ p }}</p>{% endfor %}</div><hr><p>Artikel dicetak dari"
        " {{ brand }}</p><p>Alamat artikel: <strong dir='ltr'>{{ canonical }}</strong></p>"
        "<p id='print-link'>Klik <a href='#Print'>di sini</a> untuk mencetak.</p></body></html>",
    ),
    "words-half-bold": (
        "A view for fast reading sets the first half of each word in bold letters.",
        _HEAD + "<body><div class='toolbar'><button>Kecepatan</button><button>Kontras</button>"
        "</div><article><h1>{{ headline }}</h1><p>{{ raw }}</p>{% for p in bold %}<p>{{ p }}</p>"
        "{% endfor %}</article></body></html>",
    ),
}


def _half_bold(paragraph: str) -> Markup:
    parts = ((word[: -(-len(word) // 2)], word[-(-len(word) // 2) :]) for word in paragraph.split())
    return Markup(" ").join(Markup("<b>%s</b>%s") % part for part in parts)


def _viewed(page: str) -> Change:
    def change(subject: Subject) -> bytes:
        bold = [_half_bold(line.unescape()) for line in subject.lines(markup=False)]
        return view(subject, page, bold=bold)

    return change


for _name, (_why, _page) in _VIEWS.items():
    add("views", _name, _why, _viewed(_page), Whereabouts.VISIBLE, ("tz_", "date_", "headline_"))


@wire("A field of the database was too short: the text ends in a word.", Whereabouts.CUT)
def field_too_short(subject: Subject) -> bytes | None:
    lines = [line.unescape() for line in subject.lines(markup=False)]
    if len(lines) < 4:
        return None
    shown = lines[: len(lines) // 2 + 1]
    if not shown[-1].endswith("."):
        return None
    end = len(shown[-1]) * 2 // 3
    while end and not shown[-1][end - 1 : end + 1].isalpha():
        end -= 1
    shown[-1] = shown[-1][:end]
    html = "{% for p in shown %}<p>{{ p }}</p>{% endfor %}"
    tree.fill(subject.text, subject.elements(html, shown=shown))
    return subject.page()


@wire("A download was resumed, and the first part lost: it begins in the text.", Whereabouts.CUT)
def page_begins_in_its_text(subject: Subject) -> bytes | None:
    gap = subject.gap()
    if gap is None:
        return None
    tree.insert_after(gap, gap.makeelement("i", {"id": "cut-here"}))
    return subject.page().partition(b'<i id="cut-here"></i>')[2]


@wire("A cache answers with the piece that scripts ask for: the column alone, no head.",
      says=("headline_", "date_", "body_"))  # fmt: skip
def column_without_a_head(subject: Subject) -> bytes:
    return tree.source(subject.column).partition("\n")[2].encode()


@wire("The template is UTF-8, the text from the database of an old code page.")
def two_code_pages(subject: Subject) -> bytes | None:
    if all(ord(letter) < 128 for letter in "".join(subject.facts.paragraphs)):
        return None
    subject.body.extend(subject.elements("<p>© {{ number(2015, 2026) }} · Redaksi – Kontak</p>"))
    text = etree.tostring(subject.text, method="html", encoding="unicode", with_tail=False)
    before, _, after = subject.page().decode().partition(text)
    return before.encode() + text.encode("cp1252", "xmlcharrefreplace") + after.encode()
