"""Changes of names: what named the text names another box, or the text has a misleading name."""

from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "redesigned")

_KNOWN: Final = (
    "detail-desc", "content", "desc-artikel-detail", "article", "entry-content", "article-body",
    "article-content", "post-content", "news-content", "detail-content", "read-content",
    "isi-berita",
)  # fmt: skip
"""Names that many sites have for an article's text, this one among them."""


def _reused(subject: Subject, box: str, place: str) -> bytes:
    """Give the text's names to another box."""
    names = {key: subject.text.get(key) for key in ("class", "id") if subject.text.get(key)}
    tree.strip(subject.text, "id")
    subject.text.set("class", subject.name("body"))
    (other,) = subject.elements(box)
    for key, value in names.items():
        other.set(key, str(value))
    if place == "before":
        tree.insert_before(subject.text, other)
    else:
        tree.insert_after(subject.text, other)
    return subject.page()


@kind("The text's name now means the summary above it.")
def name_reused_for_the_summary(subject: Subject) -> bytes:
    return _reused(subject, "<div><p>{{ description or say('teasers') }}</p></div>", "before")


@kind("The text's name now means the box of recommended stories.")
def name_reused_for_related(subject: Subject) -> bytes:
    box = (
        "<div><h4>{{ say('related') }}</h4>{% for n in range(4) %}<p><a href='/n{{ n }}'>"
        "{{ say('headlines') }}</a></p><p>{{ say('teasers') }}</p>{% endfor %}</div>"
    )
    return _reused(subject, box, "after")


@kind("The text's name now means the newsletter box.")
def name_reused_for_newsletter(subject: Subject) -> bytes:
    box = "<div><h4>Buletin Pagi</h4><p>{{ say('follow') }}</p><p>{{ say('sponsor') }}</p></div>"
    return _reused(subject, box, subject.rng.choice(("before", "after")))


@kind("The text's name now means the whole page.")
def name_reused_for_the_page(subject: Subject) -> bytes:
    names = {key: subject.text.get(key) for key in ("class", "id") if subject.text.get(key)}
    tree.strip(subject.text, "id")
    subject.text.set("class", subject.name("body"))
    for key, value in names.items():
        subject.body.set(key, str(value))
    return subject.page()


@kind("The caption has the text's name, the text the caption's.")
def names_swapped(subject: Subject) -> bytes | None:
    caption = tree.first(subject.root, ".detail-caption-img, figcaption, .caption")
    if caption is None:
        return None
    old = {key: subject.text.get(key) for key in ("class", "id")}
    for element, names in ((subject.text, {"class": caption.get("class")}), (caption, old)):
        tree.strip(element, "id")
        for key, value in names.items():
            if value:
                element.set(key, value)
    return subject.page()


def _named(subject: Subject, box: tree.Element) -> None:
    """Give a box a name that elsewhere means an article's text."""
    name = subject.rng.choice(_KNOWN)
    box.set("class", f"{name} {subject.name('box')}")
    if subject.rng.random() < 0.4:
        box.set("id", name)


def _unnamed(subject: Subject) -> None:
    """Take the known name off the text."""
    tree.strip(subject.text, "id", "itemprop")
    subject.text.set("class", subject.name("body"))


@kind("A well-known name of text boxes is the page's wrapper, as WordPress's old #content.")
def known_name_on_the_wrapper(subject: Subject) -> bytes:
    _unnamed(subject)
    (wrapper,) = subject.elements("<div></div>")
    _named(subject, wrapper)
    wrapper.extend(list(subject.body))
    subject.body.append(wrapper)
    return subject.page()


@kind("A well-known name of text boxes is on the column with headline, date and text.")
def known_name_on_the_column(subject: Subject) -> bytes | None:
    if subject.column.tag == "body":
        return None
    _unnamed(subject)
    _named(subject, subject.column)
    return subject.page()


@kind("Cards of a side list before the article are named as text boxes are elsewhere.")
def known_name_on_cards(subject: Subject) -> bytes:
    _unnamed(subject)
    box = (
        '<div>{% for n in range(number(3, 6)) %}<div class="card"><a href="/c{{ n }}">'
        '{{ say("headlines") }}</a><p>{{ say("teasers") }}</p></div>{% endfor %}</div>'
    )
    (cards,) = subject.elements(box)
    for card in cards:
        _named(subject, card)
    tree.insert_before(subject.column if subject.column.tag != "body" else subject.text, cards)
    return subject.page()


@kind("The comment box below is named as text boxes are elsewhere.")
def known_name_on_comments(subject: Subject) -> bytes:
    _unnamed(subject)
    box = (
        '<div>{% for n in range(4) %}<div><b>{{ say("nick") }}</b><p>{{ say("comment") }}</p></div>'
        "{% endfor %}</div>"
    )
    (comments,) = subject.elements(box)
    _named(subject, comments)
    tree.insert_after(subject.text, comments)
    return subject.page()


@kind("The site's description in the footer is named as text boxes are elsewhere.")
def known_name_on_the_footer(subject: Subject) -> bytes:
    _unnamed(subject)
    (footer,) = subject.elements(
        '<div><p>{{ say("legal") }}</p><p>{{ say("follow") }}</p><p>{{ say("sponsor") }}</p></div>'
    )
    _named(subject, footer)
    subject.body.append(footer)
    return subject.page()


@kind("A notice for readers without scripts is named as text boxes are elsewhere.")
def known_name_on_a_notice(subject: Subject) -> bytes:
    _unnamed(subject)
    (notice,) = subject.elements('<div><p>{{ say("loading") }}</p><p>{{ say("typo") }}</p></div>')
    _named(subject, notice)
    tree.insert_before(subject.text, notice)
    return subject.page()
