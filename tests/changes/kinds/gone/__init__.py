"""The text is gone."""

from tests.changes.kinds.gone import (
    carried,
    held_back,
    lookalikes,
    misleading,
    notices,
    pieces,
    servers,
    stand_ins,
    stowed,
    teasers,
)

__all__ = [
    "carried",
    "held_back",
    "lookalikes",
    "misleading",
    "notices",
    "pieces",
    "servers",
    "stand_ins",
    "stowed",
    "teasers",
]
