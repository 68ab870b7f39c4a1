"""Copies of what is shared, to read: no lease is taken, and no crawl disturbed."""

import os
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Final

from newsspider.errors import SharedDamaged, StateInvalid, from_os
from newsspider.shared.commit import Commit
from newsspider.shared.commit_chain import CommitChain
from newsspider.shared.lease import Lease
from newsspider.shared.local_copy import LocalCopy
from newsspider.shared.object_store import ObjectStore
from newsspider.shared.pull import pull
from newsspider.store.files.lock import Lock
from newsspider.store.files.state_files import beside_state

_TRIES: Final = 3
_PROBES: Final = "probe"  # the folder of `refuse_overwriting`


def copies_folder(url: str) -> Path:
    """Return the folder of the copies of a shared place: of this user, below XDG_CACHE_HOME."""
    caches = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(caches) / "newsspider" / sha256(url.encode()).hexdigest()[:16]


def bring_up_to_date(store: ObjectStore, output: Path, sites: Sequence[str], now: datetime) -> None:
    """Make the copies of these sites in `output` their newest commits; without names, of all.

    Raises `StateInvalid` where a site is named that is not shared, `Locked` while another program
    does the same, and what `pull` raises.
    """
    for site in sites or [name for name in store.folders() if name != _PROBES]:
        copy = LocalCopy(output, site)
        try:
            copy.state.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise from_os(error, f"creating {copy.state.parent}") from error
        lock = Lock(beside_state(output, site, "copy.lock"), now)
        try:
            _bring(store, copy, is_named=bool(sites))
        finally:
            lock.release()


def _bring(store: ObjectStore, copy: LocalCopy, *, is_named: bool) -> None:
    chain = CommitChain(store, copy.site, "")
    for attempt in range(_TRIES):
        newest = chain.newest()
        if newest is None or newest.state is None:
            if is_named:
                raise StateInvalid(f"state missing: no crawl of {copy.site} is in {store.url}")
            return
        try:
            _pull(store, copy, newest)
            break
        except SharedDamaged:
            # Cleaned up while it was read? Then there are newer commits.
            again = chain.newest()
            if attempt == _TRIES - 1 or again is None or again.number == newest.number:
                raise
    holder = Lease.holder(store, copy.site)
    copy.note_elsewhere(is_crawled=holder is not None and not holder.released)


def _pull(store: ObjectStore, copy: LocalCopy, newest: Commit) -> None:
    base = copy.base()
    if base is None or base.is_half or base.content != newest.content:
        pull(store, newest, copy)
