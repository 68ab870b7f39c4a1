"""When an article was published and changed: which evidence wins, and what contradicts it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any, Final

from newsspider.dates import WIB, Date, parse_date
from newsspider.dates.labels import LABEL
from newsspider.dates.vocabulary import WEEKDAY_IN_TEXT
from newsspider.items import Evidence
from newsspider.reading import json_ld
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.fields.sources import date_lines, timed
from newsspider.reading.page import Page
from newsspider.reading.text import clean
from newsspider.reading.time_elements import moment_of
from newsspider.reading.warnings import WarningCode

_METAS: Final = (
    "article:published_time", "datepublished", "og:published_time", "pubdate", "publishdate",
    "publish-date", "content_publisheddate", "dc.date", "date",
)  # fmt: skip
_DATE_KEYS: Final = ("@value", "value", "date", "datePublished", "dateModified")
"""Where JSON-LD that writes a date as an object has it: `{"@type": "Date", "@value": …}`."""
_MODIFIED_METAS: Final = ("article:modified_time", "og:updated_time", "datemodified")
_COUNTED_BACK = re.compile(r"\blalu\b|\bbaru saja\b|\bago\b", re.IGNORECASE)
# What stands in the box of the date line besides the date: the view counter, filled in by a script.
_BESIDE = re.compile(r"[\s|•·(-]*(?:\bdibaca\b|\bloading\s?\.{2,}|\bviews?\s?:).*\Z", re.I | re.S)
# A date line, though it may be of no day there is ("32 Desember 2025").
# Who wrote it, glued in front of the date line; a label is part of it, and so is another date:
# "16 September 2026 (Diperbarui Kamis, 17 September 2026)".
_IN_FRONT = re.compile(
    rf"\A\D*?[^\s:\d]\s*(?=\b{WEEKDAY_IN_TEXT},? {{1,2}}\d{{1,2}} )",
    re.IGNORECASE,
)
_DATED = re.compile(r"(?<!\d)\d{1,2}\W{1,3}\w{1,12}\W{1,3}(?:19|20)\d{2}(?!\d)")
_BEFORE: Final = timedelta(days=1)  # an article cannot appear before its address was made,
_AFTER: Final = timedelta(days=7)  # and in 40 rows of 2025 appeared within 22 hours of it
_LONGEST: Final = 80  # characters of a date line
_DRIFT: Final = timedelta(minutes=1)  # a date line prints no seconds


@dataclass(slots=True)
class Published:
    """The moment of publication, where it was read, and what was said against it."""

    iso: str
    source: Evidence
    raw: str | None = None
    warnings: set[WarningCode] = field(default_factory=set)

    @property
    def moment(self) -> datetime:
        """The aware moment."""
        return datetime.fromisoformat(self.iso)


@dataclass(slots=True)
class _Claim:
    source: Evidence
    date: Date
    raw: str | None = None

    @property
    def exact(self) -> bool:
        """Whether it gives a time of day."""
        return "T" in self.date.iso

    @property
    def relative(self) -> bool:
        """Whether it counts back from the moment the page was fetched ("5 menit yang lalu")."""
        if self.raw is None or "20" in self.raw:  # with a year, it is no count
            return False
        return _COUNTED_BACK.search(self.raw) is not None


def published(page: ArticlePage, listed: str | None, hint: datetime | None) -> Published | None:
    """Return when an article was published by the best evidence there is; None without any.

    The visible line wins, then JSON-LD, metas, the listing that led here (`listed`, ISO) and the
    end of the address (`hint`), which is only a lower bound. A line without a time of day, or
    counted back from now, yields to evidence that has one, among it the moments that its markup
    states.
    """
    seen, raw = _visible(page)
    claims = [*seen, *_stated(page, () if _is_told(seen) else timed(page))]
    if listed:
        claims += _read("listing", [listed], page.page)
    best = _best(claims)
    if best is None:
        if hint is None:
            return None
        iso = hint.astimezone(WIB).isoformat(timespec="seconds")
        return Published(iso, "url", raw, {"date_lower_bound"})
    found = Published(_full(best.date.iso), best.source, raw)
    found.warnings |= set(best.date.warnings)
    if not best.exact:
        found.warnings.add("time_unknown")
    if raw and not seen:
        found.warnings.add("date_conflict")
    found.warnings |= _disagreements(found, best, claims)
    if hint is not None and not -_BEFORE < found.moment - hint < _AFTER:
        found.warnings.add("address_conflict")
    return found


def modified(page: ArticlePage) -> str | None:
    """Return when the page says it was changed; as stated, be it before publication."""
    stated = json_ld.texts_of(page.news_article.get("dateModified"), *_DATE_KEYS)
    metas = map(page.page.index.meta.get, _MODIFIED_METAS)
    return next(filter(None, map(moment_of, (*stated, *metas))), None)


def _declared_language(page: ArticlePage) -> str | None:
    """Return the tag of the language that the page says it is in, the tree's own word first."""
    index = page.page.index
    stated = json_ld.text_of(page.news_article.get("inLanguage"), "alternateName", "name")
    return index.language or stated or index.meta.get("content-language")


def _visible(page: ArticlePage) -> tuple[list[_Claim], str | None]:
    """The first visible line that is a date, and how it reads; a place may hold other things too.

    Without one, a line that is written as a date but of no day there is ("32 Desember 2025").
    """
    language = _declared_language(page)
    lines: list[str] = []
    for _, _, values in date_lines(page):
        for claim in _read("visible", values, page.page, language):
            return [claim], claim.raw
        lines += map(_line, values)
    unreadable = (line for line in lines if len(line) <= _LONGEST and _DATED.search(line))
    return [], next(unreadable, None)


def _is_told(seen: list[_Claim]) -> bool:
    """Whether the visible line gives a time of day by itself."""
    return any(claim.exact and not claim.relative for claim in seen)


def _stated(page: ArticlePage, moments: Iterable[str]) -> Iterator[_Claim]:
    stated = json_ld.texts_of(page.news_article.get("datePublished"), *_DATE_KEYS)
    yield from _read("json_ld", (moment_of(value) or value for value in stated), page.page)
    yield from islice(_read("meta", moments, page.page), 1)
    yield from _read("meta", map(page.page.index.meta.get, _METAS), page.page)


def _read(
    source: Evidence, values: Iterable[Any], page: Page, language: str | None = None
) -> Iterator[_Claim]:
    for value in values:
        if isinstance(value, str) and value:
            date = parse_date(value, page.fetched_at.astimezone(WIB), language)
            if date is not None:
                yield _Claim(source, date, _line(value))


def _line(value: str) -> str:
    """The date line as it stands on the page, without author or view counter in the same box."""
    line = clean(value)
    alone = _BESIDE.sub("", line)
    author = _IN_FRONT.match(alone)
    if author and not LABEL.search(author[0].lower()):
        alone = alone[author.end() :]
    return alone or line


def _best(claims: list[_Claim]) -> _Claim | None:
    exact = [claim for claim in claims if claim.exact]
    fixed = [claim for claim in exact if claim.source != "visible" or not claim.relative]
    return next(iter(fixed or exact or claims), None)


def _full(iso: str) -> str:
    """A moment; a day alone begins at midnight WIB, which `time_unknown` marks."""
    return iso if "T" in iso else f"{iso}T00:00:00+07:00"


def _disagreements(found: Published, best: _Claim, claims: list[_Claim]) -> set[WarningCode]:
    warnings: set[WarningCode] = set()
    confirmed = False
    for claim in claims:
        if claim is best or claim.source == "listing":
            continue
        if not (claim.exact and best.exact):
            if claim.date.iso[:10] != found.iso[:10] and not claim.relative:
                warnings.add("date_conflict")
        elif not claim.relative or claim.source != "visible":
            gap = datetime.fromisoformat(claim.date.iso) - found.moment
            if abs(gap) >= _DRIFT:
                warnings.add("date_conflict")
            else:
                confirmed = confirmed or not claim.date.tz_assumed
    if best.date.tz_assumed and not confirmed:
        warnings.add("tz_assumed")
    return warnings


def utc(moment: datetime) -> str:
    """A moment as the record writes when a page was fetched: ISO 8601, UTC, whole seconds."""
    return moment.astimezone(UTC).isoformat(timespec="seconds")
