"""Matter of others among the paragraphs."""

from functools import partial
from typing import Any

from tests.changes import tree
from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Change, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject
from tests.changes.wording import table

kind = partial(kind_of, "foreign")


def _inserted(entry: dict[str, Any]) -> Change:
    def change(subject: Subject) -> bytes | None:
        if "html" in entry:
            (box,) = subject.elements(entry["html"])
            return subject.page() if put(subject, entry["place"], box) else None
        gap = subject.gap()
        if gap is None:
            return None
        tree.insert_paragraph(gap, subject.draw(entry["line"]))
        return subject.page()

    return change


for _name, _entry in table("tenth_set")["inserted"].items():
    add("foreign", _name, _entry["why"], _inserted(_entry))


@kind("Two paragraphs are links to other stories and nothing else, without a label.")
def links_among_the_paragraphs(subject: Subject) -> bytes | None:
    found = tree.gaps(subject.text)
    for gap in subject.rng.sample(found, min(2, len(found))):
        link = "<p><a href='/read/{{ number(100, 999) }}/kabar'>{{ say('headlines') }}</a></p>"
        tree.insert_after(gap, subject.elements(link)[0])
    return subject.page() if found else None


@kind("A box shows the sentence that most readers have marked.")
def most_marked_sentence(subject: Subject) -> bytes | None:
    box = (
        "<div class='{{ name('quote') }}'><small>Paling banyak ditandai pembaca"
        " ({{ number(12, 900) }})</small><p>{{ pick(plain).split('. ')[0] }}</p></div>"
    )
    return subject.page() if put(subject, "between", subject.elements(box)[0]) else None


@kind("Every edge has a widget: a voice above, a letter between, topics and writer below.")
def widgets_at_every_edge(subject: Subject) -> bytes | None:
    letter = (
        "<div class='{{ name('form') }}'><p>Surat pagi dari meja redaksi, tiba pukul enam, cukup"
        " dibaca lima menit.</p><input type='email'><button>Kirimi saya</button></div>"
    )
    if not put(subject, "between", subject.elements(letter)[0]):
        return None
    voice = (
        "<div class='{{ name('player') }}'><button>Putar</button> Disuarakan oleh mesin ·"
        " {{ number(2, 7) }} menit</div>"
    )
    put(subject, "start", subject.elements(voice)[0])
    below = (
        "<div class='{{ name('tags') }}'>Topik: <a href='/t/a'>pelayanan publik</a> <a"
        " href='/t/b'>daerah</a></div>",
        "<div class='{{ name('author') }}'><b>{{ author }}</b><p>Meliput kota dan warganya sejak"
        " {{ number(2009, 2019) }}, lulusan sastra dari Yogyakarta.</p></div>",
    )
    for html in below:
        put(subject, "end", subject.elements(html)[0])
    return subject.page()
