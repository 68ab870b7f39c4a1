"""Disk: the one writer of the output and the memory between runs. Knows no Scrapy, no clock."""

from newsspider.errors import (
    Locked,
    OutputFailed,
    OutputUnwritable,
    Refusal,
    StateCorrupt,
    StateInvalid,
)
from newsspider.store.files.jsonl import BadRecord
from newsspider.store.files.times import day_of
from newsspider.store.line_index import Index
from newsspider.store.repair.recovery import Recovered
from newsspider.store.state.articles import Known, Place, Revision
from newsspider.store.store import Outcome, Store

__all__ = [
    "BadRecord",
    "Index",
    "Known",
    "Locked",
    "Outcome",
    "OutputFailed",
    "OutputUnwritable",
    "Place",
    "Recovered",
    "Refusal",
    "Revision",
    "StateCorrupt",
    "StateInvalid",
    "Store",
    "day_of",
]
