"""Changes of how a text is set: as entries, rows, headings, links, or as its author typed it."""

from functools import partial

from markupsafe import Markup, escape

from tests.changes import tree
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.kinds.redesigned.themes import dress
from tests.changes.subject import Subject

kind = partial(kind_of, "redesigned")
LINES = "{% for p in lines %}<p>{{ p }}</p>{% endfor %}"
HEAD = (
    "<h1 class='{{ name('headline') }}'>{{ headline }}</h1>"
    "<div class='{{ name('date') }}'>{{ raw }}</div>"
)


def dressed(subject: Subject, body: str) -> bytes:
    """Return the page with an article of the headline, the date line and a body."""
    dress(subject, f"<article>{HEAD}{body}</article>")
    return subject.page()


def _refilled(subject: Subject, html: str, **more: object) -> bytes:
    """Draw the text anew, in its old box or in a new one of another name."""
    tree.fill(subject.text, subject.elements(html, **more))
    if subject.rng.random() < 0.5:
        tree.strip(subject.text, "id")
        subject.text.set("class", subject.name("body"))
    return subject.page()


@kind("A live blog: each paragraph is an entry with its time.")
def entries_of_a_live_blog(subject: Subject) -> bytes:
    entry = (
        "<div class='{{ name('box') }}'>{% for p in lines %}<div class='{{ name('list') }}'><time>"
        "{{ '%02d' % (loop.index0 % 24) }}.{{ number(10, 59) }} WIB</time><p>{{ p }}</p></div>"
        "{% endfor %}</div>"
    )
    return dressed(subject, entry)


@kind("An old editor has set the paragraphs as small headings.")
def paragraphs_as_headings(subject: Subject) -> bytes:
    tag = subject.rng.choice(("h4", "h5", "h6"))
    html = f"{{% for p in lines %}}<{tag}>{{{{ p }}}}</{tag}>{{% endfor %}}"
    return _refilled(subject, html)


@kind("The whole text is one quotation, pasted from a release.")
def text_in_a_quotation(subject: Subject) -> bytes:
    return _refilled(subject, f"<blockquote>{LINES}</blockquote>")


@kind("Each paragraph is a row of a table, with a picture's cell beside it.")
def row_for_each_paragraph(subject: Subject) -> bytes:
    html = (
        "<table><tbody>{% for p in lines %}<tr><td width='20'>&nbsp;</td><td>{{ p }}</td></tr>"
        "{% endfor %}</tbody></table>"
    )
    return _refilled(subject, html)


@kind("Behind the opening the text is folded into <details>.")
def rest_in_closed_details(subject: Subject) -> bytes | None:
    if len(subject.facts.paragraphs) < 3:
        return None
    html = (
        "<p>{{ shown[0] }}</p><details><summary>Selengkapnya</summary>{% for p in shown[1:] %}<p>"
        "{{ p }}</p>{% endfor %}</details>"
    )
    return _refilled(subject, html, shown=subject.lines())


@kind("A box to tick unfolds the rest of the text by style alone.")
def rest_behind_a_tick(subject: Subject) -> bytes | None:
    if len(subject.facts.paragraphs) < 3:
        return None
    html = (
        "<p>{{ shown[0] }}</p><input type='checkbox' id='buka'><label for='buka'>Baca selengkapnya"
        "</label><div class='{{ name('more') }}'>{% for p in shown[1:] %}<p>{{ p }}</p>{% endfor %}"
        "</div>"
    )
    return _refilled(subject, html, shown=subject.lines())


@kind("Each paragraph is a link to itself, to be shared.")
def paragraphs_as_links(subject: Subject) -> bytes:
    html = (
        "{% for p in plain %}<p id='p{{ loop.index }}'><a href='#p{{ loop.index }}'>{{ p }}</a></p>"
        "{% endfor %}"
    )
    return _refilled(subject, html)


@kind("A tool links every other word to a page of its topic.")
def words_linked_everywhere(subject: Subject) -> bytes:
    def linked(paragraph: str) -> Markup:
        words = [
            Markup('<a href="/tag/%s">%s</a>') % (word.strip(".,“”").lower(), word)
            if n % 2
            else word
            for n, word in enumerate(paragraph.split(" "))
        ]
        return Markup(" ").join(words)

    shown = [linked(paragraph) for paragraph in subject.facts.paragraphs]
    return _refilled(subject, "{% for p in shown %}<p>{{ p }}</p>{% endfor %}", shown=shown)


@kind("The whole text is bold.")
def text_all_bold(subject: Subject) -> bytes:
    tag = subject.rng.choice(("b", "strong"))
    html = f"{{% for p in lines %}}<p><{tag}>{{{{ p }}}}</{tag}></p>{{% endfor %}}"
    return _refilled(subject, html)


@kind("Breaks and hard spaces indent each paragraph as a typist would.")
def indented_breaks(subject: Subject) -> bytes:
    html = (
        "<div>{% for p in lines %}{% if not loop.first %}<br>{% endif %}&nbsp;&nbsp;&nbsp;&nbsp;"
        "{{ p }}{% endfor %}</div>"
    )
    return _refilled(subject, html)


@kind("The editor's Markdown was not rendered.")
def markdown_left(subject: Subject) -> bytes:
    lines = [line.replace(" dan ", " **dan** ", 1) for line in subject.facts.paragraphs]
    text = Markup("\n\n").join(escape(line) for line in lines)
    return _refilled(subject, "<div style='white-space:pre-wrap'>{{ text }}</div>", text=text)


@kind("Slots of a paragraph's class carry the advertisements between paragraphs.")
def advertisements_named_as_paragraphs(subject: Subject) -> bytes:
    html = (
        "{% for p in lines %}<div class='paragraf'>{{ p }}</div>{% if loop.index % 2 %}<div"
        " class='paragraf'><ins class='adsbygoogle' data-ad-slot='{{ code(8) }}'></ins></div>"
        "{% endif %}{% endfor %}"
    )
    return _refilled(subject, html)
