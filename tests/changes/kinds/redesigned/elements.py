"""Texts in elements that are seldom theirs: form parts, footers, tables of lines, choices."""

import re
from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.kinds.redesigned.formats import HEAD, LINES
from tests.changes.kinds.redesigned.themes import dress
from tests.changes.subject import Subject

kind = partial(kind_of, "redesigned")

_COLUMNS: Final = {
    "text-in-a-fieldset": (
        "A builder of forms has the story in a field set with a legend.",
        f"<form>{HEAD}<fieldset><legend>Isi berita</legend>{LINES}</fieldset></form>",
    ),
    "text-in-the-footer-of-the-article": (
        "The article's <footer> has the text, its <header> the headline.",
        f"<article><header>{HEAD}</header><footer>{LINES}</footer></article>",
    ),
    "slots-of-a-custom-element": (
        "A custom element has slots for headline, date and body.",
        "<berita-utuh><h1 slot='judul'>{{ headline }}</h1><span slot='tanggal'>{{ raw }}</span>"
        f"<div slot='isi'>{LINES}</div></berita-utuh>",
    ),
    "rules-between-the-paragraphs": (
        "Rules part the paragraphs, which stand right in <main>.",
        f"<main>{HEAD}{{% for p in lines %}}<hr><p>{{{{ p }}}}</p>{{% endfor %}}</main>",
    ),
    "elements-numbered": (
        "A builder numbers every element and names none.",
        "<section id='el-{{ number(100, 999) }}'><h1 id='el-7-{{ code(3) }}'>{{ headline }}</h1>"
        "<div id='el-8-{{ code(3) }}'>{{ raw }}</div>{% for p in lines %}<div id='el-9-"
        "{{ loop.index }}'><div id='txt-{{ loop.index }}'>{{ p }}</div></div>{% endfor"
        " %}</section>",
    ),
    "rows-of-text-and-picture": (
        "Rows of a grid have a paragraph and a picture each, by turns.",
        f"<div>{HEAD}{{% for p in lines %}}<div class='row'><div class='col-md-7'>{{{{ p }}}}</div>"
        "<div class='col-md-5'><img src='/g{{ loop.index }}.jpg' alt=''></div></div>{% endfor %}"
        "</div>",
    ),
    "columns-of-a-table": (
        "A table sets the text in two columns, as on paper.",
        f"<div>{HEAD}<table><tr><td width='50%'>{{% for p in lines[: lines | length // 2] %}}<p>"
        "{{ p }}</p>{% endfor %}</td><td width='50%'>{% for p in lines[lines | length // 2 :] %}<p>"
        "{{ p }}</p>{% endfor %}</td></tr></table></div>",
    ),
    "numbers-of-lines": (
        "A table numbers the paragraphs, as of laws.",
        f"<div>{HEAD}<table>{{% for p in lines %}}<tr><td class='no'>{{{{ loop.index }}}}</td><td>"
        "{{ p }}</td></tr>{% endfor %}</table></div>",
    ),
    "rest-in-a-collapse": (
        "A framework's collapse has the rest behind a button; a tap shows it.",
        f"<div>{HEAD}<p>{{{{ lines[0] }}}}</p><button data-bs-toggle='collapse'>Baca selengkapnya"
        "</button><div class='collapse' id='sisa'>{% for p in lines[1:] %}<p>{{ p }}</p>{%"
        " endfor %}"
        "</div></div>",
    ),
    "place-and-date-in-the-first-paragraph": (
        "A new theme prints byline and date as the first paragraph of the text.",
        "<section class='{{ name('article') }}'><h1>{{ headline }}</h1><div class='{{ name('body')"
        " }}'><p>Oleh {{ author }}, {{ raw }}</p>" + LINES + "</div></section>",
    ),
    "wiki": (
        "A wiki's skin: headings with links to edit, the text below.",
        "<div id='content' class='mw-body'><h1 id='firstHeading'>{{ headline }}</h1><div"
        " id='siteSub'>Dari ensiklopedia bebas</div><div class='mw-parser-output'><p><i>{{ raw }}"
        "</i></p>" + LINES + "</div><div class='printfooter'>Diperoleh dari <a href='{{ url }}'>"
        "{{ url }}</a></div></div>",
    ),
}  # fmt: skip


def _dressed(column: str) -> Change:
    def change(subject: Subject) -> bytes:
        dress(subject, column)
        return subject.page()

    return change


for _name, (_why, _column) in _COLUMNS.items():
    add("redesigned", _name, _why, _dressed(_column), Whereabouts.VISIBLE)


def _broken(line: str, width: int) -> list[str]:
    """Return a line cut at blanks, as a printer would cut it."""
    return re.findall(rf".{{1,{width}}}(?:\s|$)", line)


@kind("The text comes from the printed paper, each printed line with its break.")
def lines_of_the_printed_paper(subject: Subject) -> bytes:
    parted = [_broken(str(line), 46) for line in subject.lines(markup=False)]
    html = "<div>{% for p in t %}{% for l in p %}{{ l }}<br>{% endfor %}<br>{% endfor %}</div>"
    (box,) = subject.elements(html, t=parted)
    box.set("class", subject.name("body"))
    tree.replace(subject.text, [box])
    return subject.page()


@kind("Each printed line is a paragraph; an empty one parts those of the text.")
def lines_of_the_printed_paper_as_paragraphs(subject: Subject) -> bytes:
    parted = [_broken(str(line), 58) for line in subject.lines(markup=False)]
    html = "{% for p in t %}{% for l in p %}<p>{{ l }}</p>{% endfor %}<p>&nbsp;</p>{% endfor %}"
    tree.fill(subject.text, subject.elements(html, t=parted))
    return subject.page()


@kind("A wire's text is preformatted, its lines broken at a width.")
def lines_of_a_wire(subject: Subject) -> bytes:
    parted = ["\n".join(_broken(str(line), 68)) for line in subject.lines(markup=False)]
    (box,) = subject.elements("<pre>{{ t }}</pre>", t="\n\n".join(parted))
    tree.replace(subject.text, [box])
    return subject.page()


@kind("An editor sets hard spaces between all words.")
def hard_spaces_everywhere(subject: Subject) -> bytes:
    lines = [str(line).replace(" ", "\xa0") for line in subject.lines(markup=False)]
    tree.fill(subject.text, subject.elements("{% for p in t %}<p>{{ p }}</p>{% endfor %}", t=lines))
    return subject.page()
