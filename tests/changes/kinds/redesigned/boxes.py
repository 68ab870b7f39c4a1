"""Changes of the boxes around the text: renamed, nested, doubled or split."""

from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "redesigned")


_BOXES_NAMED: Final = (
    "v-card__text", "v-main", "ql-editor", "body-copy", "copy", "time-line-page", "ads-free",
    "share-content", "caption-style", "banner-layout", "comment-enabled", "tags-page",
    "editor-view", "paging-wrapper", "render", "v-application--wrap",
)  # fmt: skip


@kind("The text's box has a name that sounds like an advertisement's or a tool's.")
def text_in_a_box_of_a_noisy_name(subject: Subject) -> bytes:
    tree.strip(subject.text, "id")
    (box,) = subject.elements("<div></div>")
    box.set("class", subject.rng.choice(_BOXES_NAMED))
    box.text, subject.text.text = subject.text.text, None
    box.extend(list(subject.text))
    if subject.rng.random() < 0.5:
        subject.text.set("class", subject.name("body"))
    subject.text.append(box)
    return subject.page()


@kind("The paragraphs have a name that sounds like a widget's.")
def paragraphs_of_a_noisy_name(subject: Subject) -> bytes:
    name = subject.rng.choice(_BOXES_NAMED)
    lines = subject.elements(
        "{% for p in lines %}<p class='{{ named }}'>{{ p }}</p>{% endfor %}", named=name
    )
    tree.fill(subject.text, lines)
    return subject.page()


@kind("The text is in the old box, but one level deeper, beside a sidebar in that box.")
def old_box_holds_a_sidebar_too(subject: Subject) -> bytes:
    (box, side) = subject.elements(
        '<div class="{{ name("body") }}"></div><div class="{{ name("list") }}">'
        '<h4>{{ say("related") }}</h4>{% for n in range(3) %}<p><a href="/o{{ n }}">'
        '{{ say("headlines") }}</a></p><p>{{ say("teasers") }}</p>{% endfor %}</div>'
    )
    box.text = subject.text.text
    box.extend(list(subject.text))
    tree.fill(subject.text, subject.rng.sample([box, side], 2))
    return subject.page()


@kind("The first box of the old name is empty; the text is in the second.")
def first_of_two_boxes_is_empty(subject: Subject) -> bytes:
    (empty,) = tree.copies([subject.text])
    tree.fill(empty, [], subject.rng.choice((None, " ")))
    empty.tail = None
    tree.insert_before(subject.text, empty)
    return subject.page()


@kind("The first box of the old name is another story's opening.")
def first_of_two_boxes_is_a_teaser(subject: Subject) -> bytes:
    (teaser,) = tree.copies([subject.text])
    lines = "{% set a = another() %}<h3>{{ a.headline }}</h3><p>{{ a.paragraphs[0] }}</p>"
    tree.fill(teaser, subject.elements(lines))
    teaser.tail = None
    place = subject.column if subject.column.tag != "body" else subject.text
    tree.insert_before(place, teaser)
    return subject.page()


@kind("The text is split over two boxes of the old name.")
def two_boxes_of_the_old_name(subject: Subject) -> bytes | None:
    place = subject.gap()
    if place is None:
        return None
    (other,) = subject.elements("<div></div>")
    for key, value in subject.text.attrib.items():
        other.set(key, value)
    other.text, place.tail = place.tail, None
    other.extend(list(place.itersiblings()))
    (label,) = subject.elements('<div class="{{ name("slot") }}">{{ say("advert") }}</div>')
    tree.insert_after(subject.text, other)
    tree.insert_after(subject.text, label)
    return subject.page()


@kind("The text is split: its second half follows in a box of another name.")
def second_half_in_another_box(subject: Subject) -> bytes | None:
    place = subject.gap()
    if place is None:
        return None
    (other,) = subject.elements('<div class="{{ name("body") }}"></div>')
    other.text, place.tail = place.tail, None
    other.extend(list(place.itersiblings()))
    tree.insert_after(subject.text, other)
    return subject.page()


@kind("Each paragraph became a box of its own, the old box is gone.")
def paragraphs_unwrapped(subject: Subject) -> bytes:
    lines = subject.elements(
        '{% for p in lines %}<div class="{{ name("box") }}">{{ p }}</div>{% endfor %}'
    )
    tree.replace(subject.text, lines)
    return subject.page()
