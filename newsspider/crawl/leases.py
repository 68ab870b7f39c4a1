"""Which open store serves which crawl: its parts share one without knowing each other."""

from datetime import datetime
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary

from newsspider.errors import Refusal
from newsspider.store.duplicates.lookup import Duplicates
from newsspider.store.store import Store

_LENT: Final[WeakKeyDictionary[object, Store]] = WeakKeyDictionary()


def lend(borrower: object, output: Path, site: str, now: datetime) -> Store:
    """The store of `borrower` (a crawler), opened unless it has one; raises as `Store.open`."""
    if borrower not in _LENT:
        _LENT[borrower] = Store.open(output, site, now, indexes=[Duplicates()])
    return _LENT[borrower]


def of(borrower: object) -> Store | None:
    """The store of `borrower`, or None: `scrapy shell` and `scrapy parse` have none."""
    return _LENT.get(borrower)


def give_back(borrower: object) -> Refusal | None:
    """Close the store of `borrower`; what refused while it was flushed, if anything did."""
    store = _LENT.pop(borrower, None)
    if store is None:
        return None
    try:
        store.close()
    except Refusal as refusal:
        return refusal
    return None
