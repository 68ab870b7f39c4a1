"""The runs before the present one that it may be compared with."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from newsspider.store.state.runs import Run

COMPARED: Final = 20
"""Runs that the present one is compared with."""
ACCEPTED: Final = "health/accepted"
"""Counted by a run whose user said that its pages are as they should be."""
THRIFTY: Final = "run/thrifty"
"""Counted by a run of one request an article."""
LATELY: Final = timedelta(hours=24)


def comparable(runs: Iterable[Run], thrifty: int) -> list[Mapping[str, Any]]:
    """Return what healthy runs counted, newest first, back to one whose changes were accepted.

    One request an article shows less than two: such runs are compared with their like.
    """
    facts: list[Mapping[str, Any]] = []
    for run in runs:
        if run.is_whole and run.facts:
            if run.facts.get(THRIFTY, 0) == thrifty:
                facts.append(run.facts)
            if run.facts.get(ACCEPTED):
                break
    return facts


def accepted(runs: Iterable[Run]) -> Mapping[str, Any]:
    """Return what the last run counted whose changes were accepted; nothing without one."""
    return next((run.facts for run in runs if run.facts.get(ACCEPTED)), {})


def doubtful_lately(runs: Iterable[Run], now: datetime) -> tuple[int, int]:
    """Return how many doubtful articles the runs of the last day stored, and how many in all.

    A site that is asked every ten minutes shows one or two articles a run.
    """
    doubtful = stored = 0
    for run in runs:
        if run.facts.get(ACCEPTED):
            break
        if now - run.started <= LATELY and run.exit_code is not None:
            doubtful += run.facts.get("article/doubtful/stored", 0)
            stored += run.facts.get("article/stored", 0)
    return doubtful, stored
