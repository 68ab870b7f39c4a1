"""The text is gone."""

from tests.changes.kinds.gone import (
    barriers,
    carried,
    held_back,
    interruptions,
    left_overs,
    lookalikes,
    misleading,
    notices,
    pieces,
    servers,
    stand_ins,
    stowed,
    teasers,
    unrendered,
)

__all__ = [
    "barriers",
    "carried",
    "held_back",
    "interruptions",
    "left_overs",
    "lookalikes",
    "misleading",
    "notices",
    "pieces",
    "servers",
    "stand_ins",
    "stowed",
    "teasers",
    "unrendered",
]
