"""Changes that put foreign matter among the paragraphs, or the paragraphs there twice."""

from functools import partial
from typing import Any, Final

from tests.changes import tree
from tests.changes.kinds.kind import Change, Whereabouts, add
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject
from tests.changes.wording import table

kind = partial(kind_of, "foreign")


def put(subject: Subject, place: str, box: tree.Element) -> bool:
    """Put a box where `place` says; return whether the page has such a place."""
    text = subject.text
    if place == "between":
        gap = subject.gap()
        if gap is None:
            return False
        tree.insert_after(gap, box)
    elif place == "start":
        box.tail, text.text = text.text, None
        text.insert(0, box)
    elif place == "end":
        text.append(box)
    elif place == "after":
        tree.insert_after(text, box)
    else:
        tree.insert_before(text, box)
    return True


def _boxed(entry: dict[str, Any], place: str) -> Change:
    def change(subject: Subject) -> bytes | None:
        (box,) = subject.elements(entry["box"])
        return subject.page() if put(subject, place, box) else None

    return change


for _name, _entry in table("boxes").items():
    for _place in _entry["places"]:
        add(
            "foreign",
            f"{_name}-{_place}",
            _entry["why"],
            _boxed(_entry, _place),
            Whereabouts.VISIBLE,
        )


_LINES: Final = {
    "follow": "A request to follow stands among the paragraphs as bare text.",
    "share": "A share line stands among the paragraphs as bare text.",
    "legal": "The publisher's notice stands among the paragraphs as bare text.",
    "typo": "A request to report mistakes stands among the paragraphs as bare text.",
    "caption": "A caption stands among the paragraphs as bare text.",
    "advert": "An advertisement's label stands among the paragraphs as bare text.",
    "sponsor": "An advertisement stands among the paragraphs as bare text.",
    "more": "A button's words stand among the paragraphs as bare text.",
    "reading": "Counters stand among the paragraphs as bare text.",
}


def _as_line(pool: str) -> Change:
    """Put a text between paragraphs, marked up as they are."""

    def change(subject: Subject) -> bytes | None:
        gap = subject.gap()
        if gap is None:
            return None
        tree.insert_paragraph(gap, subject.say(pool))
        return subject.page()

    return change


for _pool, _why in _LINES.items():
    add("foreign", f"{_pool}-as-bare-line", _why, _as_line(_pool))


def _unwrapped(entry: dict[str, Any], place: str) -> Change:
    """Put what a box holds among the paragraphs, without the box."""

    def change(subject: Subject) -> bytes:
        (box,) = subject.elements(entry["box"])
        parts = list(box)
        for part in parts if place == "end" else reversed(parts):
            put(subject, place, part)
        return subject.page()

    return change


for _name, _place in (
    ("next-article", "end"), ("lead-story-first", "start"), ("comments", "end"), ("bio", "end"),
    ("transcript", "start"), ("ai-summary", "start"), ("translation-below", "end"),
    ("live-ticker", "start"), ("list-of-headlines", "end"),
):  # fmt: skip
    _entry = table("boxes")["author-bio" if _name == "bio" else _name]
    add("foreign", f"{_name}-unwrapped", f"{_entry['why']} No box holds it.",
        _unwrapped(_entry, _place))  # fmt: skip


@kind("Several widgets at once: share line, teaser, poll and follow line.")
def many_boxes(subject: Subject) -> bytes | None:
    boxes = table("boxes")
    names = subject.rng.sample(
        ("teaser", "poll", "share-line", "follow-line", "picture-caption"), 3
    )
    placed = [put(subject, "between", subject.elements(boxes[name]["box"])[0]) for name in names]
    return subject.page() if all(placed) else None


@kind("Hidden words between the paragraphs punish those who copy.")
def hidden_words(subject: Subject) -> bytes | None:
    box = '<span style="position:absolute;left:-9999px">{{ say("legal") }}</span>'
    (element,) = subject.elements(box)
    element.set("style", "display:none" if subject.rng.random() < 0.5 else "visibility: hidden")
    return subject.page() if put(subject, "between", element) else None


@kind("Teasers between all paragraphs: every gap has one.")
def teaser_in_every_gap(subject: Subject) -> bytes | None:
    found = tree.gaps(subject.text)
    for gap in found:
        (box,) = subject.elements(table("boxes")["teaser"]["box"])
        tree.insert_after(gap, box)
    return subject.page() if found else None


@kind("A paragraph that urges to read another story, link in its midst.")
def link_paragraph(subject: Subject) -> bytes | None:
    line = '<p>{{ pick(["Simak juga", "Tonton", "Pilihan Editor", "See also"]) }}: '
    (element,) = subject.elements(
        line + '<a href="/read/{{ number(1, 99) }}/x">{{ say("headlines") }}</a></p>'
    )
    return subject.page() if put(subject, "between", element) else None
