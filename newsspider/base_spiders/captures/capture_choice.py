"""Chooses, among the captures of an archive, the articles that are wanted, and the page to begin
with. Pure, but for its counts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from scrapy.statscollectors import StatsCollector

from newsspider.base_spiders.articles.queue import ArticleQueue
from newsspider.base_spiders.plan import Plan
from newsspider.crawl.awaited_captures import Found
from newsspider.extract import Listed
from newsspider.reading.address import Address
from newsspider.sites.site import Site
from newsspider.warc.index.cdx_answer import CdxEntry

_PAGES: Final = frozenset({None, "", "-", "unk", "text/html", "application/xhtml+xml"})
_EARLY: Final = timedelta(days=7)  # how long before its publication an address may be dated
_ZONES: Final = timedelta(days=1)  # captures are dated in UTC


@dataclass(frozen=True, slots=True)
class Chosen:
    """An article to be read: as the queue knows it, the address captured of the page to begin with,
    and the captures of all its pages, the newest of each first."""

    listed: Listed
    url: str
    captures: tuple[Found, ...]

    @property
    def identity(self) -> str:
        """Return the identity of the article."""
        assert self.listed.address is not None
        return self.listed.address.id or self.listed.url


class CaptureChoice:
    """Chooses by address and date; what is stored, or was asked for, the queue leaves out.

    Of several captures of a page the newest comes first, so that one article is one record: what
    the site said last, if that can be read. Counts: `capture/listed`, `capture/no_article`,
    `capture/no_page` of other types than HTML, `capture/further_page` of articles of which no
    first page was captured.
    """

    def __init__(self, plan: Plan, site: Site, queue: ArticleQueue, stats: StatsCollector) -> None:
        self.plan = plan
        self.site = site
        self.queue = queue
        self.stats = stats

    def articles(self, found: Iterable[Found]) -> Iterator[Chosen]:
        """Yield the wanted articles among captures, which are taken together by article."""
        by_article: dict[str, list[tuple[Address, Found]]] = {}
        for capture in found:
            self.stats.inc_value("capture/listed")
            if not _is_page(capture):
                self.stats.inc_value("capture/no_page")
                continue
            address = self.site.address(capture.url)
            if address.id is None:
                self.stats.inc_value("capture/no_article")
            else:
                by_article.setdefault(address.id, []).append((address, capture))
        for captures in by_article.values():
            if chosen := self._chosen(captures):
                yield chosen

    def _chosen(self, captures: list[tuple[Address, Found]]) -> Chosen | None:
        captures.sort(key=lambda pair: _date(pair[1]), reverse=True)
        begin = _first(captures, whole=False) or _first(captures, whole=True)
        if begin is None:
            self.stats.inc_value("capture/further_page")
            return None
        address, capture = begin
        if self._is_too_early(address, captures[0][1]):
            self.stats.inc_value("article/other_day")
            return None
        listed = Listed(url=address.canonical or capture.url, date_published=None, address=address)
        for entry in self.queue.choose(self.queue.wanted([listed], of_section=False)):
            return Chosen(entry, capture.url, tuple(found for _, found in captures))
        return None

    def _is_too_early(self, address: Address, newest: Found) -> bool:
        """Tell whether an article was captured, or dated by its address, before the days asked
        for; a date in an address is that of the publication, or shortly before."""
        since = self.plan.since
        if since is None:
            return False
        hint = address.published_hint
        if hint is not None and hint.astimezone(self.site.zone).date() < since - _EARLY:
            return True
        return _date(newest).date() < since - _ZONES


def _is_page(found: Found) -> bool:
    if isinstance(found, CdxEntry):
        return found.status in (None, 200) and found.mime in _PAGES
    capture = found.capture
    kind = (capture.header("Content-Type") or "").partition(";")[0].strip().lower()
    return capture.status == 200 and capture.revisit is None and kind in _PAGES


def _date(found: Found) -> datetime:
    return found.date


def _first(captures: list[tuple[Address, Found]], *, whole: bool) -> tuple[Address, Found] | None:
    for address, found in captures:
        if address.offset == 0 and address.whole is whole:
            return address, found
    return None
