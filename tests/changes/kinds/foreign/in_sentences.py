"""What tools set within the sentences of a text."""

from functools import partial

from tests.changes.kinds.foreign.additions import at_the_end
from tests.changes.kinds.kind import kind as kind_of
from tests.changes.subject import Subject
from tests.changes.tree import Element

kind = partial(kind_of, "foreign")


def _add_in_a_sentence(subject: Subject, markup: str) -> Element | None:
    """Put an element between two words of the text; return it."""
    for element in subject.text.iter():
        words = (element.tail or "").split(" ")
        if element is not subject.text and len(words) > 12:
            (new,) = subject.elements(markup)
            half = len(words) // 2
            element.tail, new.tail = " ".join(words[:half]) + " ", " " + " ".join(words[half:])
            element.addnext(new)
            return new
    return None


@kind("Footnote marks stand within the sentences, their notes below.")
def footnotes(subject: Subject) -> bytes | None:
    mark = '<sup><a href="#cite1">[1]</a></sup>'
    if _add_in_a_sentence(subject, mark) is None:
        return None
    return at_the_end(
        subject, '<ol><li id="cite1">Laporan tahunan dinas terkait, halaman 12. ↩</li></ol>'
    )


@kind("An editor's changes are left in the text, the old words struck out.")
def changes_of_an_editor(subject: Subject) -> bytes | None:
    old = "<del>menurut keterangan yang belum diperiksa dari sejumlah warga di lokasi itu</del>"
    return None if _add_in_a_sentence(subject, old) is None else subject.page()
