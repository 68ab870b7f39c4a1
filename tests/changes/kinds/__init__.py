"""All kinds of change, a module or two for each group."""

from functools import cache

from tests.changes.kinds import (
    carried,
    combined,
    date_lines,
    evidence,
    foreign,
    gone,
    headlines,
    redesigned,
    reused,
    views,
    wire,
)
from tests.changes.kinds.kind import GROUPS, Kind, Whereabouts, registered

__all__ = ["GROUPS", "Kind", "Whereabouts", "kinds"]

_MODULES = (
    gone,
    carried,
    combined,
    redesigned,
    reused,
    foreign,
    evidence,
    date_lines,
    headlines,
    wire,
    views,
)


@cache
def kinds() -> dict[str, Kind]:
    """Return all kinds by name, in the order of their groups."""
    order = list(GROUPS)
    found = sorted(registered().values(), key=lambda kind: order.index(kind.group))
    return {kind.name: kind for kind in found}
