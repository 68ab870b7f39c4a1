"""What a layout is: where on the page each field stands, and by what the layout is known."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One layout of the site, named for the years in which pages were served with it.

    Every field but `name` and `known_by` lists places, best first, in the notation of
    `newsspider.reading.element_index`. `known_by` are groups of places: the layout is on the page
    when every place of one group is. The day of the crawl decides the layout, not that of
    publication: an article of 2022 fetched in 2025 comes in the layout of 2025.
    """

    name: str
    known_by: tuple[tuple[str, ...], ...]
    headline: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    image: tuple[str, ...] = ()
    caption: tuple[str, ...] = ()
    breadcrumbs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
