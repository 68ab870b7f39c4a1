"""How far to page through the index of a day, a topic, an author or a search. Pure."""

from dataclasses import replace
from datetime import date, datetime
from typing import Final

from newsspider.base_spiders.listing_sources import Source, daily_index
from newsspider.base_spiders.plan import Plan
from newsspider.dates import WIB
from newsspider.extract import Listed, Listing
from newsspider.sites.sindonews import addresses

MOST_PAGES: Final = 150  # of one walk: no listing seen goes on for longer, a trap does
_STEPS: Final = (20, 15, 10)  # articles on an index page: since 2023, in 2020-21, in 2018-20


def newest_and_oldest(found: Listing) -> tuple[datetime | None, datetime | None]:
    """The first and last publication among the entries, by their date or else their address."""
    moments = [moment for entry in found.articles if (moment := _published(entry))]
    return (max(moments), min(moments)) if moments else (None, None)


def _published(entry: Listed) -> datetime | None:
    if entry.date_published and len(entry.date_published) > len("2022-01-11"):
        return datetime.fromisoformat(entry.date_published)
    hint = addresses.published_hint(entry.url)
    return hint.astimezone(WIB) if hint else None


def following_page(here: Source, found: Listing) -> Source | None:
    """The page that the pager names, unless the walk stands still."""
    if found.next is None or found.next == here.url or not (found.articles or found.skipped):
        return None
    return replace(here, url=found.next, depth=here.depth + 1)


def next_of_day(here: Source, found: Listing) -> Source | None:
    """An archive day is read to its end: by the pager, or by count where no pager was found."""
    if found.next is not None:
        return following_page(here, found)
    step = next((step for step in _STEPS if len(found.articles) >= step), None)
    if step is None or here.section is None or here.day is None:
        return None
    following = daily_index(here.section, date.fromisoformat(here.day), here.offset + step)
    return replace(following, depth=here.depth + 1)


def next_of_selection(here: Source, found: Listing, plan: Plan) -> Source | None:
    """A topic, author or search, newest first: on until it is older than the days asked for."""
    newest, _ = newest_and_oldest(found)
    if plan.since is not None and newest is not None and newest.date() < plan.since:
        return None
    return following_page(here, found) if here.depth < MOST_PAGES else None
