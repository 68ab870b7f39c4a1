"""Changes that leave the lead of an article, or hide the rest of it."""

from functools import partial

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject
from tests.changes.wording import table

kind = partial(kind_of, "gone")


def _teaser(subject: Subject, after: str) -> bytes | None:
    lines = subject.lines()
    if len(subject.facts.paragraphs) < 3:
        return None
    html = f'<div class="{{{{ name("body") }}}}"><p>{{{{ lead }}}}</p></div>{after}'
    tree.fill(subject.text, subject.elements(html, lead=lines[0]))
    return subject.page()


@kind("Metered articles show the first paragraph and an offer.", Whereabouts.CUT)
def teaser_and_paywall(subject: Subject) -> bytes | None:
    offer = table("notices")["paywall"]
    notice = subject.rng.choice(offer["texts"])
    return _teaser(subject, offer["box"].replace("{{ notice }}", notice))


@kind("The first paragraph, then a button to the rest.", Whereabouts.CUT)
def teaser_and_button(subject: Subject) -> bytes | None:
    return _teaser(subject, '<p><a href="{{ url }}">{{ say("more") }}</a></p>')


@kind("The opening fades out, with nothing that says so in words.", Whereabouts.CUT)
def teaser_alone(subject: Subject) -> bytes | None:
    return _teaser(subject, '<div class="{{ name("fade") }}"></div>')


@kind("Only the description is printed where the text was.", Whereabouts.CUT)
def description_only(subject: Subject) -> bytes | None:
    if not subject.facts.record["description"] or len(subject.facts.paragraphs) < 3:
        return None
    tree.fill(subject.text, subject.elements("<p>{{ description }}</p>"))
    return subject.page()


@kind("The lead is visible, the rest of the text hidden until one pays.", Whereabouts.BURIED)
def rest_hidden_by_style(subject: Subject) -> bytes | None:
    lines = subject.lines()
    if len(lines) < 4:
        return None
    html = (
        "<p>{{ shown[0] }}</p><div class='{{ name('box') }}'><p>{{ offer }}</p></div>"
        "<div style='display:none'>{% for p in shown[1:] %}<p>{{ p }}</p>{% endfor %}</div>"
    )
    offer = subject.rng.choice(table("notices")["paywall"]["texts"])
    tree.fill(subject.text, subject.elements(html, shown=lines, offer=offer))
    return subject.page()


@kind("Excerpts of a fixed length end in the middle of a sentence.", Whereabouts.CUT)
def excerpt_with_dots(subject: Subject) -> bytes | None:
    words = " ".join(subject.facts.paragraphs).split()
    if len(words) < 40:
        return None
    cut = " ".join(words[: max(20, len(words) // 3)]) + subject.rng.choice(("…", "...", " [...]"))
    tree.fill(subject.text, subject.elements("<p>{{ cut }}</p>", cut=cut))
    return subject.page()


@kind("Schema.org says that the article is not free, the page shows its lead.", Whereabouts.CUT)
def not_accessible_for_free(subject: Subject) -> bytes | None:
    block = (
        '<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",'
        '"isAccessibleForFree":false,"hasPart":{"@type":"WebPageElement","isAccessibleForFree":'
        'false,"cssSelector":".premium"}}</script>'
    )
    subject.body.extend(tree.fragment(block))
    return _teaser(subject, '<div class="premium"></div>')
