"""Changes of streams: pieces doubled or exchanged, stray tags, and pages within other answers."""

from functools import partial

from markupsafe import escape

from tests.changes import tree
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "wire")


def _within(subject: Subject) -> tuple[str, int] | None:
    """Return the page, and a place in the midst of a long paragraph."""
    source = subject.page().decode()
    for paragraph in subject.facts.paragraphs[1:] or subject.facts.paragraphs:
        place = source.find(str(escape(paragraph)))
        if len(paragraph) > 250 and place > 0:
            return source, place + len(paragraph) // 2
    return None


def _put_within(subject: Subject, piece: str, behind: bool = True) -> bytes | None:
    """Put a piece of source between two paragraphs of the text."""
    gap = subject.gap()
    if gap is None:
        return None
    mark = gap.makeelement("i", {"id": "put-here"})
    tree.insert_after(gap, mark)
    return subject.page().replace(b'<i id="put-here"></i>', piece.encode(), 1)


@kind("Some hundred bytes within a paragraph were sent twice.", says=("body_",))
def bytes_sent_twice(subject: Subject) -> bytes | None:
    found = _within(subject)
    if found is None:
        return None
    source, place = found
    return (source[:place] + source[place - 110 : place] + source[place:]).encode()


@kind("Paragraphs of two answers alternate.", Whereabouts.CUT)
def paragraphs_of_two_answers(subject: Subject) -> bytes | None:
    lines, others = subject.lines(), subject.another().paragraphs
    if len(lines) < 4:
        return None
    html = "{% for p in t %}<p>{{ p }}</p>{% endfor %}"
    mixed = [others[n % len(others)] if n % 2 else line for n, line in enumerate(lines)]
    tree.fill(subject.text, subject.elements(html, t=mixed))
    return subject.page()


@kind("A link that is opened in the text is never closed.")
def link_never_closed(subject: Subject) -> bytes | None:
    return _put_within(subject, "<a href='/tag/kabar'>")


@kind("A heading that is opened in the text is never closed.")
def heading_never_closed(subject: Subject) -> bytes | None:
    return _put_within(subject, subject.rng.choice(("<h3>", "<b>", "<center>", "<font size=2>")))


@kind("Ends of boxes too many stand in the midst of the text.")
def stray_ends_in_the_text(subject: Subject) -> bytes | None:
    return _put_within(subject, "</div>" * subject.rng.randint(1, 4))


@kind("A widget's stray end tags close section and article early.")
def article_closed_early(subject: Subject) -> bytes | None:
    return _put_within(subject, "</section></div></article>")


@kind("A web proxy's page with its bar holds the page in a box.")
def page_within_a_proxys(subject: Subject) -> bytes:
    bar = (
        "<!DOCTYPE html><html><head><title>Peramban Bebas</title></head><body><div id='bar'><h1>"
        "Peramban Bebas</h1><form><input value='{{ url }}'><button>Buka</button></form></div><div>"
    )
    return subject.draw(bar).encode() + subject.page() + b"</div></body></html>"


@kind("A filter has put its notice in the place of a paragraph.", Whereabouts.CUT)
def paragraph_filtered(subject: Subject) -> bytes | None:
    lines = [str(line) for line in subject.lines(markup=False)]
    if len(lines) < 4:
        return None
    words = ("[Konten diblokir oleh penyaring jaringan]", "*** disensor ***", "[removed by filter]")
    lines[subject.rng.randrange(1, len(lines) - 1)] = subject.rng.choice(words)
    html = "{% for p in t %}<p>{{ p }}</p>{% endfor %}"
    tree.fill(subject.text, subject.elements(html, t=lines))
    return subject.page()


@kind("A browser of text alone names pictures and links in brackets.")
def pictures_in_brackets(subject: Subject) -> bytes | None:
    word = subject.rng.choice(("[IMG]", "[Gambar: foto-1.jpg]", "[IMAGE: pasar-pagi-640x480.jpg]"))
    return _put_within(subject, f"<div>{word}</div>")


@kind("Bytes of a picture follow the page.")
def picture_behind_the_page(subject: Subject) -> bytes:
    noise = bytes(subject.rng.randrange(256) for _ in range(400))
    return subject.page() + b"\xff\xd8\xff\xe0\x00\x10JFIF" + noise


@kind("Letters of several bytes lost their last at the borders of blocks.", Whereabouts.VISIBLE)
def signs_of_replacement(subject: Subject) -> bytes | None:
    found = _within(subject)
    if found is None:
        return None
    source, place = found
    end = source.find(" ", place)
    return (source[:end] + " \ufffd " + source[end + 1 :]).encode()
