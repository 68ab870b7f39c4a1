"""All kinds of change, a module or a folder for each group."""

from functools import cache

from tests.changes.kinds import (
    combined,
    evidence,
    foreign,
    formerly_held_out,
    gone,
    harmless,
    held_out,
    redesigned,
    views,
    wire,
)
from tests.changes.kinds.kind import GROUPS, Kind, Whereabouts, registered

__all__ = ["GROUPS", "Kind", "Whereabouts", "kinds", "names_held_out"]

_REGISTER = (
    gone,
    redesigned,
    foreign,
    evidence,
    wire,
    views,
    combined,
    harmless,
    formerly_held_out,
    held_out,
)


@cache
def kinds() -> dict[str, Kind]:
    """Return all kinds by name, in the order of their groups."""
    order = list(GROUPS)
    found = sorted(registered().values(), key=lambda kind: order.index(kind.group))
    return {kind.name: kind for kind in found}


def names_held_out() -> list[str]:
    """Return the names of the kinds of `held_out/`, which no part of the reader was mended for."""
    home = f"{held_out.__name__}."
    return [name for name, kind in kinds().items() if kind.change.__module__.startswith(home)]
