"""Where the newest articles and the archive are listed, as a plan asks for them. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from newsspider.extract.sindonews import sources, urls
from newsspider.extract.sindonews.kanals import ALL_KANALS, KANALS, Kanal
from newsspider.spiders.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place that lists articles; travels with its request, so it holds only what JSON can.

    `kind` is `feed`, `sitemap` or `index`; `day` (ISO date) is that of a daily index; `depth` is
    the number of pages before this one.
    """

    url: str
    kind: str
    kanal: str | None = None
    day: str | None = None
    offset: int = 0
    depth: int = 0

    @property
    def ledger_day(self) -> tuple[str, str] | None:
        """The day and kanal of a daily index, under which its articles are filed."""
        return (self.day, self.kanal) if self.day and self.kanal else None

    def to_dict(self) -> dict[str, Any]:
        """For `cb_kwargs`."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> Self:
        """The source of a request's `cb_kwargs`."""
        return cls(**values)


def daily_index(kanal: Kanal, day: date, offset: int = 0) -> Source:
    """The index of a kanal's day.

    For a kanal whose number in the index is not known it is the index of all kanals, of which the
    articles of that one count.
    """
    number = ALL_KANALS if kanal.cid is None else kanal.cid
    url = sources.indeks_url(number, day, offset)
    return Source(url=url, kind="index", kanal=kanal.name, day=day.isoformat(), offset=offset)


def is_listed(here: Source, url: str) -> bool:
    """Whether an article of the index of all kanals belongs to the kanal that is looked for."""
    kanal = KANALS.get(here.kanal or "")
    if here.kind != "index" or here.day is None or kanal is None or kanal.cid is not None:
        return True
    return urls.parse(url).kanal == kanal.name


def kanals_of(plan: Plan) -> list[Kanal]:
    """The kanals asked for; without any, those that list articles today, or ever did."""
    if plan.sections:
        return [KANALS[name] for name in plan.sections]
    if plan.is_archive:
        return list(KANALS.values())
    return [kanal for kanal in KANALS.values() if kanal.cid is not None and kanal.until is None]


def news_sitemap(kanal: str) -> Source:
    """Where a kanal names all its articles of the last two days."""
    return Source(url=sources.sitemap_urls(kanal)[0], kind="sitemap", kanal=kanal)


def feed(kanal: str | None, nth: int = 0) -> Source | None:
    """The feed of a kanal or of the whole site, or the `nth` other address of it."""
    known = sources.feed_urls(kanal)
    return Source(url=known[nth], kind="feed", kanal=kanal, depth=nth) if nth < len(known) else None


def front_index(kanal: Kanal) -> Source | None:
    """The index of a kanal without a day: its newest articles."""
    if kanal.cid is None:
        return None
    return Source(url=sources.front_index_url(kanal.cid), kind="index", kanal=kanal.name)


def archive_days(plan: Plan) -> Iterator[Source]:
    """Each day and kanal of an archive, in the order asked for.

    A kanal without a number in the index is looked for in the years in which it had articles,
    unless it was asked for by name.
    """
    for day in plan.days():
        for kanal in kanals_of(plan):
            is_of_its_time = kanal.since <= day.year <= (kanal.until or day.year)
            if plan.sections or kanal.cid is not None or is_of_its_time:
                yield daily_index(kanal, day)


def selections(plan: Plan) -> Iterator[Source]:
    """Topics, authors and the search."""
    for url in (*plan.topics, *plan.authors):
        yield Source(url=url, kind="index")
    if plan.query:
        yield Source(url=sources.search_url(plan.query), kind="index")
