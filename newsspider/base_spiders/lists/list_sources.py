"""Where a site lists its newest articles and its archive, as a plan asks for them. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from newsspider.base_spiders.plan import Plan
from newsspider.sites.site import Site
from newsspider.store.state.day_ledger import EVERY_SECTION


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSource:
    """A place that lists articles; travels with its request.

    `kind` is `feed`, `sitemap` or `index`; `day` (ISO date) is that of a daily index; `section` is
    `EVERY_SECTION` for an index of all of them; `depth` is the number of pages before this one. A
    sitemap that is `named` by the user leads to all that it names.
    """

    url: str
    kind: str
    section: str | None = None
    day: str | None = None
    offset: int = 0
    depth: int = 0
    named: bool = False

    @property
    def ledger_day(self) -> tuple[str, str] | None:
        """Day and section of a daily index, under which its articles are filed."""
        return (self.day, self.section) if self.day and self.section else None


class Sources:
    """The lists of one site."""

    def __init__(self, site: Site) -> None:
        self.site = site

    def sections(self, plan: Plan) -> list[str]:
        """Return the sections asked for; without any, those that have an index of their own.

        The others are found in the index of all sections; where a site has none, they are all.
        """
        known = list(plan.sections or self.site.sections)
        if plan.sections or self.front_index(EVERY_SECTION) is None:
            return known
        return [name for name in known if self.front_index(name)]

    def feed(self, section: str | None, nth: int = 0) -> ListSource | None:
        """Return the feed of a section or of the whole site, or the `nth` other address of it."""
        known = self.site.lists.feeds(section)
        if nth >= len(known):
            return None
        return ListSource(url=known[nth], kind="feed", section=section, depth=nth)

    def news_sitemap(self, section: str) -> ListSource | None:
        """Return where a section names all its articles of the last two days."""
        url = self.site.lists.news_sitemap(section)
        return ListSource(url=url, kind="sitemap", section=section) if url else None

    def front_index(self, section: str) -> ListSource | None:
        """Return the index of a section, or of all, without a day: its newest articles."""
        url = self.site.lists.front_index(None if section == EVERY_SECTION else section)
        return ListSource(url=url, kind="index", section=section) if url else None

    def daily_index(self, section: str, day: date, offset: int = 0) -> ListSource | None:
        """Return the index of a section's day, or of all sections for `EVERY_SECTION`.

        For a section without a list of its own it is that of all, of which its articles count.
        """
        name = section if self.site.lists_by_day(section) else None
        url = self.site.lists.daily_index(name, day, offset)
        if url is None:
            return None
        return ListSource(
            url=url, kind="index", section=section, day=day.isoformat(), offset=offset
        )

    def is_listed(self, here: ListSource, section: str) -> bool:
        """Tell whether an article of `section` counts on a list, which may be that of all."""
        if here.section is None or here.kind != "index" or here.day is None:
            return True
        if here.section == EVERY_SECTION or self.site.lists_by_day(here.section):
            return True
        return section == here.section

    def archive_days(self, plan: Plan) -> Iterator[ListSource]:
        """Yield the lists of each day of an archive, in the order asked for.

        Where no sections were named, the list of all of them is the last of a day: the only witness
        of sections without a list of their own, and the second one of all others.
        """
        numbered = [name for name in self.site.sections if self.site.lists_by_day(name)]
        for day in plan.days():
            for section in plan.sections or (*numbered, EVERY_SECTION):
                source = self.daily_index(section, day)
                if source is not None:
                    yield source

    def selections(self, plan: Plan) -> Iterator[ListSource]:
        """Yield topics, authors, the search, and feeds and a sitemap that the user names."""
        search = self.site.lists.search(plan.query) if plan.query else None
        for url in (*plan.topics, *plan.authors, search):
            if url:
                yield ListSource(url=url, kind="index")
        for url in plan.feeds:
            yield ListSource(url=url, kind="feed")
        if plan.sitemap:
            yield ListSource(url=plan.sitemap, kind="sitemap", named=True)
