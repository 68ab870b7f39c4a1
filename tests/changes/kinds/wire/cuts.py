"""Changes that lose a part of the answer on its way."""

from functools import partial

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "wire")


def _cut(subject: Subject, share: float) -> tuple[bytes, bytes] | None:
    """Return the page in two parts, cut `share` of the way through its text.

    None where the text is too short for a cut that loses a tenth of it or more.
    """
    paragraphs = subject.facts.paragraphs
    mark = subject.text.makeelement("i", {"id": "cut-here"})
    found = tree.gaps(subject.text)
    if len(paragraphs) < 3 or not found:
        return None
    place = found[min(int(len(found) * share), len(found) - 1)]
    words = (place.tail or "").split(" ")
    if place.tag == "br" and len(words) > 4:
        half = len(words) // 2
        mark.tail, place.tail = " ".join(words[half:]), " ".join(words[:half]) + " "
        place.addnext(mark)
        place.tail = " ".join(words[:half]) + " "
    else:
        tree.insert_after(place, mark)
    before, _, after = subject.page().partition(b'<i id="cut-here"></i>')
    return before, after


_CLOSED = b"</div></div></body></html>"


def _kept(subject: Subject) -> float:
    return subject.rng.uniform(0.0, 0.8)


@kind("The connection broke in the text; nothing follows.", Whereabouts.CUT)
def cut_in_the_text(subject: Subject) -> bytes | None:
    parts = _cut(subject, _kept(subject))
    return parts and parts[0]


@kind("A proxy closed the tags of a page that broke off.", Whereabouts.CUT)
def cut_and_closed(subject: Subject) -> bytes | None:
    parts = _cut(subject, _kept(subject))
    return parts and parts[0] + _CLOSED


@kind("A proxy closed the tags and added its footer.", Whereabouts.CUT)
def cut_and_closed_with_footer(subject: Subject) -> bytes | None:
    parts = _cut(subject, _kept(subject))
    footer = subject.draw("</div><footer><p>{{ say('legal') }}</p></footer></body></html>")
    return parts and parts[0] + footer.encode()


@kind("A block is missing in the middle; the rest of the page follows.", Whereabouts.CUT)
def hole_to_the_end_of_the_text(subject: Subject) -> bytes | None:
    parts = _cut(subject, _kept(subject))
    if parts is None:
        return None
    end = parts[1].find(b"</div>")
    return parts[0] + parts[1][max(end, 0) :]


@kind("The page broke off within a tag of the text.", Whereabouts.CUT)
def cut_in_a_tag(subject: Subject) -> bytes | None:
    parts = _cut(subject, _kept(subject))
    return parts and parts[0] + subject.rng.choice((b"<di", b'<a href="htt', b"<", b"&nb"))


@kind("A comment is opened in the text and never closed.", Whereabouts.CUT)
def comment_never_closed(subject: Subject) -> bytes | None:
    parts = _cut(subject, _kept(subject))
    return parts and parts[0] + b"<!-- " + parts[1].replace(b"-->", b"")


@kind("Only the head arrived.", Whereabouts.GONE)
def head_only(subject: Subject) -> bytes:
    source = subject.page()
    return source[: source.find(b"<body")] + subject.rng.choice((b"", b"<body></body></html>"))


@kind("The page broke off between headline and text.", Whereabouts.GONE)
def cut_before_the_text(subject: Subject) -> bytes:
    mark = subject.text.makeelement("i", {"id": "cut-here"})
    tree.insert_before(subject.text, mark)
    before, _, _ = subject.page().partition(b'<i id="cut-here"></i>')
    return before + subject.rng.choice((b"", _CLOSED))
