"""Disk: the one writer of the output and the memory between runs. Knows no Scrapy, no clock."""

from newsspider.store.articles import Known, Place, Revision
from newsspider.store.clock import day_of
from newsspider.store.errors import (
    Locked,
    OutputFailed,
    OutputUnwritable,
    Refusal,
    StateCorrupt,
    StateInvalid,
)
from newsspider.store.index import Index
from newsspider.store.lines import BadRecord
from newsspider.store.reconcile import Recovered
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
