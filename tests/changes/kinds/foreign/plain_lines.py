"""Invitations, offers, notes and sayings that are set as a paragraph of the text is."""

from collections.abc import Sequence

from tests.changes import tree
from tests.changes.kinds.kind import Change, add
from tests.changes.subject import Subject
from tests.changes.wording import table


def _one_of(lines: Sequence[str]) -> Change:
    """Put one of some lines between two paragraphs, marked up as they are."""

    def change(subject: Subject) -> bytes | None:
        gap = subject.gap()
        if gap is None:
            return None
        tree.insert_paragraph(gap, subject.rng.choice(lines))
        return subject.page()

    return change


for _name, _entry in table("plain_lines").items():
    add(
        "foreign",
        f"{_name}-as-a-paragraph",
        _entry["why"],
        _one_of(_entry["lines"]),
        says=("body_mixed",),
    )
