"""One machine's turn at a site: lease, newest commit, commits of its own, and the lease back."""

import logging
import os
import platform
import threading
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

import msgspec

from newsspider.errors import LeaseLost, Refusal, SharedAway, from_os
from newsspider.shared.boot_clock import boot_clock
from newsspider.shared.commit_chain import KEPT, CommitChain
from newsspider.shared.lease import Lease
from newsspider.shared.local_copy import LocalCopy, Start
from newsspider.shared.object_store import ObjectStore
from newsspider.shared.pull import pull
from newsspider.shared.push import push
from newsspider.store.files.lock import Lock
from newsspider.store.files.state_files import lock_path
from newsspider.store.files.times import utc
from newsspider.store.state.http import Spent

if TYPE_CHECKING:
    from newsspider.shared.commit import Commit

logger = logging.getLogger(__name__)

LAST_PATIENCE: Final = 120.0
"""Seconds for which the last commit of a run is tried again while the shared place is away."""

_AGAIN: Final = 2.0
_RENEWALS: Final = 3  # within the ttl; ...
_RENEWALS_AWAY: Final = 12  # ... and while the shared place does not answer


class Session:
    """Made by `begin`, ended by `finish` or `abandon`; a thread renews the lease meanwhile."""

    def __init__(self, chain: CommitChain, copy: LocalCopy, lease: Lease) -> None:
        self.lease = lease
        self._chain = chain
        self._copy = copy
        self._over = threading.Event()
        self._renewing = threading.Thread(target=self._renew, name="lease", daemon=True)
        self._pushing = threading.Lock()
        self._base: Commit | None = None

    @classmethod
    def begin(
        cls,
        store: ObjectStore,
        output: Path,
        site: str,
        ttl: float,
        now: datetime,
        clock: Callable[[], float] = boot_clock,
        sleep: Callable[[float], None] = time.sleep,
    ) -> Self:
        """Take the lease, fence off whoever had it, and make the output the newest commit.

        A lease that nobody renews is waited for, half as long again as it lasts. Raises `Locked`
        when another machine is at work, `BadArgument` for a store that overwrites, and what the
        parts raise; the lease is given back then.
        """
        store.refuse_overwriting()
        owner = f"{platform.node()}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        lease = Lease(store, site, owner, ttl, clock)
        copy = LocalCopy(output, site)
        session = cls(CommitChain(store, site, owner), copy, lease)
        lock = _local_lock(copy, now)
        try:
            _take(lease, site, sleep)
            session._renewing.start()
            session._enter(now)
        except BaseException:
            session.abandon()
            raise
        finally:
            lock.release()
        return session

    def _enter(self, now: datetime) -> None:
        found = self._chain.newest()
        if found is not None:
            self._copy.start(found)  # refused before anything is written
        fence = self._chain.fence(utc(now))
        what = self._copy.start(fence)
        if what is Start.SET_ASIDE:
            folder = self._copy.set_aside(now)
            logger.warning(
                "%s went on elsewhere; what only this machine had was moved to %s, and is fetched"
                " again",
                self._copy.site,
                folder,
            )
        if what is not Start.KEEP:
            pull(self._chain.store, fence, self._copy)
        self._base = fence

    def reserved(self, day: str) -> Spent:
        """Return how much may have been asked of the site on a day, as all machines know."""
        return self._base.reserved.get(day, Spent()) if self._base is not None else Spent()

    def reserve(self, day: str, spent: Spent, now: datetime) -> None:
        """Tell all machines how much may be asked of the site on a day, before it is asked.

        It is a commit of one small object, without the output. Raises `LeaseLost`, `SharedAway`.
        """
        with self._pushing:
            assert self._base is not None
            commit = msgspec.structs.replace(
                self._base,
                number=self._base.number + 1,
                writer=self._chain.writer,
                at=utc(now),
                fencing=False,
                reserved={day: spent},
            )
            self._go_on_from(self._chain.append(commit))

    def release(self, day: str, spent: Spent) -> None:
        """Say with the next commit how much was asked of the site on a day, nothing ahead."""
        with self._pushing:
            assert self._base is not None
            self._base = msgspec.structs.replace(self._base, reserved={day: spent})

    def push(self, now: datetime) -> None:
        """Make a commit of what the output has by now; one at a time, whichever thread asks.

        Raises as `push.push` does.
        """
        with self._pushing:
            assert self._base is not None
            self._go_on_from(push(self._chain, self._copy, self._base, now))

    def _go_on_from(self, commit: "Commit") -> None:
        assert self._base is not None
        is_time = commit.number // KEPT > self._base.number // KEPT
        self._base = commit
        if is_time:
            with suppress(Refusal):  # garbage hurts nobody; the next clean-up takes it
                self._chain.clean_up(commit.number)

    def finish(
        self, now: datetime, patience: float = LAST_PATIENCE, wait: float = _AGAIN
    ) -> Refusal | None:
        """Make the last commit and give the lease back, once; return what refused, or None.

        While the shared place is away the commit is tried for `patience` seconds."""
        if self._over.is_set():
            return None
        until = time.monotonic() + patience
        try:
            while True:
                try:
                    self.push(now)
                    return None
                except SharedAway as refusal:
                    if time.monotonic() > until:
                        return refusal
                    time.sleep(wait)
        except Refusal as refusal:
            return refusal
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Give the lease back without a commit; what is not shared stays in the local output."""
        self._over.set()
        if self._renewing.is_alive():
            self._renewing.join()
        with suppress(Refusal):  # then it runs out by itself
            self.lease.release()

    def _renew(self) -> None:
        wait = self.lease.ttl / _RENEWALS
        while not self._over.wait(wait):
            try:
                self.lease.renew()
                wait = self.lease.ttl / _RENEWALS
            except LeaseLost as refusal:
                logger.error("%s", refusal)
                return
            except Refusal as refusal:
                logger.warning("Lease not renewed: %s", refusal)
                wait = self.lease.ttl / _RENEWALS_AWAY


def _take(lease: Lease, site: str, sleep: Callable[[float], None]) -> None:
    if wait := lease.look():
        logger.warning("Another machine has the lease of %s; watching whether it lives", site)
    while wait:
        sleep(wait)
        wait = lease.look()


def _local_lock(copy: LocalCopy, now: datetime) -> Lock:
    folder = copy.state.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_os(error, f"creating {folder}") from error
    return Lock(lock_path(copy.output, copy.site), now)
