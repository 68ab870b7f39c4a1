"""Changes after which the text is in JSON-LD or in markup that no script has shown yet."""

from collections.abc import Callable
from functools import partial

from tests.changes import tree
from tests.changes.kinds.gone.carried import as_html, as_json, emptied, script
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "gone")


def _json_ld(subject: Subject, separator: str) -> bytes:
    record = subject.facts.record
    subject.drop_json_ld()
    block = {
        "@context": "https://schema.org",
        "@type": subject.rng.choice(("NewsArticle", "Article", "ReportageNewsArticle")),
        "headline": subject.facts.headline,
        "datePublished": record["date_published"],
        "articleBody": separator.join(map(str, subject.lines(markup=False))),
    }
    emptied(subject)
    script(subject, as_json(block), type="application/ld+json")
    return subject.page()


@kind("Search engines get the text in JSON-LD, readers after a script.", Whereabouts.CARRIED)
def json_ld_article_body(subject: Subject) -> bytes:
    return _json_ld(subject, "\n\n")


@kind("JSON-LD holds the text in one line, paragraphs parted by spaces.", Whereabouts.CARRIED)
def json_ld_in_one_line(subject: Subject) -> bytes:
    return _json_ld(subject, " ")


@kind("JSON-LD holds the text with single line ends.", Whereabouts.CARRIED)
def json_ld_single_line_ends(subject: Subject) -> bytes:
    return _json_ld(subject, subject.rng.choice(("\n", "\r\n")))


def _wrapped(subject: Subject, wrapper: Callable[[str], str]) -> bytes:
    html = wrapper(as_html(subject))
    box = subject.elements('<div class="{{ name("body") }}"></div>')[0]
    box.extend(tree.fragment(html))
    tree.replace(subject.text, [box])
    return subject.page()


@kind("Lazy rendering keeps the text in <noscript>.", Whereabouts.CARRIED)
def noscript(subject: Subject) -> bytes:
    return _wrapped(subject, lambda html: f"<noscript>{html}</noscript>")


@kind("A script moves the text out of a <template>.", Whereabouts.CARRIED)
def template(subject: Subject) -> bytes:
    return _wrapped(subject, lambda html: f'<template id="isi">{html}</template>')


@kind("Declarative shadow DOM: a browser shows the template's text.", Whereabouts.CARRIED)
def shadow_root(subject: Subject) -> bytes:
    def wrapper(html: str) -> str:
        style = "<style>p{line-height:1.7}</style>"
        return f'<x-isi><template shadowrootmode="open">{style}{html}</template></x-isi>'

    return _wrapped(subject, wrapper)
