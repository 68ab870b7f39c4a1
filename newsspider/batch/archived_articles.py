"""The articles of the captures of one WARC file, each state of them once. Pure."""

from collections import Counter, OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from newsspider.batch.archived_page import ArchivedPage, ReadAgain
from newsspider.batch.visit import Visit, place_of
from newsspider.extract import Listed, NotAnArticle, Page
from newsspider.items import Article, to_record
from newsspider.reading.address import Address
from newsspider.reading.not_an_article import REASONS
from newsspider.reading.trust.foreign.repeated_lines import RepeatedLines
from newsspider.sites import registry
from newsspider.sites.site import Site
from newsspider.store.state.fingerprint import changed_fields, fingerprint, passing
from newsspider.warc.read.capture import Capture

if TYPE_CHECKING:
    from datetime import datetime

_OK: Final = 200
_REMEMBERED: Final = 64  # pages to which a revisit may refer

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Refused:
    """A page, or an article, of which no record was made: a code, and what a person is told."""

    url: str
    reason: str
    words: str

    def __str__(self) -> str:
        """Return what a person is told."""
        return f"{self.url}: {self.reason}: {self.words}"


class ArchivedArticles:
    """Makes records of captures, in the order of the file.

    A further page is joined to the capture of its article before it; a page that comes a second
    time begins a new visit. Of an article every state is a record, counted in `revision`: what says
    the same as the visit before is left out, as a crawl leaves it out. `fetched_at` is the
    WARC-Date of the page that was asked for.

    `counts`: `captures`; of these `no_article` (by their address), `not_ok` (another status than
    200), `revisits` of what is not at hand; `pages` of articles; `unchanged` visits.
    """

    def __init__(self, reread: ReadAgain | None = None) -> None:
        """Read again what waits for long by `reread`; without it, hold it in memory."""
        self._reread = reread
        self.counts: Counter[str] = Counter()
        self._visits: dict[str, Visit] = {}
        self._expected: Counter[str | None] = Counter()  # captures to come, by their article
        self._states: dict[str, tuple[bytes, int]] = {}
        self._repeated: dict[str, RepeatedLines] = {}
        self._bodies: OrderedDict[tuple[str, datetime | None], Capture] = OrderedDict()

    def expect(self, capture: Capture) -> None:
        """Be told of a capture that will be read soon: what waits for it is held as it was parsed,
        all else is let go of at once, while it is at hand."""
        _, address = _place_of(capture)
        self._expected[address.id] += 1

    def read(self, capture: Capture) -> Iterator[Record | Refused]:
        """Yield the records that a capture completes, and what is refused."""
        self.counts["captures"] += 1
        site, address = _place_of(capture)
        self._expected[address.id] -= 1
        yield from self._read(site, address, capture)
        if self._expected[address.id] <= 0:
            del self._expected[address.id]
            if (visit := self._visits.get(address.id or "")) is not None and not visit.is_told:
                visit.let_go()

    def _read(self, site: Site, address: Address, capture: Capture) -> Iterator[Record | Refused]:
        if address.id is None:
            self.counts["no_article"] += 1
        elif capture.status != _OK:
            self.counts["not_ok"] += 1
        elif flaw := capture.truncated or capture.undecodable:
            yield Refused(capture.url, flaw, "the answer is not whole")
        elif (page := self._page(capture)) is None:
            self.counts["revisits"] += 1
        else:
            self.counts["pages"] += 1
            yield from self._put(site, address, page, _listed(site, capture))

    def rest(self) -> Iterator[Record | Refused]:
        """Yield what is made of the visits that still wait for pages, at the end of the file."""
        for visit in self._visits.values():
            yield from self._end(visit)
        self._visits.clear()

    def _page(self, capture: Capture) -> ArchivedPage | None:
        """Return the page of a capture; None where it is the same as one that is not at hand."""
        original = capture
        if capture.revisit is not None:
            key = (capture.revisit.url or capture.url, capture.revisit.date)
            found = self._bodies.get(key)
            if found is None:
                return None
            original = found
        self._bodies[capture.url, capture.date] = original
        if len(self._bodies) > _REMEMBERED:
            self._bodies.popitem(last=False)
        date = capture.date.replace(microsecond=0)
        kind = capture.header("Content-Type")
        page = Page.from_bytes(capture.url, original.body, date, kind)
        return ArchivedPage(page, original, self._reread)

    def _put(
        self, site: Site, address: Address, page: ArchivedPage, listed: Listed | None
    ) -> Iterator[Record | Refused]:
        """Take a page into the visit of its article; yield what ends by it."""
        assert address.id is not None
        place = place_of(address)
        visit = self._visits.get(address.id)
        if visit is None or place in visit.places or (listed is not None and visit.is_begun):
            if visit is not None:
                yield from self._end(visit)
            visit = Visit(site, page.url)
            self._visits[address.id] = visit
        if visit.is_told:
            visit.places.add(place)
            return
        visit.listed = visit.listed or listed
        visit.add(place, page)
        yield from self._told(visit, is_over=False)

    def _end(self, visit: Visit) -> Iterator[Record | Refused]:
        if not visit.is_told:
            yield from self._told(visit, is_over=True)
        if not visit.is_told:
            visit.tell()
            yield Refused(visit.url, "no_first_page", "page 1 of the article is not in the file")

    def _told(self, visit: Visit, *, is_over: bool) -> Iterator[Record | Refused]:
        """Yield the record of a visit, unless it waits for pages or says nothing new."""
        try:
            article = visit.article(is_over=is_over)
        except NotAnArticle as reason:
            visit.tell()
            yield Refused(visit.url, reason.reason, REASONS[reason.reason])
            return
        if article is not None:
            visit.tell()
            yield from self._new(article)

    def _new(self, article: Article) -> Iterator[Record | Refused]:
        """Yield the record of an article in a state that the file has not shown before."""
        self._mark_repeated_lines(article)
        record = to_record(article)
        stored, revision = self._states.get(article.id, (None, 0))
        if stored is not None and not changed_fields(stored, record, passing):
            self.counts["unchanged"] += 1
            return
        record["revision"] = revision + 1
        self._states[article.id] = fingerprint(record, passing), revision + 1
        yield record

    def _mark_repeated_lines(self, article: Article) -> None:
        """Doubt a text with lines that many articles of the file have, as a crawl does."""
        learned = self._repeated.setdefault(article.site, RepeatedLines())
        if learned.observe(article.article_body.split("\n\n")):
            article.warnings = sorted({*article.warnings, "body_mixed"})


def _place_of(capture: Capture) -> tuple[Site, Address]:
    """Return the site of a capture, and what its address is of."""
    site = registry.of_address(capture.url) or registry.of_other_hosts()
    return site, site.address(capture.url)


def _listed(site: Site, capture: Capture) -> Listed | None:
    """Return how a listing showed the article of a capture; None where nothing says so."""
    told = capture.listed
    if told is None:
        return None
    date = told.get("date_published")
    return site.listed(capture.url, date if isinstance(date, str) else None)
