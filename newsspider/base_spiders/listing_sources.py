"""Where the newest articles and the archive are listed, as a plan asks for them. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from newsspider.base_spiders.plan import Plan
from newsspider.sites.sindonews import addresses, listing_urls
from newsspider.sites.sindonews.sections import ALL_SECTIONS, SECTIONS
from newsspider.sites.sindonews.sections import SindonewsSection as Section
from newsspider.store.state.day_ledger import EVERY_SECTION


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place that lists articles; travels with its request, so it holds only what JSON can.

    `kind` is `feed`, `sitemap` or `index`; `day` (ISO date) is that of a daily index; `depth` is
    the number of pages before this one.
    """

    url: str
    kind: str
    section: str | None = None
    day: str | None = None
    offset: int = 0
    depth: int = 0

    @property
    def ledger_day(self) -> tuple[str, str] | None:
        """The day and kanal of a daily index, under which its articles are filed."""
        return (self.day, self.section) if self.day and self.section else None

    def to_dict(self) -> dict[str, Any]:
        """For `cb_kwargs`."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The source of a request's `cb_kwargs`."""
        return cls(**values)


def daily_index(section: str, day: date, offset: int = 0) -> Source:
    """Return the index of a section's day, or of all sections for `EVERY_SECTION`.

    For a section whose number in the index is not known it is the index of all sections, of which
    the articles of that one count.
    """
    known = SECTIONS.get(section)
    number = known.index_number if known else None
    url = listing_urls.indeks_url(ALL_SECTIONS if number is None else number, day, offset)
    return Source(url=url, kind="index", section=section, day=day.isoformat(), offset=offset)


def has_own_list(section: str) -> bool:
    """Return whether the daily index has a list of this section alone."""
    known = SECTIONS.get(section)
    return known is not None and known.index_number is not None


def is_listed(here: Source, url: str) -> bool:
    """Return whether an article of the index of all sections is of the one that is looked for."""
    section = here.section
    if section is None or here.kind != "index" or here.day is None:
        return True
    if section == EVERY_SECTION or has_own_list(section):
        return True
    return addresses.parse(url).section == section


def sections_of(plan: Plan) -> list[Section]:
    """Return the sections asked for; without any, those that have a list of their own."""
    if plan.sections:
        return [SECTIONS[name] for name in plan.sections]
    return [section for section in SECTIONS.values() if section.index_number is not None]


def news_sitemap(section: str) -> Source:
    """Where a kanal names all its articles of the last two days."""
    return Source(url=listing_urls.sitemap_urls(section)[0], kind="sitemap", section=section)


def feed(section: str | None, nth: int = 0) -> Source | None:
    """The feed of a kanal or of the whole site, or the `nth` other address of it."""
    known = listing_urls.feed_urls(section)
    return (
        Source(url=known[nth], kind="feed", section=section, depth=nth)
        if nth < len(known)
        else None
    )


def front_index(section: str) -> Source | None:
    """Return the index of a section, or of all, without a day: its newest articles."""
    number = ALL_SECTIONS if section == EVERY_SECTION else SECTIONS[section].index_number
    if number is None:
        return None
    return Source(url=listing_urls.front_index_url(number), kind="index", section=section)


def archive_days(plan: Plan) -> Iterator[Source]:
    """Yield the lists of each day of an archive, in the order asked for.

    Where no sections were named, the list of all of them is the last of a day: the only witness of
    sections without a list of their own, and the second one of all others.
    """
    for day in plan.days():
        for section in sections_of(plan):
            yield daily_index(section.name, day)
        if not plan.sections:
            yield daily_index(EVERY_SECTION, day)


def selections(plan: Plan) -> Iterator[Source]:
    """Topics, authors and the search."""
    for url in (*plan.topics, *plan.authors):
        yield Source(url=url, kind="index")
    if plan.query:
        yield Source(url=listing_urls.search_url(plan.query), kind="index")
