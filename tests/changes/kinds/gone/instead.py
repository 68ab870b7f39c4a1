"""Putting something else where a text was."""

from tests.changes import tree
from tests.changes.kinds.kind import Change
from tests.changes.subject import Subject


def instead(html: str) -> Change:
    """Return the change that puts a template's elements in the text's box, or in its place."""

    def change(subject: Subject) -> bytes:
        parts = subject.elements(html)
        if subject.rng.random() < 0.5:
            tree.fill(subject.text, parts)
        else:
            tree.replace(subject.text, parts)
        return subject.page()

    return change
