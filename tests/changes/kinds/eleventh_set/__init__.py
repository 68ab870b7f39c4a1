"""Kinds of all groups by an evaluator who had seen neither the reader nor the set before it."""

from tests.changes.kinds.eleventh_set import (
    breaks,
    carried_otherwise,
    claims,
    crowded,
    days_beside,
    drawn,
    relabelled,
    rewritten_on_the_way,
)

__all__ = [
    "breaks",
    "carried_otherwise",
    "claims",
    "crowded",
    "days_beside",
    "drawn",
    "relabelled",
    "rewritten_on_the_way",
]
