"""Disk: the one writer of the output and the memory between runs. Knows no Scrapy, no clock."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
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
    from newsspider.store.line_batch import StoreOutcome
    from newsspider.store.line_index import Index
    from newsspider.store.repair.recovery import Recovered
    from newsspider.store.state.articles import Known, LinePlace, Revision
    from newsspider.store.store import Store

__all__ = [
    "BadRecord",
    "Index",
    "Known",
    "LinePlace",
    "Locked",
    "OutputFailed",
    "OutputUnwritable",
    "Recovered",
    "Refusal",
    "Revision",
    "StateCorrupt",
    "StateInvalid",
    "Store",
    "StoreOutcome",
    "day_of",
]

_MODULES: Final = {
    "Locked": "errors",
    "OutputFailed": "errors",
    "OutputUnwritable": "errors",
    "Refusal": "errors",
    "StateCorrupt": "errors",
    "StateInvalid": "errors",
    "BadRecord": "store.files.jsonl",
    "day_of": "store.files.times",
    "Index": "store.line_index",
    "Recovered": "store.repair.recovery",
    "Known": "store.state.articles",
    "LinePlace": "store.state.articles",
    "Revision": "store.state.articles",
    "StoreOutcome": "store.line_batch",
    "Store": "store.store",
}


def __getattr__(name: str) -> Any:
    """Load what is asked for: whoever reads a state has no use for all that writes one."""
    if name in _MODULES:
        return getattr(import_module(f"newsspider.{_MODULES[name]}"), name)
    raise AttributeError(f"module {__name__} has no attribute {name}")
