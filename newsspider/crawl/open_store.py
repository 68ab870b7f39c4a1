"""The one door to the open store of a crawl, for all parts of it that read or write it."""

from contextlib import suppress
from pathlib import Path
from typing import Final
from weakref import WeakKeyDictionary, finalize

from scrapy.crawler import Crawler

from newsspider.crawl import clock
from newsspider.crawl.shared_site import give_up, join
from newsspider.errors import Refusal
from newsspider.store.duplicates.lookup import Duplicates
from newsspider.store.state.database import State
from newsspider.store.state.http import HttpState
from newsspider.store.store import Store

_OPEN: Final[WeakKeyDictionary[Crawler, Store]] = WeakKeyDictionary()


def store_of(crawler: Crawler) -> Store:
    """Return the store in `OUTPUT_DIR`, opened by whoever asks first, after what is in SHARED.

    Raises as `join` and `Store.open` do.
    """
    if crawler not in _OPEN:
        join(crawler)
        output = Path(crawler.settings["OUTPUT_DIR"])
        site = crawler.spidercls.name
        try:
            store = Store.open(output, site, clock.now(), indexes=[Duplicates()])
        except BaseException:
            give_up(crawler)
            raise
        _OPEN[crawler] = store
        # A crawl that never began, or a program that left by sys.exit: nobody else closes it.
        finalize(crawler, _close_quietly, store)
    return _OPEN[crawler]


def find_store(crawler: Crawler) -> Store | None:
    """Return the store that is open, or None: `scrapy shell` and `scrapy parse` open none."""
    return _OPEN.get(crawler)


def http_state_of(crawler: Crawler) -> HttpState:
    """Return what earlier runs left for the transport: nothing where no store is open."""
    store = find_store(crawler)
    return store.http if store is not None else HttpState(State.in_memory())


def _close_quietly(store: Store) -> None:
    with suppress(Refusal):
        store.close()


def close_store(crawler: Crawler) -> Refusal | None:
    """Flush and close the store; return what refused meanwhile, or None."""
    store = _OPEN.pop(crawler, None)
    try:
        if store is not None:
            store.close()
    except Refusal as refusal:
        return refusal
    return None
