"""How far to page through the index of a day, a topic, an author or a search. Pure."""

from dataclasses import replace
from datetime import date, datetime, tzinfo
from typing import Final

from newsspider.base_spiders.lists.list_sources import ListSource, Sources
from newsspider.base_spiders.plan import Plan
from newsspider.extract import Listed, Listing

MOST_PAGES: Final = 150  # of one walk: no listing seen goes on for longer, a trap does


def newest_and_oldest(found: Listing, zone: tzinfo) -> tuple[datetime | None, datetime | None]:
    """Return the first and last publication among entries, by their date or else their address."""
    moments = [moment for entry in found.articles if (moment := _published(entry, zone))]
    return (max(moments), min(moments)) if moments else (None, None)


def _published(entry: Listed, zone: tzinfo) -> datetime | None:
    if entry.date_published and len(entry.date_published) > len("2022-01-11"):
        return datetime.fromisoformat(entry.date_published)
    hint = entry.address.published_hint if entry.address else None
    return hint.astimezone(zone) if hint else None


def following_page(here: ListSource, found: Listing) -> ListSource | None:
    """Return the page that the pager names, unless the walk stands still."""
    if found.next is None or found.next == here.url or not (found.articles or found.skipped):
        return None
    return replace(here, url=found.next, depth=here.depth + 1)


def next_of_day(here: ListSource, found: Listing, sources: Sources) -> ListSource | None:
    """Return the next page of a day: by the pager, or by count where no pager was found."""
    if found.next is not None:
        return following_page(here, found)
    steps = sources.site.index_steps
    step = next((step for step in steps if len(found.articles) >= step), None)
    if step is None or here.section is None or here.day is None:
        return None
    day, offset = date.fromisoformat(here.day), here.offset + step
    following = sources.daily_index(here.section, day, offset)
    return replace(following, depth=here.depth + 1) if following else None


def next_of_selection(
    here: ListSource, found: Listing, plan: Plan, zone: tzinfo
) -> ListSource | None:
    """Return the next page of a topic, author or search, which show the newest first.

    None where they are older than the days asked for.
    """
    newest, _ = newest_and_oldest(found, zone)
    if plan.since is not None and newest is not None and newest.date() < plan.since:
        return None
    return following_page(here, found) if here.depth < MOST_PAGES else None
