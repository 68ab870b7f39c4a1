"""Changes by caches and discs that give back other bytes than they were given."""

from functools import partial

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "wire")
_MARK = b'<i id="cut-here"></i>'


def _marked(subject: Subject, share: float) -> bytes | None:
    """Return the page with a mark at a gap of its text; None where it has too few."""
    found = tree.gaps(subject.text)
    if len(subject.facts.paragraphs) < 4 or len(found) < 3:
        return None
    gap = found[min(int(len(found) * share), len(found) - 1)]
    mark = gap.makeelement("i", {"id": "cut-here"})
    if gap.tag == "p":
        mark.tail, gap.tail = gap.tail, None
        tree.insert_after(gap, mark)
    else:
        mark.tail, gap.tail = gap.tail, None
        gap.addnext(mark)
    return subject.page()


def _parted(subject: Subject) -> tuple[bytes, bytes] | None:
    page = _marked(subject, subject.rng.uniform(0.2, 0.6))
    if page is None:
        return None
    before, _, after = page.partition(_MARK)
    return before, after


@kind("Two answers are mixed: this page's text goes on with another's.", Whereabouts.CUT)
def continued_by_another_page(subject: Subject) -> bytes | None:
    parts = _parted(subject)
    if parts is None:
        return None
    other = subject.draw(
        "{% for p in another().paragraphs[1:] %}<p>{{ p }}</p>{% endfor %}</div><footer>"
        "{{ say('legal') }}</footer></body></html>"
    )
    return parts[0] + other.encode()


@kind("A block of the answer comes twice, from the middle of the text.")
def block_sent_twice(subject: Subject) -> bytes | None:
    parts = _parted(subject)
    if parts is None:
        return None
    end = parts[1].find(b"<script")
    block = parts[1][: end if end > 0 else 900]
    cut = max(block.rfind(b"<br>"), block.rfind(b"</p>") + 4)
    return parts[0] + parts[1][:cut] + parts[1] if cut > 200 else None


@kind("A block of the file on disc is nothing but zeros.", Whereabouts.CUT)
def block_of_zeros(subject: Subject) -> bytes | None:
    parts = _parted(subject)
    if parts is None:
        return None
    lost = len("".join(subject.facts.paragraphs).encode()) // 4
    return parts[0] + b"\0" * lost + parts[1][lost:]


@kind("Sizes of chunks are left in the answer, between its tags.")
def sizes_of_chunks_left(subject: Subject) -> bytes | None:
    parts = _parted(subject)
    if parts is None:
        return None
    head, _, rest = parts[0].partition(b"<body")
    return head + b"\r\n2000\r\n<body" + rest + b"\r\n1ff8\r\n" + parts[1] + b"\r\n0\r\n\r\n"


@kind("The answer ends right behind the text.", says=("body_",))
def cut_behind_the_text(subject: Subject) -> bytes:
    mark = subject.text.makeelement("i", {"id": "cut-here"})
    tree.insert_after(subject.text, mark)
    before, _, _ = subject.page().partition(_MARK)
    return before


@kind("The page is cut at the end of a paragraph, and closed again.", Whereabouts.CUT)
def cut_at_a_paragraph_and_closed(subject: Subject) -> bytes | None:
    parts = _parted(subject)
    return parts and parts[0] + b"</div></div></body></html>"


@kind("An attribute of a link in the text is never closed.", Whereabouts.CUT)
def quote_never_closed(subject: Subject) -> bytes | None:
    parts = _parted(subject)
    if parts is None:
        return None
    return parts[0] + b'<a href="/tag/kabar>kabar</a> ' + parts[1].replace(b'"', b"'", 0)


@kind("A script is opened in the text and never closed.", Whereabouts.CUT)
def script_never_closed(subject: Subject) -> bytes | None:
    parts = _parted(subject)
    if parts is None:
        return None
    tag = subject.rng.choice((b"script", b"style", b"textarea", b"title", b"xmp"))
    rest = parts[1].replace(b"</" + tag, b"</i")
    return parts[0] + b"<" + tag + b">" + rest


@kind("A table is opened in the text and never closed.")
def table_never_closed(subject: Subject) -> bytes | None:
    parts = _parted(subject)
    return parts and parts[0] + b"<table><tr><td>" + parts[1]


@kind("A block in the middle of the text is missing, from gap to gap.", Whereabouts.CUT)
def middle_lost(subject: Subject) -> bytes | None:
    found = tree.gaps(subject.text)
    if len(found) < 4:
        return None
    first, last = found[1], found[-1]
    for element in list(first.itersiblings()):
        if element is last:
            break
        element.tail = None
        tree.drop(element)
    return subject.page()
