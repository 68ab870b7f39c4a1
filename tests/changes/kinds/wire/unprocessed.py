"""Changes by steps that were left out or done twice on the way from the system to the reader."""

import re
from functools import partial

from markupsafe import Markup

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "wire")
_LINES = "{% for p in lines %}<p>{{ p }}</p>{% endfor %}"


@kind("The text's markup was escaped: its tags are words on the page.")
def markup_escaped(subject: Subject) -> bytes:
    tree.fill(subject.text, [], subject.draw(_LINES))
    return subject.page()


@kind("Hard spaces were escaped twice: their names stand between the paragraphs.")
def hard_spaces_escaped_twice(subject: Subject) -> bytes:
    html = "{% for p in lines %}<p>{{ p }}</p><p>&amp;nbsp;</p>{% endfor %}"
    tree.fill(subject.text, subject.elements(html))
    return subject.page()


@kind("Short codes of a plug-in that was removed are left in the text.")
def short_codes_left(subject: Subject) -> bytes | None:
    gap = subject.gap()
    if gap is None:
        return None
    code = subject.rng.choice(
        ('[caption id="attachment_%d" align="alignnone"]', "[baca_juga id=%d]", "[gallery ids=%d]")
    )
    tree.insert_paragraph(gap, code % subject.rng.randint(100, 9999))
    return subject.page()


@kind("A saver has put pictures, fonts and styles into the page itself.")
def resources_inlined(subject: Subject) -> bytes:
    data = "data:image/png;base64," + "iVBORw0KGgo" * 400
    for image in subject.root.iter("img"):
        image.set("src", data)
    style = subject.body.makeelement("style")
    style.text = f"@font-face{{src:url({data})}}" + ".a{color:red}" * 2000
    subject.body.insert(0, style)
    return subject.page()


@kind("A network's advertisement is set behind a paragraph of the text.")
def operator_in_the_text(subject: Subject) -> bytes | None:
    gap = subject.gap()
    if gap is None:
        return None
    html = (
        "<div style='text-align:center'><a href='http://paket.example/{{ code() }}'>{{ say("
        "'sponsor') }}</a></div>"
    )
    tree.insert_after(gap, subject.elements(html)[0])
    return subject.page()


@kind("A filter of the network has blackened words.", Whereabouts.CUT)
def words_blackened(subject: Subject) -> bytes:
    def filtered(line: str) -> str:
        return re.sub(r"\b\w{6,}\b", lambda m: "*" * len(m[0]), line)

    shown = [filtered(line) for line in subject.facts.paragraphs]
    html = "{% for p in shown %}<p>{{ p }}</p>{% endfor %}"
    tree.fill(subject.text, subject.elements(html, shown=shown))
    return subject.page()


@kind("Letters beyond ASCII were lost: question marks stand for them.")
def question_marks(subject: Subject) -> bytes:
    return subject.page().decode().encode("ascii", "replace")


@kind("The order of bytes is marked several times, also within the page.")
def marks_of_byte_order(subject: Subject) -> bytes:
    page = subject.page().replace(b"<body", b"\xef\xbb\xbf<body")
    return b"\xef\xbb\xbf\xef\xbb\xbf" + page


@kind("The text came from an office program with its own names and conditions.")
def office_markup(subject: Subject) -> bytes:
    html = (
        "{% for p in lines %}<p class='MsoNormal'><span lang='IN' style='mso-ansi-language:IN'>"
        "{{ p }}<o:p></o:p></span></p>{% endfor %}"
    )
    parts = subject.elements(html)
    tree.fill(subject.text, parts)
    note = Markup("<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->")
    return subject.page().replace(
        b'<p class="MsoNormal">', note.encode() + b'<p class="MsoNormal">', 1
    )
