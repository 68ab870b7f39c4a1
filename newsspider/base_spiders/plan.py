"""What a crawl was asked to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal, Self

from newsspider.base_spiders.arguments import ARGUMENTS
from newsspider.base_spiders.days import read_day
from newsspider.base_spiders.url_file import UrlFile
from newsspider.errors import BadArgument, nearest
from newsspider.sites.site import Site
from newsspider.store.files.times import wib_day

Order = Literal["oldest", "newest"]
Archive = Literal["ccnews", "cdx"]

_DAYS: Final = ("since", "until")
_IN_ARCHIVES: Final[Mapping[str, frozenset[str]]] = {
    "ccnews": frozenset({*_DAYS, "source", "sections", "limit", "order"}),
    "cdx": frozenset({*_DAYS, "source", "sections", "limit"}),
}
"""The arguments that mean something of each archive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Holds what the arguments of one crawl ask for.

    Without `since`, `until` or another selection the crawl is a *latest* one: the feeds, the news
    sitemaps and the index of every section. With `since` or `until` it walks the daily index. With
    a `source` it reads an archive instead of the site.
    """

    since: date | None = None
    until: date | None = None
    order: Order = "oldest"
    sections: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    query: str | None = None
    urls: UrlFile | None = None
    feeds: tuple[str, ...] = ()
    sitemap: str | None = None
    limit: int | None = None
    thrift: bool | None = None
    refresh: timedelta | None = None
    overlap: timedelta = timedelta(hours=24)
    source: Archive | None = None

    @classmethod
    def read(cls, arguments: Mapping[str, str], today: date, site: Site) -> Self:
        """Return the plan that the arguments of `scrapy crawl -a` state for a site.

        `today` is the day of the crawl, WIB: an archive without `until` ends there.
        Raises `BadArgument`, which names the argument and the nearest right one.
        """
        values: dict[str, Any] = {}
        for name, text in arguments.items():
            if name in _DAYS:
                values[name] = read_day(f"-a {name}", text, today, last=name == "until")
            elif name in ARGUMENTS:
                values[name] = ARGUMENTS[name](name, text, site)
            else:
                known = (*_DAYS, *ARGUMENTS)
                raise BadArgument(f"-a {name}: unknown argument{nearest(name, known)}")
        if "since" in values or "until" in values:
            values["since"], values["until"] = _span_of_days(values, today)
        plan = cls(**values)
        _refuse_beside_source(plan.source, arguments, site)
        indexes = (site.lists.daily_index(name, today) for name in (None, *site.sections))
        if plan.is_archive and not any(indexes):
            name = "since" if "since" in arguments else "until"
            raise BadArgument(f"-a {name}: {site.title} lists no days; leave it out")
        return plan

    @property
    def has_selection(self) -> bool:
        """Tell whether articles are named otherwise than by day: by topic, author, search, feed,
        sitemap, file; or are those of an archive."""
        lists = self.topics or self.authors or self.query or self.feeds or self.sitemap
        return bool(lists or self.urls or self.source)

    @property
    def is_archive(self) -> bool:
        """Tell whether to walk through the daily index."""
        return self.since is not None and not self.has_selection

    @property
    def is_latest(self) -> bool:
        """Tell whether nothing was selected: the newest articles of the site."""
        return self.since is None and not self.has_selection

    @property
    def is_thrifty(self) -> bool:
        """Tell whether the whole text alone is asked for, page 1 not; the default of archives."""
        return self.is_archive if self.thrift is None else self.thrift

    def days(self) -> Iterable[date]:
        """Yield each day of the archive, in the order asked for."""
        if self.since is None or self.until is None:
            return
        count = (self.until - self.since).days + 1
        for step in range(count):
            if self.order == "oldest":
                yield self.since + timedelta(days=step)
            else:
                yield self.until - timedelta(days=step)

    def wants_day(self, published: str | None) -> bool:
        """Tell whether an article of that ISO date belongs to the days asked for; unknown dates do.

        A day is one of Jakarta, whose index also lists the articles that state WITA or WIT.
        """
        if self.since is None or self.until is None or published is None:
            return True
        return self.since.isoformat() <= wib_day(published) <= self.until.isoformat()


def _refuse_beside_source(source: str | None, arguments: Mapping[str, str], site: Site) -> None:
    """Raise `BadArgument` for arguments that an archive cannot heed: it lists captures alone."""
    if source is None:
        return
    if not site.domains:
        raise BadArgument(
            f"-a source={source}: {site.title} has no domain to look for; name a site"
        )
    for name in arguments:
        if name not in _IN_ARCHIVES[source]:
            heeded = ", ".join(sorted(_IN_ARCHIVES[source] - {"source"}))
            raise BadArgument(f"-a {name}: means nothing beside source={source}, with {heeded}")


def _span_of_days(values: Mapping[str, Any], today: date) -> tuple[date, date]:
    until: date = min(values.get("until", today), today)
    since: date = values.get("since", values.get("until", today))
    if since > today:
        raise BadArgument(f"-a since={since}: lies in the future; today is {today} (WIB)")
    if since > until:
        raise BadArgument(f"-a since={since} is after until={until}; did you swap them?")
    return since, until
