"""All kinds of change, a module or a folder for each group."""

from functools import cache

from tests.changes.kinds import (
    combined,
    eleventh_set,
    evidence,
    foreign,
    gone,
    harmless,
    ninth_set,
    redesigned,
    seventh_and_eighth_sets,
    tenth_set,
    views,
    wire,
)
from tests.changes.kinds.kind import GROUPS, Kind, Whereabouts, registered

__all__ = ["GROUPS", "Kind", "Whereabouts", "kinds"]

_REGISTER = (
    gone,
    redesigned,
    foreign,
    evidence,
    wire,
    views,
    combined,
    harmless,
    seventh_and_eighth_sets,
    ninth_set,
    tenth_set,
    eleventh_set,
)


@cache
def kinds() -> dict[str, Kind]:
    """Return all kinds by name, in the order of their groups."""
    order = list(GROUPS)
    found = sorted(registered().values(), key=lambda kind: order.index(kind.group))
    return {kind.name: kind for kind in found}
