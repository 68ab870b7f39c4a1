"""The turn of a crawl at its site, where machines share it (SHARED): one session a crawler."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary, finalize

from scrapy.crawler import Crawler
from scrapy.settings import BaseSettings

from newsspider.crawl import clock
from newsspider.errors import BadArgument, Locked, Refusal

if TYPE_CHECKING:
    from newsspider.shared.session import Session

_SESSIONS: "Final[WeakKeyDictionary[Crawler, Session]]" = WeakKeyDictionary()
_REFUSED: Final[WeakKeyDictionary[Crawler, Refusal]] = WeakKeyDictionary()


def join(crawler: Crawler) -> None:
    """Take the site's lease and bring OUTPUT_DIR up to date, where SHARED is set; once a crawl.

    It may take half as long again as SHARED_LEASE_SECONDS, where another machine was ended without
    giving its lease back. Raises as `Session.begin` does.
    """
    if crawler in _REFUSED:
        raise _REFUSED.pop(crawler)
    settings = crawler.settings
    if not settings["SHARED"] or crawler in _SESSIONS:
        return
    from newsspider.shared.object_store import ObjectStore  # few crawls need them
    from newsspider.shared.session import Session

    ttl = _seconds(settings, "SHARED_LEASE_SECONDS")
    _seconds(settings, "SHARED_PUSH_SECONDS")
    store = ObjectStore.open(str(settings["SHARED"]))
    output = Path(settings["OUTPUT_DIR"])
    site = crawler.spidercls.name
    try:
        session = Session.begin(store, output, site, ttl, clock.now())
    except KeyboardInterrupt:
        raise Locked(f"interrupted while waiting for the lease of {site}") from None
    _SESSIONS[crawler] = session
    finalize(crawler, session.abandon)


def join_all(crawlers: Iterable[Crawler]) -> None:
    """Join for many crawlers at once, since each may have to wait; `join` then tells refusals."""

    def joined(crawler: Crawler) -> None:
        try:
            join(crawler)
        except Refusal as refusal:
            _REFUSED[crawler] = refusal

    sharing = [crawler for crawler in crawlers if crawler.settings["SHARED"]]
    if sharing:
        with ThreadPoolExecutor(len(sharing)) as pool:
            list(pool.map(joined, sharing))


def session_of(crawler: Crawler) -> "Session | None":
    """Return the session of a crawl; None where the site is not shared."""
    return _SESSIONS.get(crawler)


def leave(crawler: Crawler) -> Refusal | None:
    """Make the last commit, unless it is made, with one try; return what refused, or None.

    For crawls that ended by force: others have their end made by the extension `ShareStore`.
    """
    session = _SESSIONS.pop(crawler, None)
    return session.finish(clock.now(), patience=0) if session is not None else None


def give_up(crawler: Crawler) -> None:
    """Give the lease back without a commit: the crawl does not begin."""
    session = _SESSIONS.pop(crawler, None)
    if session is not None:
        session.abandon()


def _seconds(settings: BaseSettings, name: str) -> float:
    seconds = settings.getfloat(name)
    if seconds <= 0:
        raise BadArgument(f"{name}={settings[name]}: not a number of seconds above zero")
    return seconds
