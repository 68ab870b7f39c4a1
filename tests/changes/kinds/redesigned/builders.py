"""Changes by builders of pages: grids, steps, slots, chapters, and names that mean other boxes."""

from typing import Final

from tests.changes import tree
from tests.changes.kinds.kind import add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.kinds.redesigned.formats import HEAD, LINES
from tests.changes.kinds.redesigned.themes import dress
from tests.changes.subject import Subject

_COLUMNS: Final = {
    "rows-of-a-grid": (
        "Each paragraph is a row of a grid, placed by its style.",
        f"<div style='display:grid'>{HEAD}{{% for p in lines %}}<div style='grid-row:"
        "{{ loop.index + 2 }}'>{{ p }}</div>{% endfor %}</div>",
    ),
    "chapters-closed-but-the-first": (
        "Chapters of some paragraphs fold; the first is open.",
        f"<article>{HEAD}{{% for part in lines | batch(3) %}}<details{{% if loop.first %}} open"
        "{% endif %}><summary>{{ pick(['Latar belakang', 'Kronologi', 'Tanggapan', 'Apa"
        " selanjutnya']) }}</summary>{% for p in part %}<p>{{ p }}</p>{% endfor %}</details>"
        "{% endfor %}</article>",
    ),
    "steps-of-a-scrolled-story": (
        "A story that is told by scrolling has its paragraphs in steps.",
        f"<main>{HEAD}<div class='scrolly'><div class='sticky'><figure></figure></div>{{% for p in"
        " lines %}<div class='step' data-step='{{ loop.index }}'><div class='{{ name('card')"
        " }}'><p>"
        "{{ p }}</p></div></div>{% endfor %}</div></main>",
    ),
    "slots-of-an-element": (
        "A custom element takes headline, date and text by slots.",
        "<news-article><h1 slot='headline'>{{ headline }}</h1><span slot='date'>{{ raw }}</span>"
        "{% for p in lines %}<p slot='body'>{{ p }}</p>{% endfor %}</news-article>",
    ),
    "site-header-in-the-article": (
        "Logo, menu and search stand within the article's element.",
        "<article><header><a href='/'>{{ say('brand') }}</a><ul><li><a href='/n'>Nasional</a></li>"
        "<li><a href='/e'>Ekonomi</a></li><li><a href='/o'>Olahraga</a></li></ul><form><input>"
        f"<button>Cari</button></form></header>{HEAD}{LINES}<footer>{{{{ say('legal') }}}}</footer>"
        "</article>",
    ),
    "divi": (
        "Divi: sections, rows and modules with numbered names.",
        "<div class='et_pb_section et_pb_section_0_tb_body'><div class='et_pb_row et_pb_row_0'><div"
        " class='et_pb_module et_pb_post_title'><h1 class='entry-title'>{{ headline }}</h1><p"
        " class='et_pb_title_meta_container'>oleh {{ author }} | <span class='published'>{{ raw }}"
        "</span></p></div></div><div class='et_pb_row et_pb_row_1'><div class='et_pb_module"
        f" et_pb_post_content'>{LINES}</div></div></div>",
    ),
    "medium-like": (
        "A writer's platform: sections of graphs with numbered names.",
        "<article><section class='section section--body'><div class='section-content'><h1"
        " class='graf graf--title' name='{{ code(4) }}'>{{ headline }}</h1><div>{{ author }} ·"
        " <span>"
        "{{ raw }}</span></div>{% for p in lines %}<p name='{{ code(4) }}' class='graf graf--p"
        " graf-after--p'>{{ p }}</p>{% endfor %}</div></section></article>",
    ),
    "blocks-of-a-notebook": (
        "A notebook's blocks: four boxes around each paragraph, text in a leaf.",
        "<div class='page'>"
        f"{HEAD}{{% for p in lines %}}<div data-block-id='{{{{ code(8) }}}}'><div><div><div"
        " class='leaf' contenteditable='false'>{{ p }}</div></div></div></div>{% endfor %}</div>",
    ),
    "elements-in-turn": (
        "Editors of several years left paragraphs, boxes and sections in turn.",
        f"<article>{HEAD}<div class='{{{{ name('body') }}}}'>{{% for p in lines %}}{{% set t ="
        f" ['p',"
        " 'div', 'section', 'p', 'span'][loop.index0 % 5] %}<{{ t }}>{{ p }}</{{ t }}>{% if t =="
        " 'span' %}<br>{% endif %}{% endfor %}</div></article>",
    ),
    "lists-in-main-text-in-aside": (
        "A theme has the text in an <aside>, side lists in <main>.",
        "<div class='{{ name('article') }}'><aside class='{{ name('body') }}'>"
        f"{HEAD}{LINES}</aside><main>{{% for n in range(4) %}}<div><a href='/x{{{{ n }}}}'>"
        "{{ say('headlines') }}</a></div>{% endfor %}</main></div>",
    ),
    "two-cells-as-columns": (
        "A table's two cells are the columns of a printed page.",
        f"<article>{HEAD}<table><tr><td valign='top'>{{% for p in lines[:(lines | length + 1) //"
        f" 2] %}}"
        "<p>{{ p }}</p>{% endfor %}</td><td valign='top'>{% for p in lines[(lines | length + 1)"
        " // 2:]"
        " %}<p>{{ p }}</p>{% endfor %}</td></tr></table></article>",
    ),
    "fieldset-with-legend": (
        "A form's fieldset frames the story, the headline is its legend.",
        "<fieldset><legend><h1>{{ headline }}</h1></legend><label>{{ raw }}</label><div>"
        f"{LINES}</div></fieldset>",
    ),
}  # fmt: skip
for _name, (_why, _html) in _COLUMNS.items():

    def _dressed(subject: Subject, html: str = _html) -> bytes:
        dress(subject, html)
        return subject.page()

    add("redesigned", _name, _why, _dressed)


def _taken(subject: Subject, html: str) -> bytes:
    """Give the old name of the text's box to another box, and the text one of its own."""
    (other,) = subject.elements(f"<div>{html}</div>")
    for attribute in ("class", "id"):
        if attribute in subject.text.attrib:
            other.set(attribute, subject.text.attrib.pop(attribute))
    other.tag = subject.text.tag
    subject.text.tag = "div"
    subject.text.set("class", subject.name("body"))
    if subject.rng.random() < 0.5:
        tree.insert_after(subject.text, other)
    else:
        tree.insert_before(subject.text, other)
    return subject.page()


@kind_of("redesigned", "The text's old name now means the comments.")
def old_name_means_comments(subject: Subject) -> bytes:
    html = "{% for n in range(4) %}<p><b>{{ say('nick') }}</b> {{ say('comment') }}</p>{% endfor %}"
    return _taken(subject, html)


@kind_of("redesigned", "The text's old name now means a list of stories with their openings.")
def old_name_means_other_stories(subject: Subject) -> bytes:
    html = (
        "{% for n in range(3) %}<h3><a href='/o{{ n }}'>{{ say('headlines') }}</a></h3><p>"
        "{{ say('teasers') }}</p>{% endfor %}"
    )
    return _taken(subject, html)


@kind_of("redesigned", "The text's old name now means the author's box.")
def old_name_means_the_author(subject: Subject) -> bytes:
    return _taken(subject, "<h4>{{ author }}</h4><p>{{ author }} {{ say('bio') }}</p>")
