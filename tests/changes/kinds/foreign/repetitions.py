"""Changes that show the text, or parts of it, twice."""

from functools import partial
from typing import Final

from tests.changes import tree
from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "foreign")


_COPY: Final = (
    '<div class="{{ name("body") }}">{% for p in lines %}<p>{{ p }}</p>{% endfor %}</div>'
)


@kind("The text is there for desk and phone; style sheets hide one by its class.")
def desk_and_phone_copies(subject: Subject) -> bytes:
    (copy,) = subject.elements(_COPY)
    desk, phone = subject.rng.choice(
        (("hidden md:block", "md:hidden"), ("d-none d-lg-block", "d-lg-none"), ("desk", "mobile"))
    )
    copy.set("class", phone)
    subject.text.set("class", f"{subject.text.get('class', '')} {desk}".strip())
    tree.insert_after(subject.text, copy)
    return subject.page()


@kind("Both copies of the text stand in the text's own box.")
def copies_in_one_box(subject: Subject) -> bytes:
    (copy,) = subject.elements(_COPY)
    put(subject, subject.rng.choice(("start", "end")), copy)
    return subject.page()


@kind("A second copy of the text is hidden by a style attribute.")
def hidden_copy(subject: Subject) -> bytes:
    (copy,) = subject.elements(_COPY)
    copy.set("style", subject.rng.choice(("display:none", "display: none !important")))
    put(subject, subject.rng.choice(("end", "after")), copy)
    return subject.page()


@kind("A pull quote repeats a sentence of the text in large letters.")
def pull_quote(subject: Subject) -> bytes | None:
    quoted = subject.rng.choice(subject.facts.paragraphs).split(". ")[0]
    if len(quoted.split()) < 6:
        return None
    box = '<div class="{{ name("box") }}"><span>“</span>{{ quoted }}</div>'
    (element,) = subject.elements(box, quoted=quoted)
    return subject.page() if put(subject, "between", element) else None


@kind("The description is printed as a summary in the text's box.")
def description_in_the_box(subject: Subject) -> bytes | None:
    description = subject.facts.record["description"]
    if not description or description in subject.facts.paragraphs:
        return None
    (box,) = subject.elements('<div class="{{ name("box") }}"><p>{{ description }}</p></div>')
    put(subject, "start", box)
    return subject.page()
