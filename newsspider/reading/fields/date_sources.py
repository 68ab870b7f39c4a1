"""Where a page states when its article was published and changed, best source first."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import chain, islice
from typing import Final

from lxml import etree

from newsspider.reading import json_ld
from newsspider.reading.article.article_page import ArticlePage
from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.fields.date_claims import DateLine
from newsspider.reading.fields.source import Source
from newsspider.reading.html.date_labels import labelled
from newsspider.reading.html.lines import is_listed, line_of
from newsspider.reading.html.time_elements import moment_of, stated_moments

_DATE_KEYS: Final = ("@value", "value", "date", "datePublished", "dateModified")
"""Where JSON-LD that writes a date as an object has it: `{"@type": "Date", "@value": …}`."""
_DATE_METAS: Final = (
    "article:published_time", "datepublished", "og:published_time", "article:published",
    "og:pubdate", "og:publish_date", "pubdate", "publishdate", "publish-date", "publish_date",
    "published_time", "published_date", "published-date", "publication_date", "date_published",
    "content_publisheddate", "dtk:publishdate", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "citation_publication_date", "dc.date.issued",
    "dcterms.issued", "dcterms.date", "dc.date", "date",
)  # fmt: skip
_MODIFIED_METAS: Final = ("article:modified_time", "og:updated_time", "datemodified")
_ZONES_APART: Final = timedelta(days=1)
_ZONE = re.compile(r"\s*(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*\Z")


def date_lines(page: ArticlePage) -> Iterator[Source]:
    """Yield the visible date line: where the layout has it, else anywhere above the text.

    What stands behind the text, or off its column, may be of a side list: it comes last.
    """
    beside: list[Source] = []
    for css in page.layout.date:
        own: list[DateLine] = []
        others: list[DateLine] = []
        for element in page.page.shown(page.page.elements(css)):
            line = DateLine(labelled(element, line_of(element)), "visible")
            (own if page.column.holds(element) else others).append(line)
        yield Source("css", css, own)
        beside += [Source("beside", css, others)] if others else []
    lines = page.column.date_lines()
    yield Source("column", "text", [DateLine(line, "visible") for line in lines])
    yield from beside


def date_attributes(page: ArticlePage, printed: str | None) -> Iterator[Source]:
    """Yield the first moment that the markup of the date line states, whatever it shows.

    On a page in no known layout what stands in the text, as comments may, is of the day that is
    `printed`, if one is.
    """
    column = page.column
    boxes = (box for css in page.layout.date for box in page.page.elements(css))
    times = (time for time in page.page.elements("time") if column.holds(time, above=True))
    held: Iterator[etree._Element] = filter(column.holds, chain(boxes, times))
    if page.layout is GENERIC:
        own = (box for box in held if not is_listed(box))
        held = (box for box in own if _is_of_day(page, box, printed))
    moments = stated_moments(held)
    yield Source("html", "time", [DateLine(text, "meta") for text in islice(moments, 1)])


def microdata_dates(page: ArticlePage) -> Iterator[Source]:
    """Yield the moment that microdata above the text of a page in no known layout state, if they
    state one only: lists of articles have others."""
    if page.layout is not GENERIC:
        return
    boxes = page.page.elements("[itemprop~=datePublished]")
    moments = {*stated_moments(box for box in boxes if page.column.holds(box, above=True))}
    if len(moments) == 1:
        yield Source("microdata", "datePublished", [DateLine(moments.pop(), "meta")])


def _is_of_day(page: ArticlePage, box: etree._Element, printed: str | None) -> bool:
    """Whether a box stands above the text, or states a moment of about the day that is printed."""
    if printed is None or page.column.holds(box, above=True):
        return True
    return any(_is_near(moment, printed) for moment in stated_moments([box]))


def _is_near(moment: str, printed: str) -> bool:
    gap = datetime.fromisoformat(moment).date() - datetime.fromisoformat(printed).date()
    return abs(gap) <= _ZONES_APART


def stated_dates(page: ArticlePage) -> Iterator[Source]:
    """Yield the date that JSON-LD states, as an instant where it is one, in each of its forms."""
    if "datePublished" in page.markup.dates.untrue:
        return
    stated = json_ld.texts_of(page.news_article.get("datePublished"), *_DATE_KEYS)
    lines = [DateLine(moment_of(value) or value, "json_ld") for value in stated]
    yield Source("json_ld", "datePublished", lines)


def meta_dates(page: ArticlePage) -> Iterator[Source]:
    """Yield the dates that the head states, the surest first."""
    for name in filter(page.page.head.meta.__contains__, _DATE_METAS):
        if value := _meta_date(page, name):
            yield Source("meta", name, [DateLine(value, "meta")])


def _meta_date(page: ArticlePage, name: str) -> str | None:
    """A date of the head that is true, in the zone that the site is known to mean by it."""
    value, dates = page.page.head.meta.get(name), page.markup.dates
    if value is None or name in dates.untrue:
        return None
    return f"{_ZONE.sub('', value)} +07:00" if name in dates.local else value


def date_modified(page: ArticlePage) -> Iterator[Source]:
    """Yield when the page says it was changed."""
    if "dateModified" not in page.markup.dates.untrue:
        stated = json_ld.texts_of(page.news_article.get("dateModified"), *_DATE_KEYS)
        yield Source("json_ld", "dateModified", list(stated))
    for name in _MODIFIED_METAS:
        value = _meta_date(page, name)
        yield Source("meta", name, [value] if value else [])
