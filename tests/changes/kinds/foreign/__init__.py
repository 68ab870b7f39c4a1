"""Foreign matter stands in the text."""

from tests.changes.kinds.foreign import (
    additions,
    boxes,
    cards,
    editors,
    in_sentences,
    inserts,
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
    "repetitions",
    "services",
]
