"""What a crawl was asked to do."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal, Self

from newsspider.base_spiders.arguments import ARGUMENTS, nearest
from newsspider.base_spiders.url_file import UrlFile
from newsspider.dates import WIB
from newsspider.errors import BadArgument
from newsspider.sites.sindonews import addresses
from newsspider.sites.sindonews.sections import REGIONS
from newsspider.store.files.times import wib_day

Order = Literal["oldest", "newest"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The arguments of one crawl.

    Without `since`, `until` or another selection the crawl is a *latest* one: the feeds, the news
    sitemaps and the index of every kanal. With `since` or `until` it walks the daily index.
    """

    since: date | None = None
    until: date | None = None
    order: Order = "oldest"
    sections: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    query: str | None = None
    urls: UrlFile | None = None
    limit: int | None = None
    thrift: bool | None = None
    refresh: timedelta | None = None
    overlap: timedelta = timedelta(hours=24)

    @classmethod
    def read(cls, arguments: Mapping[str, str], today: date) -> Self:
        """The plan that the arguments of `scrapy crawl -a` state.

        `today` is the day of the crawl, WIB: an archive without `until` ends there.
        Raises `BadArgument`, which names the argument and the nearest right one.
        """
        values: dict[str, Any] = {}
        for name, text in arguments.items():
            if name not in ARGUMENTS:
                raise BadArgument(f"-a {name}: unknown argument{nearest(name, ARGUMENTS)}")
            values[name] = ARGUMENTS[name](name, text)
        if "since" in values or "until" in values:
            values["since"], values["until"] = _span_of_days(values, today)
        return cls(**values)

    @property
    def has_selection(self) -> bool:
        """True when articles are named otherwise than by day: topics, authors, search, a file."""
        return bool(self.topics or self.authors or self.query or self.urls)

    @property
    def is_archive(self) -> bool:
        """True for a walk through the daily index."""
        return self.since is not None and not self.has_selection

    @property
    def is_latest(self) -> bool:
        """True when nothing was selected: the newest articles of the site."""
        return self.since is None and not self.has_selection

    @property
    def is_thrifty(self) -> bool:
        """True when `?showpage=all` alone is asked for; the default of archive runs."""
        return self.is_archive if self.thrift is None else self.thrift

    def days(self) -> Iterable[date]:
        """Each day of the archive, in the order asked for."""
        if self.since is None or self.until is None:
            return
        count = (self.until - self.since).days + 1
        for step in range(count):
            if self.order == "oldest":
                yield self.since + timedelta(days=step)
            else:
                yield self.until - timedelta(days=step)

    def wants_day(self, published: str | None) -> bool:
        """Whether an article of that ISO date belongs to the days asked for; unknown dates do.

        A day is one of Jakarta, whose index also lists the articles that state WITA or WIT.
        """
        if self.since is None or self.until is None or published is None:
            return True
        return self.since.isoformat() <= wib_day(published) <= self.until.isoformat()

    def wants_address(self, url: str) -> bool:
        """Whether an article that was found by topic, author, search or address is of a kanal and
        of days asked for, as far as its address tells.

        The regions of 2018-20 were listed under daerah. The number at the end of an address is
        never later than the day of publication by more than some minutes.
        """
        section = addresses.parse(url).section
        if self.sections and ("daerah" if section in REGIONS else section) not in self.sections:
            return False
        hint = addresses.published_hint(url)
        return self.until is None or hint is None or hint.astimezone(WIB).date() <= self.until


def _span_of_days(values: Mapping[str, Any], today: date) -> tuple[date, date]:
    until: date = min(values.get("until", today), today)
    since: date = values.get("since", values.get("until", today))
    if since > today:
        raise BadArgument(f"-a since={since}: lies in the future; today is {today} (WIB)")
    if since > until:
        raise BadArgument(f"-a since={since} is after until={until}; did you swap them?")
    return since, until
