"""Evidence is moved or lies."""

from tests.changes.kinds.evidence import (
    clocks,
    date_forms,
    date_lines,
    headlines,
    labels,
    machine,
    moments,
    other_dates,
    stamps,
    statements,
    titles,
)

__all__ = [
    "clocks",
    "date_forms",
    "date_lines",
    "headlines",
    "labels",
    "machine",
    "moments",
    "other_dates",
    "stamps",
    "statements",
    "titles",
]
