"""Two changes at once: what befalls an article in a layout that nobody has seen."""

from typing import Any

from tests.changes import tree
from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Whereabouts, kind
from tests.changes.kinds.redesigned.themes import dress
from tests.changes.kinds.views.own import view
from tests.changes.subject import Subject
from tests.changes.wording import table

_LEAST = 3  # paragraphs of an article of which one is worth calling a teaser


def _drawn(subject: Subject, name: str) -> dict[str, Any]:
    """Return an entry of a data file, drawn from those that want no longer text."""
    entries = [entry for entry in table(name).values() if entry.get("least", 0) < _LEAST]
    entry: dict[str, Any] = subject.rng.choice(entries)
    return entry


def _notice(subject: Subject) -> list[str]:
    entry = subject.rng.choice([e for e in table("notices").values() if "texts" in e])
    return [subject.rng.choice(entry["texts"]), subject.say("follow")][: subject.rng.randint(1, 2)]


def _box_behind_a_paragraph(subject: Subject) -> bool:
    """Put a box behind a paragraph wherever that stands; return whether one was found."""
    wanted = [tree.letters(paragraph) for paragraph in subject.facts.paragraphs[:-1]]
    subject.rng.shuffle(wanted)
    for letters in wanted:
        for element in subject.body.iter("p", "div", "sn-paragraph", "li", "section"):
            if tree.letters("".join(map(str, element.itertext()))) == letters:
                boxes = [b for b in table("boxes").values() if "between" in b["places"]]
                (box,) = subject.elements(subject.rng.choice(boxes)["box"])
                tree.insert_after(element, box)
                return True
    return False


@kind("gone", "A new theme goes live while the content service is down.", Whereabouts.GONE)
def notice_in_a_new_theme(subject: Subject) -> bytes:
    notice = _notice(subject)
    dress(subject, _drawn(subject, "themes")["column"], lines=notice, plain=notice)
    return subject.page()


@kind("gone", "A new theme draws the side list where the text should be.", Whereabouts.GONE)
def list_in_a_new_theme(subject: Subject) -> bytes:
    rows = [subject.say(pool) for pool in ("headlines", "teasers") * subject.rng.randint(2, 4)]
    dress(subject, _drawn(subject, "themes")["column"], lines=rows, plain=rows)
    return subject.page()


@kind("gone", "A new theme shows another article's text under this headline.", Whereabouts.GONE)
def another_text_in_a_new_theme(subject: Subject) -> bytes:
    lines = subject.another().paragraphs
    dress(subject, _drawn(subject, "themes")["column"], lines=lines, plain=lines)
    return subject.page()


@kind("gone", "A new theme comes with a paywall behind the lead.", Whereabouts.CUT)
def teaser_in_a_new_theme(subject: Subject) -> bytes | None:
    if len(subject.facts.paragraphs) < _LEAST:
        return None
    lines = [subject.facts.paragraphs[0], *_notice(subject)]
    dress(subject, _drawn(subject, "themes")["column"], lines=lines, plain=lines)
    return subject.page()


@kind("gone", "AMP, print and reader views show the notice too.", Whereabouts.GONE)
def notice_in_another_view(subject: Subject) -> bytes:
    notice = _notice(subject)
    return view(subject, _drawn(subject, "views")["page"], lines=notice, plain=notice)


@kind("gone", "AMP shows the lead and an offer.", Whereabouts.CUT)
def teaser_in_another_view(subject: Subject) -> bytes | None:
    if len(subject.facts.paragraphs) < _LEAST:
        return None
    lines = [subject.facts.paragraphs[0], *_notice(subject)]
    return view(subject, _drawn(subject, "views")["page"], lines=lines, plain=lines)


@kind("foreign", "A new theme brings a new box between the paragraphs.")
def box_in_a_new_theme(subject: Subject) -> bytes | None:
    dress(subject, _drawn(subject, "themes")["column"])
    return subject.page() if _box_behind_a_paragraph(subject) else None


@kind("foreign", "A new theme brings several new boxes between the paragraphs.")
def boxes_in_a_new_theme(subject: Subject) -> bytes | None:
    dress(subject, _drawn(subject, "themes")["column"])
    placed = [_box_behind_a_paragraph(subject) for _ in range(3)]
    return subject.page() if all(placed) else None


@kind("foreign", "Print and AMP views keep a box between the paragraphs.")
def box_in_another_view(subject: Subject) -> bytes | None:
    subject.root = tree.parse(view(subject, _drawn(subject, "views")["page"]).decode())
    return subject.page() if _box_behind_a_paragraph(subject) else None


@kind("foreign", "The text's box is renamed and has a new box in it.")
def box_in_a_renamed_text(subject: Subject) -> bytes | None:
    entry = subject.rng.choice(list(table("boxes").values()))
    (box,) = subject.elements(entry["box"])
    if not put(subject, subject.rng.choice(entry["places"]), box):
        return None
    tree.strip(subject.text, "id")
    subject.text.set("class", subject.name("body"))
    return subject.page()


@kind("evidence", "A new theme prints a date of another story above the headline.")
def date_of_another_in_a_new_theme(subject: Subject) -> bytes:
    entry = _drawn(subject, "themes")
    dress(
        subject,
        f'<div class="{{{{ name("date") }}}}">{subject.say("olddate")}</div>{entry["column"]}',
    )
    return subject.page()


@kind("evidence", "A new theme makes the logo a heading above the headline.")
def logo_as_h1_in_a_new_theme(subject: Subject) -> bytes:
    entry = _drawn(subject, "themes")
    dress(subject, f"<h1>{subject.say('brand')}</h1>{entry['column']}")
    return subject.page()


@kind("wire", "A page in a new theme breaks off and is closed again.", Whereabouts.CUT)
def cut_in_a_new_theme(subject: Subject) -> bytes | None:
    paragraphs = subject.facts.paragraphs
    if len(paragraphs) < _LEAST:
        return None
    dress(subject, _drawn(subject, "themes")["column"])
    source = subject.page().decode()
    start = paragraphs[subject.rng.randrange(1, len(paragraphs))]
    words = start.split()
    place = source.find(" ".join(words[: max(2, len(words) // 2)]))
    if place < 0:
        return None
    cut = source[: place + len(" ".join(words[:2]))]
    return (cut + subject.rng.choice(("", "</p></div></body></html>"))).encode()
