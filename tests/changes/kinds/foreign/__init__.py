"""Foreign matter stands in the text."""

from tests.changes.kinds.foreign import (
    additions,
    boxes,
    cards,
    editors,
    in_sentences,
    inserts,
    plain_lines,
    repetitions,
    services,
)

__all__ = [
    "additions",
    "boxes",
    "cards",
    "editors",
    "in_sentences",
    "inserts",
    "plain_lines",
    "repetitions",
    "services",
]
