"""Changes by editors and their systems: lines among the paragraphs, marked up as those are."""

from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Change, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject
from tests.changes.wording import table

kind = partial(kind_of, "foreign")

_LINES: Final = {
    "scroll-line": (
        "A label asks to scroll on behind the advertisement.",
        "<p>{{ pick(['SCROLL TO CONTINUE WITH CONTENT', 'ADVERTISEMENT', 'Gulir untuk lanjut"
        " membaca']) }}</p>",
        "between",
    ),
    "copied-from": (
        "A tail names where the article appeared, with its address.",
        "<p>Artikel ini telah tayang di {{ say('brand') }} dengan judul “{{ headline }}”. Klik"
        " untuk"
        " baca: {{ url }}</p>",
        "end",
    ),
    "disclaimer": (
        "A disclaimer for investors closes the text.",
        "<p><em>Disclaimer: Keputusan investasi sepenuhnya di tangan pembaca. Redaksi tidak"
        " bertanggung jawab atas kerugian yang timbul.</em></p>",
        "end",
    ),
    "sponsor-disclosed": (
        "A line above the text says who paid.",
        "<p><i>Artikel ini terselenggara atas kerja sama redaksi dengan mitra.</i></p>",
        "start",
    ),
    "log-of-updates": (
        "A line above the text says what was changed when.",
        "<p><small>Pembaruan {{ number(8, 20) }}.30 WIB: judul dan paragraf kedua diperbaiki."
        "</small></p>",
        "start",
    ),
    "numbers-to-call": (
        "Readers are asked for their stories by messenger.",
        "<p>Punya informasi kejadian di sekitar Anda? Kirim ke WhatsApp redaksi 0812-{{"
        " number(1000,"
        " 9999) }}-{{ number(1000, 9999) }}.</p>",
        "end",
    ),
    "next-page-line": (
        "A line announces the next page, though all is on this one.",
        "<p><b>Halaman selanjutnya: {{ say('headlines') }}</b></p>",
        "end",
    ),
    "watch-line": (
        "A line urges to watch a video of the same matter.",
        "<p><strong>TONTON VIDEO: {{ say('headlines') }}</strong></p>",
        "between",
    ),
}  # fmt: skip


def _line(html: str, place: str) -> Change:
    def change(subject: Subject) -> bytes | None:
        (line,) = subject.elements(html)
        return subject.page() if put(subject, place, line) else None

    return change


for _name, (_why, _html, _place) in _LINES.items():
    add("foreign", f"{_name}-{_place}", _why, _line(_html, _place))


@kind("The next article is appended behind a rule, without its headline.")
def next_article_behind_a_rule(subject: Subject) -> bytes:
    html = "<div><hr>{% for p in another().paragraphs %}<p>{{ p }}</p>{% endfor %}</div>"
    (box,) = subject.elements(html)
    for part in list(box):
        subject.text.append(part)
    return subject.page()


@kind("Lines for screen readers stand in the gaps; a style sheet elsewhere hides them.")
def lines_for_screen_readers(subject: Subject) -> bytes | None:
    found = tree.gaps(subject.text)
    named = subject.rng.choice(("sr-only", "visually-hidden", "screen-reader-text"))
    for gap in found[:4]:
        html = f"<span class='{named}'>{{{{ pick(['Iklan dimulai', 'Lewati iklan']) }}}}</span>"
        tree.insert_after(gap, subject.elements(html)[0])
    return subject.page() if found else None


@kind("Words without size or colour feed search engines.")
def words_without_size(subject: Subject) -> bytes | None:
    style = subject.rng.choice(
        ("font-size:0", "position:absolute;left:-9999px", "opacity:0;height:0;overflow:hidden")
    )
    html = f"<div style='{style}'><p>{{{{ say('headlines') }}}} {{{{ say('teasers') }}}}</p></div>"
    (box,) = subject.elements(html)
    return subject.page() if put(subject, "between", box) else None


@kind("Decoys against copying: a style sheet of the page hides their class.")
def decoys_that_a_style_sheet_hides(subject: Subject) -> bytes | None:
    found = tree.gaps(subject.text)
    code = f"x{subject.name.code(6)}"
    style = subject.body.makeelement("style")
    style.text = f".{code}{{display:none}}"
    subject.root[0].append(style)
    for gap in found[:3]:
        html = f"<p class='{code}'>{{{{ another().paragraphs[0] }}}}</p>"
        tree.insert_after(gap, subject.elements(html)[0])
    return subject.page() if found else None


@kind("Two boxes of widgets touch each other in the same gap.")
def two_boxes_in_one_gap(subject: Subject) -> bytes | None:
    gap = subject.gap()
    if gap is None:
        return None
    boxes = [b for b in table("boxes").values() if "between" in b["places"]]
    for entry in subject.rng.sample(boxes, 2):
        tree.insert_after(gap, subject.elements(entry["box"])[0])
    return subject.page()
