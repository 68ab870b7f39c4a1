"""Where the newest articles and the archive are listed, as a plan asks for them. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from newsspider.base_spiders.plan import Plan
from newsspider.sites.sindonews import addresses, listing_urls
from newsspider.sites.sindonews.sections import ALL_SECTIONS, SECTIONS
from newsspider.sites.sindonews.sections import SindonewsSection as Section


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


def daily_index(section: Section, day: date, offset: int = 0) -> Source:
    """The index of a kanal's day.

    For a kanal whose number in the index is not known it is the index of all kanals, of which the
    articles of that one count.
    """
    number = ALL_SECTIONS if section.index_number is None else section.index_number
    url = listing_urls.indeks_url(number, day, offset)
    return Source(url=url, kind="index", section=section.name, day=day.isoformat(), offset=offset)


def is_listed(here: Source, url: str) -> bool:
    """Whether an article of the index of all kanals belongs to the kanal that is looked for."""
    section = SECTIONS.get(here.section or "")
    if (
        here.kind != "index"
        or here.day is None
        or section is None
        or section.index_number is not None
    ):
        return True
    return addresses.parse(url).section == section.name


def sections_of(plan: Plan) -> list[Section]:
    """The kanals asked for; without any, those that list articles today, or ever did."""
    if plan.sections:
        return [SECTIONS[name] for name in plan.sections]
    if plan.is_archive:
        return list(SECTIONS.values())
    return [
        section
        for section in SECTIONS.values()
        if section.index_number is not None and section.until is None
    ]


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


def front_index(section: Section) -> Source | None:
    """The index of a kanal without a day: its newest articles."""
    if section.index_number is None:
        return None
    return Source(
        url=listing_urls.front_index_url(section.index_number), kind="index", section=section.name
    )


def archive_days(plan: Plan) -> Iterator[Source]:
    """Each day and kanal of an archive, in the order asked for.

    A kanal without a number in the index is looked for in the years in which it had articles,
    unless it was asked for by name.
    """
    for day in plan.days():
        for section in sections_of(plan):
            is_of_its_time = section.since <= day.year <= (section.until or day.year)
            if plan.sections or section.index_number is not None or is_of_its_time:
                yield daily_index(section, day)


def selections(plan: Plan) -> Iterator[Source]:
    """Topics, authors and the search."""
    for url in (*plan.topics, *plan.authors):
        yield Source(url=url, kind="index")
    if plan.query:
        yield Source(url=listing_urls.search_url(plan.query), kind="index")
