"""Where the newest articles and the archive are listed, as a plan asks for them. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from newsspider.extract.sindonews import sources
from newsspider.extract.sindonews.kanals import KANALS, Kanal
from newsspider.spiders.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place that lists articles; travels with its request, so it holds only what JSON can.

    `kind` is `feed`, `sitemap` or `index`; `day` (ISO date) is that of a daily index; `top` is the
    date of the first article of a walk's first page, `depth` the number of pages before this one.
    """

    url: str
    kind: str
    kanal: str | None = None
    day: str | None = None
    offset: int = 0
    top: str | None = None
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


def sources_of(plan: Plan) -> Iterator[Source]:
    """Where to start, best first: what lists most articles per request."""
    if plan.is_archive:
        yield from _archive(plan)
    elif plan.is_latest:
        yield from _latest(plan)
    for url in (*plan.topics, *plan.authors):
        yield Source(url=url, kind="index")
    if plan.query:
        yield Source(url=sources.search_url(plan.query), kind="index")


def daily_index(kanal: Kanal, day: date, offset: int = 0) -> Source | None:
    """The index of a kanal's day; None for a kanal whose number in the index is not known."""
    if kanal.cid is None:
        return None
    url = sources.indeks_url(kanal.cid, day, offset)
    return Source(url=url, kind="index", kanal=kanal.name, day=day.isoformat(), offset=offset)


def todays_index(failed: Source, today: date) -> Source | None:
    """What to ask instead of an index without a day that came empty or not at all."""
    if failed.kind != "index" or failed.day or failed.depth or failed.kanal is None:
        return None
    return daily_index(KANALS[failed.kanal], today)


def kanals_of(plan: Plan) -> list[Kanal]:
    """The kanals asked for; without any, those that list articles today, or ever did."""
    if plan.sections:
        return [KANALS[name] for name in plan.sections]
    if plan.is_archive:
        return [kanal for kanal in KANALS.values() if kanal.cid is not None]
    return [kanal for kanal in KANALS.values() if kanal.cid is not None and kanal.until is None]


def _archive(plan: Plan) -> Iterator[Source]:
    for day in plan.days():
        for kanal in kanals_of(plan):
            found = daily_index(kanal, day)
            if found is not None:
                yield found


def _latest(plan: Plan) -> Iterator[Source]:
    if not plan.sections:
        yield from (Source(url=url, kind="feed") for url in sources.feed_urls())
        yield from (Source(url=url, kind="sitemap") for url in sources.sitemap_urls())
    for kanal in kanals_of(plan):
        news, *_ = sources.sitemap_urls(kanal.name)
        yield Source(url=news, kind="sitemap", kanal=kanal.name)
        for url in sources.feed_urls(kanal.name):
            yield Source(url=url, kind="feed", kanal=kanal.name)
        if kanal.cid is not None:
            yield Source(url=sources.front_index_url(kanal.cid), kind="index", kanal=kanal.name)
