"""Texts set in elements of another meaning, cut into other paragraphs, or renamed by rule."""

import re
from functools import partial

from tests.changes import tree
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "redesigned")
_SENTENCE_END = re.compile(r"(?<=[a-z]{3}[.!?])\s+(?=[A-Z])")


def _set(subject: Subject, template: str, **more: object) -> bytes:
    """Put what a template draws in the place of the text's box."""
    tree.replace(subject.text, subject.elements(template, **more))
    return subject.page()


def _names(subject: Subject, rename: str) -> bytes:
    """Rename every class and id by a pattern."""
    for element in subject.body.iter():
        for attribute in {"class", "id"}.intersection(element.attrib):
            names = str(element.get(attribute)).split()
            element.set(attribute, " ".join(rename.format(name) for name in names))
    return subject.page()


@kind("A photo story: each paragraph is the caption of a picture.")
def paragraphs_as_captions(subject: Subject) -> bytes:
    return _set(
        subject,
        '<div class="{{ name("body") }}">{% for p in lines %}<figure><img src="/f{{ loop.index }}'
        '.jpg" alt=""><figcaption>{{ p }}</figcaption></figure>{% endfor %}</div>',
    )


@kind("A theme has its side list in <main> and the text in <aside>.")
def text_in_an_aside(subject: Subject) -> bytes:
    return _set(
        subject,
        '<main><ul>{% for n in range(4) %}<li><a href="/{{ n }}">{{ say("headlines") }}</a></li>'
        '{% endfor %}</ul></main><aside class="{{ name("body") }}">{% for p in lines %}'
        "<p>{{ p }}</p>{% endfor %}</aside>",
    )


@kind("A theme puts the text within the article's <header>.")
def text_in_the_header_element(subject: Subject) -> bytes:
    return _set(
        subject,
        '<article><header class="{{ name("article") }}">{% for p in lines %}<p>{{ p }}</p>'
        "{% endfor %}</header></article>",
    )


@kind("The story is told in bubbles, as in a chat.")
def paragraphs_in_bubbles(subject: Subject) -> bytes:
    return _set(
        subject,
        '<div class="{{ name("list") }}" role="log">{% for p in lines %}<div class="{{ name("box") '
        '}}" role="listitem"><div><span>{{ p }}</span></div></div>{% endfor %}</div>',
    )


@kind("Each sentence is a paragraph, for phones.")
def sentences_as_paragraphs(subject: Subject) -> bytes:
    lines = [part for line in subject.lines(markup=False) for part in _SENTENCE_END.split(line)]
    return _set(
        subject,
        '<div class="{{ name("body") }}">{% for p in lines %}<p>{{ p }}</p>{% endfor %}</div>',
        lines=lines,
    )


@kind("An import has lost the paragraphs: the text is one.")
def text_in_one_paragraph(subject: Subject) -> bytes:
    return _set(subject, '<div class="{{ name("body") }}"><p>{{ lines | join(" ") }}</p></div>')


@kind("Each paragraph has a mark that links to itself.")
def marks_of_paragraphs(subject: Subject) -> bytes:
    return _set(
        subject,
        '<div class="{{ name("body") }}">{% for p in lines %}<p id="p{{ loop.index }}">{{ p }} '
        '<a href="#p{{ loop.index }}">¶</a></p>{% endfor %}</div>',
    )


@kind("The words that a reader searched for are marked.")
def words_marked(subject: Subject) -> bytes:
    words = set(re.findall(r"\w{4,}", subject.facts.headline))
    pattern = re.compile(rf"\b({'|'.join(sorted(words)) or 'yang'})\b", re.IGNORECASE)
    lines = [pattern.split(str(line)) for line in subject.lines(markup=False)]
    return _set(
        subject,
        '<div class="{{ name("body") }}">{% for parts in lines %}<p>{% for part in parts %}'
        "{% if loop.index is odd %}{{ part }}{% else %}<mark>{{ part }}</mark>{% endif %}"
        "{% endfor %}</p>{% endfor %}</div>",
        lines=lines,
    )


@kind("The text is set in <font> and <center>, as twenty years ago.")
def set_in_fonts(subject: Subject) -> bytes:
    return _set(
        subject,
        '<center><font face="Verdana" size="2">{% for p in lines %}<font color="#222">{{ p }}'
        "</font><br><br>{% endfor %}</font></center>",
    )


@kind("Cards to swipe: each paragraph under its number.")
def numbered_cards(subject: Subject) -> bytes:
    return _set(
        subject,
        '<div class="{{ name("list") }}">{% for p in lines %}<section class="{{ name("box") }}">'
        "<h6>{{ loop.index }}/{{ loop.length }}</h6><p>{{ p }}</p></section>{% endfor %}</div>",
    )


@kind("A build appends its hash to every name.")
def names_with_an_ending(subject: Subject) -> bytes:
    return _names(subject, "{}_" + subject.name.code(5))


@kind("A design system sets its prefix before every name.")
def names_with_a_prefix(subject: Subject) -> bytes:
    return _names(subject, subject.rng.choice(("tw-", "sn__", "legacy-", "x")) + "{}")


@kind("Names moved into data attributes.")
def names_in_data_attributes(subject: Subject) -> bytes:
    for element in subject.body.iter():
        for attribute in {"class", "id"}.intersection(element.attrib):
            element.set(f"data-{attribute}", str(element.attrib.pop(attribute)))
    return subject.page()
