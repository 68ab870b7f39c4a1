"""How far to page through a listing: as far as new articles may hide, and no further. Pure."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from newsspider.extract import Listing
from newsspider.extract.sindonews import sources
from newsspider.extract.sindonews.kanals import KANALS
from newsspider.spiders.plan import Plan
from newsspider.spiders.sources import Source

MOST_PAGES: Final = 150  # of one walk: no listing seen goes on for longer, a trap does
_STEPS: Final = (20, 15, 10)  # articles on an index page: since 2023, in 2020-21, in 2018-20


def covers(found: Listing, overlap: timedelta) -> bool:
    """Whether a listing reaches back over the overlap, so that late articles show up in it."""
    newest, oldest = newest_and_oldest(found)
    return newest is not None and oldest is not None and newest - oldest >= overlap


def next_source(
    here: Source, found: Listing, fresh: int, plan: Plan, *, covered: bool, first_run: bool
) -> Source | None:
    """The page to read after this one, or None when the walk has seen enough.

    `fresh` counts the articles of this page that are not stored; `covered` says that another
    listing of the kanal reaches back over the overlap; `first_run` that nothing is stored at all.
    """
    if here.kind != "index" or here.depth >= MOST_PAGES:
        return None
    if here.day is not None and plan.is_archive:
        return _next_of_day(here, found)
    if here.kanal is None:
        return _next_of_selection(here, found, plan)
    return _next_of_latest(here, found, fresh, plan, covered=covered, first_run=first_run)


def newest_and_oldest(found: Listing) -> tuple[datetime | None, datetime | None]:
    """The first and last publication among the entries that state a clock time."""
    stated = [entry.date_published for entry in found.articles if entry.date_published]
    moments = [datetime.fromisoformat(text) for text in stated if len(text) > len("2022-01-11")]
    return (max(moments), min(moments)) if moments else (None, None)


def _following(here: Source, found: Listing) -> Source | None:
    """The page that the pager names, unless the walk stands still."""
    if found.next is None or found.next == here.url or not found.articles:
        return None
    return replace(here, url=found.next, depth=here.depth + 1)


def _next_of_day(here: Source, found: Listing) -> Source | None:
    """An archive day is read to its end: by the pager, or by count where no pager was found."""
    if found.next is not None:
        return _following(here, found)
    step = next((step for step in _STEPS if len(found.articles) >= step), None)
    kanal = KANALS[here.kanal] if here.kanal else None
    if step is None or kanal is None or kanal.cid is None or here.day is None:
        return None
    offset = here.offset + step
    url = sources.indeks_url(kanal.cid, date.fromisoformat(here.day), offset)
    return replace(here, url=url, depth=here.depth + 1, offset=offset)


def _next_of_selection(here: Source, found: Listing, plan: Plan) -> Source | None:
    """A topic, author or search, newest first: on until it is older than the days asked for."""
    newest, _ = newest_and_oldest(found)
    if plan.since is not None and newest is not None and newest.date() < plan.since:
        return None
    return _following(here, found)


def _next_of_latest(
    here: Source, found: Listing, fresh: int, plan: Plan, *, covered: bool, first_run: bool
) -> Source | None:
    """On past the overlap while there is anything new; a first run stops at the overlap."""
    newest, oldest = newest_and_oldest(found)
    top = datetime.fromisoformat(here.top) if here.top else newest
    if top is None or newest is None or oldest is None:
        return _following(here, found) if fresh and not first_run else None
    in_overlap = oldest > top - plan.overlap
    if not (in_overlap and (fresh or not covered)) and not (fresh and not first_run):
        return None
    here = replace(here, top=top.isoformat())
    return _following(here, found) or _day_before(here, oldest)


def _day_before(here: Source, oldest: datetime) -> Source | None:
    """Where a kanal's list ends with its day, the walk goes on with the day before."""
    kanal = KANALS[here.kanal] if here.kanal else None
    if kanal is None or kanal.cid is None:
        return None
    day = oldest.date() - timedelta(days=1)
    if here.day is not None and day.isoformat() >= here.day:
        return None
    url = sources.indeks_url(kanal.cid, day)
    return replace(here, url=url, day=day.isoformat(), depth=here.depth + 1, offset=0)
