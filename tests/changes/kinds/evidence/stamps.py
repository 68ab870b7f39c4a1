"""Changes of what <time> elements state."""

from tests.changes import tree
from tests.changes.kinds.evidence.machine import DATES
from tests.changes.kinds.evidence.machine import kind_of_visible as visible
from tests.changes.subject import Subject


@visible("A <time> has the moment of rendering in its attribute.", says=DATES)
def attribute_of_the_rendering(subject: Subject) -> bytes | None:
    return _stamped(subject, "2026-11-28T11:58:41+07:00")


@visible("A <time> has the beginning of the epoch in its attribute.", says=DATES)
def attribute_of_the_epoch(subject: Subject) -> bytes | None:
    return _stamped(subject, subject.rng.choice(("1970-01-01T07:00:00+07:00", "0000-00-00", "0")))


def _stamped(subject: Subject, stamp: str) -> bytes | None:
    line = subject.date_line
    if line is None:
        return None
    html = "<time datetime='{{ stamp }}'>{{ raw }}</time>"
    tree.fill(line, subject.elements(html, stamp=stamp))
    return subject.page()


@visible("Cards of other stories, each with a <time>, stand above the date line.")
def times_of_cards_above(subject: Subject) -> bytes:
    html = (
        "<div class='{{ name('list') }}'>{% for n in range(3) %}<div><a href='/k{{ n }}'>"
        "{{ say('headlines') }}</a><time datetime='2025-0{{ n + 1 }}-12T08:10:00+07:00'>12 Maret"
        " 2025</time></div>{% endfor %}</div>"
    )
    tree.insert_after(subject.headline, subject.elements(html)[0])
    return subject.page()
