"""Changes after which the text comes in part, for a server failed or held it back."""

from functools import partial

from markupsafe import Markup

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")


@kind("The first flash of a story that grew later comes from a cache.", Whereabouts.CUT)
def flash_from_a_cache(subject: Subject) -> bytes | None:
    if len(subject.facts.paragraphs) < 4:
        return None
    html = (
        "<p>{{ plain[0] }}</p><p>Berita ini sedang berkembang dan akan diperbarui.</p>"
        if subject.rng.random() < 0.5
        else "<p>{{ plain[0] }}</p><p><em>Kami masih menghimpun data untuk berita ini.</em></p>"
    )
    tree.fill(subject.text, subject.elements(html))
    return subject.page()


@kind("Every second paragraph is for subscribers.", Whereabouts.CUT)
def every_second_paragraph_withheld(subject: Subject) -> bytes | None:
    if len(subject.facts.paragraphs) < 4:
        return None
    lines = [
        line if n % 2 == 0 else Markup("<i>Bagian ini khusus untuk pelanggan.</i>")
        for n, line in enumerate(subject.lines())
    ]
    html = "{% for p in shown %}<p>{{ p }}</p>{% endfor %}"
    tree.fill(subject.text, subject.elements(html, shown=lines))
    return subject.page()


@kind("The database fails behind the first paragraphs; the page goes on.", Whereabouts.CUT)
def database_fails_in_the_text(subject: Subject) -> bytes | None:
    if len(subject.facts.paragraphs) < 4:
        return None
    html = (
        "<p>{{ plain[0] }}</p><p>{{ plain[1] }}</p><div>SQLSTATE[HY000]: General error: 2006 MySQL"
        " server has gone away (select * from `paragraf` where `artikel_id` = {{ number(9, 99) }})"
        "</div>"
    )
    tree.fill(subject.text, subject.elements(html))
    return subject.page()


@kind("Memory runs out while the text is printed.", Whereabouts.CUT)
def memory_runs_out_in_the_text(subject: Subject) -> bytes | None:
    if len(subject.facts.paragraphs) < 4:
        return None
    mark = subject.text.makeelement("i", {"id": "cut-here"})
    html = "<p>{{ plain[0] }}</p><p>{{ plain[1] }}</p>"
    tree.fill(subject.text, [*subject.elements(html), mark])
    before, _, _ = subject.page().partition(b'<i id="cut-here"></i>')
    return before + (
        b"<br />\n<b>Fatal error</b>:  Allowed memory size of 134217728 bytes exhausted (tried to"
        b" allocate 20480 bytes) in <b>/srv/www/inc/render.php</b> on line <b>418</b><br />\n"
    )
