"""Changes within the paragraphs that a reader does not see: marks, spans, seams of a framework."""

import re
from functools import partial

from lxml import etree
from markupsafe import Markup, escape

from tests.changes import tree
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "redesigned")
_PARAGRAPHS = "{% for p in shown %}<p>{{ p }}</p>{% endfor %}"


@kind("The server hyphenates: soft hyphens in the long words.")
def soft_hyphens(subject: Subject) -> bytes:
    shown = [re.sub(r"(\w{4})(\w{4,})", "\\1\xad\\2", line) for line in subject.facts.paragraphs]
    tree.fill(subject.text, subject.elements(_PARAGRAPHS, shown=shown))
    return subject.page()


@kind("Places to break a line are marked in the long words.")
def marks_to_break(subject: Subject) -> bytes:
    def marked(line: str) -> Markup:
        mark = subject.rng.choice(("<wbr>", "&#8203;"))
        return Markup(re.sub(r"(\w{6})(\w{4,})", rf"\1{mark}\2", str(escape(line))))

    shown = [marked(line) for line in subject.facts.paragraphs]
    tree.fill(subject.text, subject.elements(_PARAGRAPHS, shown=shown))
    return subject.page()


@kind("A tool that reads aloud has put each word into a span.")
def words_in_spans(subject: Subject) -> bytes:
    shown = [
        Markup(" ").join(Markup("<span data-w='%d'>%s</span>") % (n, word) for n, word in
                         enumerate(line.split()))
        for line in subject.facts.paragraphs
    ]  # fmt: skip
    tree.fill(subject.text, subject.elements(_PARAGRAPHS, shown=shown))
    return subject.page()


@kind("A framework leaves its comments at every seam.")
def seams_of_a_framework(subject: Subject) -> bytes:
    for element in list(subject.body.iter("p", "div", "h1")):
        element.append(etree.Comment("]"))
        element.insert(0, etree.Comment("["))
        element[0].tail, element.text = element.text, None
    return subject.page()


@kind("Prices of shares follow the names of companies, in spans within the sentences.")
def prices_in_the_sentences(subject: Subject) -> bytes:
    def chipped(line: str) -> Markup:
        first, _, rest = line.partition(" ")
        chip = Markup(" <span class='%s'><b>%s</b> <i>▲ 1,%d%%</i></span> ")
        name = "".join(subject.rng.choices("ABCDEFGHIJKLM", k=4))
        return (
            escape(first) + chip % (subject.name("ticker"), name, subject.rng.randint(1, 9)) + rest
        )

    lines = subject.facts.paragraphs
    shown = [chipped(line) if n % 3 == 0 else line for n, line in enumerate(lines)]
    tree.fill(subject.text, subject.elements(_PARAGRAPHS, shown=shown))
    return subject.page()


@kind("Terms have their explanation in a tooltip within the sentence.")
def tooltips_in_the_sentences(subject: Subject) -> bytes:
    def explained(line: str) -> Markup:
        words = line.split(" ")
        tip = Markup("%s<span role='tooltip' class='%s'>%s</span>")
        at = subject.rng.randrange(len(words))
        words[at] = tip % (words[at], subject.name("tooltip"), subject.say("typo"))
        return Markup(" ").join(words)

    lines = subject.facts.paragraphs
    shown = [explained(line) if n % 2 == 0 else line for n, line in enumerate(lines)]
    tree.fill(subject.text, subject.elements(_PARAGRAPHS, shown=shown))
    return subject.page()


@kind("An advertisement splits a paragraph in two.")
def paragraph_split_by_an_advertisement(subject: Subject) -> bytes:
    html = (
        "{% for p in plain %}{% set w = p.split(' ') %}<p>{{ w[:w | length // 2] | join(' ') }}</p>"
        "<div class='{{ name('ad') }}'><span>Iklan</span></div><p>{{ w[w | length // 2:] | join('"
        " ')"
        " }}</p>{% endfor %}"
    )
    tree.fill(subject.text, subject.elements(html))
    return subject.page()


@kind("Two weights of a letter: the opening's words are in spans of capitals by style.")
def opening_in_small_capitals(subject: Subject) -> bytes:
    def capital(line: str) -> Markup:
        words = line.split(" ")
        span = Markup("<span style='font-variant:small-caps'>%s</span> %s")
        return span % (" ".join(words[:3]), " ".join(words[3:]))

    first, *rest = subject.facts.paragraphs
    tree.fill(subject.text, subject.elements(_PARAGRAPHS, shown=[capital(first), *rest]))
    return subject.page()
