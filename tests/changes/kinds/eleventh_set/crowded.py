"""Matter of the article's own words beside its text, and stories that follow it."""

from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "foreign")
_NEXT: Final = (
    "<div class='{{ name('article') }}' data-url='/read/{{ number(100, 999) }}'><h2>"
    "{{ other.headline }}</h2><div>{{ say('olddate') }}</div>{% for p in other.paragraphs %}<p>"
    "{{ p }}</p>{% endfor %}</div>"
)


@kind("A list of points, the first words of paragraphs each, stands above the text in its box.")
def points_of_first_words(subject: Subject) -> bytes | None:
    long = [text for text in subject.facts.paragraphs if len(text.split()) > 14]
    if len(long) < 3:
        return None
    points = [" ".join(text.split()[: subject.rng.randint(8, 11)]) + "…" for text in long[:3]]
    html = (
        "<div class='{{ name('box') }}'><b>Sekilas</b><ul>{% for p in points %}<li>{{ p }}</li>"
        "{% endfor %}</ul></div>"
    )
    (box,) = subject.elements(html, points=points)
    return subject.page() if put(subject, "start", box) else None


@kind(
    "Utilities show one copy of the text on desks and another on phones; no style is on the page."
)
def copies_by_utilities(subject: Subject) -> bytes:
    (copy,) = tree.copies([subject.text])
    copy.tail = None
    desk, phone = subject.rng.choice(
        (("hidden md:block", "md:hidden"), ("d-none d-lg-block", "d-lg-none"))
    )
    for element, name in ((subject.text, desk), (copy, phone)):
        element.set("class", f"{element.get('class') or ''} {name}".strip())
    tree.strip(copy, "id")
    tree.insert_after(subject.text, copy)
    return subject.page()


@kind("Two stories follow below the text, each with headline and day, in boxes alike.")
def two_next_stories_with_their_day(subject: Subject) -> bytes | None:
    place = subject.rng.choice(("end", "after"))
    boxes = [subject.elements(_NEXT, other=subject.another())[0] for _ in range(2)]
    for box in boxes if place == "end" else reversed(boxes):
        put(subject, place, box)
    return subject.page()


@kind("A sentence of the text stands again in each gap, as a line to post on a network.")
def lines_to_post(subject: Subject) -> bytes | None:
    found = tree.gaps(subject.text)[::2]
    long = [text for text in subject.facts.paragraphs if len(text) > 60]
    if not found or not long:
        return None
    html = "<div class='{{ name('box') }}'><q>{{ quoted }}</q> <a href='#x'>Kicaukan</a></div>"
    for gap in found:
        quoted = subject.rng.choice(long).split(". ")[0]
        (box,) = subject.elements(html, quoted=quoted)
        tree.insert_after(gap, box)
    return subject.page()
