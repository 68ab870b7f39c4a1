"""Changes after which the text is in the source, in a place that no browser shows."""

import re
from functools import partial

from lxml import etree

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")
_LINES = "{% for p in lines %}<p>{{ p }}</p>{% endfor %}"


@kind("The text is commented out until a script has asked for consent.", Whereabouts.BURIED)
def text_in_a_comment(subject: Subject) -> bytes:
    html = "".join(f"<p>{line}</p>" for line in subject.facts.paragraphs).replace("--", "–")
    (waiting,) = subject.elements("<p>{{ say('loading') }}</p>")
    tree.fill(subject.text, [etree.Comment(html), waiting])
    return subject.page()


@kind("The text is the value of a hidden field.", Whereabouts.BURIED)
def text_in_a_hidden_field(subject: Subject) -> bytes:
    (field, waiting) = subject.elements("<input type='hidden'><p>{{ say('loading') }}</p>")
    field.set("value", "\n".join(subject.facts.paragraphs))
    tree.fill(subject.text, [field, waiting])
    return subject.page()


@kind("The text is in a frame that carries its own document.", Whereabouts.BURIED)
def text_in_a_frame(subject: Subject) -> bytes:
    (frame,) = subject.elements("<iframe></iframe>")
    frame.set("srcdoc", subject.draw(f"<html><body>{_LINES}</body></html>"))
    tree.fill(subject.text, [frame])
    return subject.page()


@kind("The text is a client's template of a script.", Whereabouts.BURIED)
def text_in_a_script_template(subject: Subject) -> bytes:
    script = subject.text.makeelement("script", {"type": "text/x-handlebars-template"})
    script.text = subject.draw(_LINES)
    (waiting,) = subject.elements("<p>{{ say('loading') }}</p>")
    tree.fill(subject.text, [script, waiting])
    return subject.page()


@kind("A font of the site's own draws the letters; the source has private ones.", Whereabouts.GONE)
def private_letters(subject: Subject) -> bytes | None:
    if not re.search("[a-z]", subject.facts.paragraphs[0]):
        return None
    lines = [
        "".join(chr(0xE000 + ord(c) - 97) if "a" <= c <= "z" else c for c in paragraph)
        for paragraph in subject.facts.paragraphs
    ]
    html = "{% for p in shown %}<p>{{ p }}</p>{% endfor %}"
    tree.fill(subject.text, subject.elements(html, shown=lines))
    return subject.page()


@kind("A picture has the text; its alternative text has the opening.", Whereabouts.CUT)
def text_as_a_picture(subject: Subject) -> bytes | None:
    if len(subject.facts.paragraphs) < 2:
        return None
    html = "<img src='/naskah/{{ code() }}.png' alt=\"{{ plain[0] }}\">"
    tree.fill(subject.text, subject.elements(html))
    return subject.page()
