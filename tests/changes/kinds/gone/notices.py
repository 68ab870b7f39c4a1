"""Changes after which the text is not on the page, or only in data that the page carries."""

from functools import partial
from typing import Any, Final

from tests.changes import tree
from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject
from tests.changes.wording import table

kind = partial(kind_of, "gone")
_PAGE: Final = (
    '<header><a href="/">{{ say("brand") }}</a></header>{{ box }}'
    "<footer>Copyright © {{ number(2019, 2026) }}</footer>"
)


def _notice(subject: Subject, entry: dict[str, Any]) -> list[tree.Element]:
    """Draw the box of a notice."""
    pool = entry.get("pool")
    notice = subject.say(pool) if pool else subject.rng.choice(entry["texts"])
    return subject.elements(f"<div>{entry['box']}</div>", notice=notice)


def _in_column(entry: dict[str, Any]) -> Change:
    def change(subject: Subject) -> bytes:
        (box,) = _notice(subject, entry)
        tree.fill(subject.text, list(box), box.text)
        return subject.page()

    return change


def _beside(entry: dict[str, Any]) -> Change:
    def change(subject: Subject) -> bytes:
        (box,) = _notice(subject, entry)
        box.set("class", subject.name("box"))
        tree.replace(subject.text, [box])
        return subject.page()

    return change


def _page(entry: dict[str, Any]) -> Change:
    def change(subject: Subject) -> bytes:
        boxes = _notice(subject, entry)
        if subject.rng.random() < 0.5:  # a whole page of its own, without the article's metas
            title = entry.get("title", "SINDOnews.com")
            empty = f"<html><head><title>{title}</title></head><body></body></html>"
            subject.root = tree.parse(empty)
        body = subject.elements(f"<div>{_PAGE}</div>", box="")
        tree.fill(subject.body, body + boxes)
        return subject.page()

    return change


_PLACES: Final = {"column": _in_column, "beside": _beside, "page": _page}
for _name, _entry in table("notices").items():
    for _place in _entry["places"]:
        _change = _PLACES[_place](_entry)
        add("gone", f"{_name}-{_place}", _entry["why"], _change, Whereabouts.GONE)


@kind("A paywall blurs the text, whose letters are scrambled.", Whereabouts.GONE)
def scrambled_letters(subject: Subject) -> bytes:
    def scrambled(paragraph: str) -> str:
        shift = subject.rng.randint(3, 20)
        turned = (
            chr((ord(c.lower()) - 97 + shift) % 26 + 97) if c.isascii() and c.isalpha() else c
            for c in paragraph
        )
        return "".join(turned)

    lines = [scrambled(paragraph) for paragraph in subject.facts.paragraphs]
    html = '{% for p in shown %}<p class="{{ name("blur") }}">{{ p }}</p>{% endfor %}'
    tree.fill(subject.text, subject.elements(html, shown=lines))
    return subject.page()


@kind("A picture of the text, or only a gallery with captions, is left.", Whereabouts.GONE)
def captions_only(subject: Subject) -> bytes:
    rows = (
        "{% for n in range(number(1, 5)) %}<div><img src='/g{{ n }}.jpg' alt=''>"
        "<p>{{ say('caption') }}</p></div>{% endfor %}"
    )
    tree.fill(subject.text, subject.elements(rows))
    return subject.page()


@kind("The address answers with the section's front page.", Whereabouts.GONE)
def front_page_instead(subject: Subject) -> bytes:
    page = (
        "<header><a href='/'>{{ say('brand') }}</a></header><h1>{{ say('section') }}</h1>"
        "<main>{% for n in range(12) %}<article><h2><a href='/f{{ n }}'>{{ say('headlines') }}</a>"
        "</h2><time>{{ say('olddate') }}</time><p>{{ say('teasers') }}</p></article>{% endfor %}"
        "</main>"
    )
    if subject.rng.random() < 0.5:  # the old head stays, as a cache by address may have it
        subject.root[0].clear()
    tree.fill(subject.body, subject.elements(page))
    return subject.page()


@kind("Several notices stand in the column: share line, paywall, related list.", Whereabouts.GONE)
def several_notices(subject: Subject) -> bytes:
    html = (
        "<p>{{ say('share') }}</p><p>{{ say('loading') }}</p><div class='{{ name('box') }}'><h4>"
        "{{ say('related') }}</h4>{% for n in range(3) %}<p>{{ say('headlines') }}</p>{% endfor %}"
        "</div><p>{{ say('follow') }}</p><p>{{ say('legal') }}</p>"
    )
    tree.fill(subject.text, subject.elements(html))
    return subject.page()


@kind("The site's own description fills the text's place.", Whereabouts.GONE)
def about_the_site_instead(subject: Subject) -> bytes:
    html = (
        "<p>{{ say('brand') }} adalah media daring yang menyajikan kabar terkini dari seluruh"
        " Indonesia sejak 2012, dengan redaksi di Jakarta dan perwakilan di dua belas provinsi."
        "</p><p>{{ say('legal') }}</p><p>{{ say('follow') }}</p>"
    )
    tree.fill(subject.text, subject.elements(html))
    return subject.page()
