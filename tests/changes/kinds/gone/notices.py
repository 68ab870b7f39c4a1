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


@kind("The container waits for its script: nothing is in it.", Whereabouts.GONE)
def empty_container(subject: Subject) -> bytes:
    tree.fill(subject.text, [], subject.rng.choice((None, " ", "\xa0", "\n")))
    return subject.page()


@kind("Grey bars stand where the paragraphs will be.", Whereabouts.GONE)
def skeleton(subject: Subject) -> bytes:
    bars = '{% for n in range(6) %}<div class="{{ name("skeleton") }}"><span>&nbsp;</span></div>'
    tree.fill(subject.text, subject.elements(bars + "{% endfor %}"))
    return subject.page()


@kind("Only the share bar is left in the column.", Whereabouts.GONE)
def share_bar_only(subject: Subject) -> bytes:
    bar = '<div class="{{ name("box") }}"><p>{{ say("share") }}</p><p>{{ say("follow") }}</p></div>'
    tree.fill(subject.text, subject.elements(bar))
    return subject.page()


@kind("The text's place holds a list of other articles.", Whereabouts.GONE)
def list_of_others_instead(subject: Subject) -> bytes:
    rows = (
        '<h3>{{ say("related") }}</h3>{% for n in range(number(4, 8)) %}<div class="{{ name("box")'
        ' }}"><a href="/read/{{ n }}/x"><b>{{ say("headlines") }}</b></a>'
        '<p>{{ say("teasers") }}</p></div>{% endfor %}'
    )
    tree.fill(subject.text, subject.elements(rows))
    return subject.page()


@kind("A cache answers with the text of another article under this headline.", Whereabouts.GONE)
def text_of_another_article(subject: Subject) -> bytes:
    lines = "{% for p in another().paragraphs %}<p>{{ p }}</p>{% endfor %}"
    tree.fill(subject.text, subject.elements(lines))
    return subject.page()


@kind("The text's column is gone; side lists and footer stay.", Whereabouts.GONE)
def column_removed(subject: Subject) -> bytes:
    tree.drop(subject.text)
    return subject.page()


@kind("The author's portrait and biography are all that the template found.", Whereabouts.GONE)
def author_bio_only(subject: Subject) -> bytes:
    bio = '<div class="{{ name("author") }}"><h4>{{ author }}</h4><p>{{ author }} {{ say("bio") }}'
    tree.fill(subject.text, subject.elements(bio + "</p></div>"))
    return subject.page()


@kind("Reader comments are served, the text is not.", Whereabouts.GONE)
def comments_only(subject: Subject) -> bytes:
    rows = (
        "<h3>{{ number(3, 40) }} Komentar</h3>{% for n in range(5) %}<div><b>{{ say('nick') }}</b>"
        "<p>{{ say('comment') }}</p><span>{{ number(2, 11) }} jam lalu</span></div>{% endfor %}"
    )
    tree.fill(subject.text, subject.elements(rows))
    return subject.page()


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
