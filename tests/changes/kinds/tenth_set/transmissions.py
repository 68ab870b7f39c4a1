"""Pages that gateways, scanners, stores and pasted markup have changed on their way."""

from functools import partial
from typing import Final
from urllib.parse import quote

from markupsafe import Markup

from tests.changes import tree
from tests.changes.kinds.foreign.boxes import put
from tests.changes.kinds.kind import Whereabouts
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject

kind = partial(kind_of, "wire")
_LINES: Final = "{% for p in t %}<p>{{ p }}</p>{% endfor %}"
_MARK: Final = "tempat-isi"
_ALIKE: Final = str.maketrans("aceopxyACEOPX", "асеорхуАСЕОРХ")  # Latin to Cyrillic


@kind("A gateway for safety leads every link through its own address.")
def links_through_a_gateway(subject: Subject) -> bytes:
    for link in subject.root.iter("a"):
        if link.get("href"):
            address = quote(link.get("href") or "", safe="")
            link.set("href", f"https://aman.gerbang.example/?url={address}&amp;data=05")
    return subject.page()


@kind("A gateway cuts what is too long, and says so before it closes the page.", Whereabouts.CUT)
def cut_with_a_note(subject: Subject) -> bytes | None:
    lines = [line.unescape() for line in subject.lines(markup=False)]
    if len(lines) < 4:
        return None
    shown = lines[: len(lines) // 2 + 1]
    shown[-1] = shown[-1][: len(shown[-1]) // 2]
    shown.append(f"[Isi dipangkas: melewati batas {subject.rng.choice((32, 64, 128))} KB]")
    tree.fill(subject.text, subject.elements(_LINES, t=shown))
    for element in list(subject.text.itersiblings()):
        tree.drop(element)
    return subject.page()


@kind("A scanner for viruses says within the text that it found none.")
def checked_by_a_scanner(subject: Subject) -> bytes | None:
    box = (
        "<div id='av-{{ code(6) }}'><img src='data:,' alt=''>Halaman ini telah dipindai oleh"
        " Perisai Net. Tidak ditemukan ancaman.</div>"
    )
    place = subject.rng.choice(("start", "between", "end"))
    return subject.page() if put(subject, place, subject.elements(box)[0]) else None


@kind("Bold letters that begin in one paragraph end two paragraphs later.")
def bold_closed_in_another_paragraph(subject: Subject) -> bytes | None:
    lines = subject.lines(markup=False)
    if len(lines) < 4:
        return None
    html = "{% for p in t %}<p>{% if loop.index == 2 %}<b><i>{% endif %}{{ p }}"
    html += "{% if loop.index == 3 %}</b></i>{% endif %}</p>{% endfor %}"
    drawn = subject.draw(html, t=lines)
    tree.fill(subject.text, (), _MARK)
    return subject.page().replace(_MARK.encode(), drawn.encode())


@kind("A shorter page was written over a longer one: the end of the old one follows.")
def end_of_an_older_file(subject: Subject) -> bytes | None:
    gap = subject.gap()
    if gap is None:
        return None
    page = subject.page()
    gap.tail = _MARK + (gap.tail or "")
    behind = subject.page().partition(_MARK.encode())[2]
    return page + behind[subject.rng.randint(0, 40) :]


@kind("Against copying, letters of another script stand for those that look alike.",
      Whereabouts.CUT)  # fmt: skip
def letters_of_another_script(subject: Subject) -> bytes:
    shown = [str(line).translate(_ALIKE) for line in subject.lines(markup=False)]
    tree.fill(subject.text, subject.elements(_LINES, t=shown))
    return subject.page()


@kind("Marks without width within the words tell who has copied the text.")
def marks_without_width(subject: Subject) -> bytes:
    def marked(line: Markup) -> str:
        step, sign = subject.rng.randint(5, 40), subject.rng.choice("\u200b\u200c\u200d\u2060")
        text = line.unescape()
        return sign.join(text[n : n + step] for n in range(0, len(text), step))

    shown = [marked(line) for line in subject.lines(markup=False)]
    tree.fill(subject.text, subject.elements(_LINES, t=shown))
    return subject.page()


@kind("The editor pasted a whole document, head and all, into the field of the text.")
def document_within_the_text(subject: Subject) -> bytes:
    drawn = subject.draw(
        "<!DOCTYPE html><html><head><meta name='generator' content='LibreOffice 7.4'><title>"
        "Tanpa judul</title><style>p { margin: 0 }</style></head><body lang='id-ID'>"
        "{% for p in lines %}<p>{{ p }}</p>{% endfor %}</body></html>"
    )
    tree.fill(subject.text, (), _MARK)
    return subject.page().replace(_MARK.encode(), drawn.encode())
