"""Addresses of Kompas.com, 2013-2026: which article, or what else, an address is of.

Day and digits are an article's identity; the digits begin with the hour and minute of publication,
WIB ("21040031" is 21:04). The slug, until 2016 with dots and capitals, is none.
"""

import re
from datetime import datetime
from functools import lru_cache
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.address import Address, SettledAddress
from newsspider.reading.address_kinds import kind_of
from newsspider.reading.normalized_url import NormalizedUrl, within
from newsspider.reading.page_query import PageQuery

PAGES: Final = PageQuery(whole="page=all")

_DOMAIN: Final = "kompas.com"
_ARTICLE = re.compile(
    r"(?:/amp)?(?:/(?P<section>(?!amp/)[a-z0-9-]+))?/read/(?P<year>20\d\d)/(?P<month>\d\d)/(?P<day>\d\d)"
    r"/(?P<digits>\d{6,12})(?:/(?P<slug>[^/]*))?"
)
_KIND_OF_HOST: Final = {
    "video": "video", "tv": "video", "foto": "photo", "vik": "other", "indeks": "index",
    "search": "search", "account": "other", "kompasiana": "other",
}  # fmt: skip
_NO_HOST_OF_A_SECTION: Final = frozenset(("www", "m", "amp", "indeks", "search", "app"))


@lru_cache(maxsize=2_048)
def parse(url: str) -> Address:
    """Return what an address is of; never raises.

    >>> parse("https://www.kompas.com/global/read/2026/07/24/101500970/x?page=all").id
    'kompas:2026-07-24:101500970'
    >>> parse("https://indeks.kompas.com/?site=news&date=2026-07-24").kind
    'index'
    """
    place = within(url, _DOMAIN)
    if place is None:
        return Address("foreign")
    label, parts = place
    found = _ARTICLE.fullmatch(parts.path)
    if found is not None and label not in _KIND_OF_HOST:
        return _article(found, label, parts)
    section = "" if label in _NO_HOST_OF_A_SECTION else label
    kind = _KIND_OF_HOST.get(label) or kind_of(parts.path)
    if kind == "section" and label == "www":
        section = parts.path.split("/")[1]
    return Address(kind, section)


def _article(found: re.Match[str], label: str, parts: NormalizedUrl) -> SettledAddress:
    section = found["section"] or ("" if label in _NO_HOST_OF_A_SECTION else label)
    day = f"{found['year']}-{found['month']}-{found['day']}"
    folder = f"/{found['section']}" if found["section"] else ""
    slug = f"/{found['slug']}" if found["slug"] else ""
    home = (
        f"https://{label}.kompas.com{folder}/read/{day.replace('-', '/')}/{found['digits']}{slug}"
    )
    return SettledAddress(
        kind="article",
        section=section,
        id=f"kompas:{day}:{found['digits']}",
        canonical=home,
        headline_slug=found["slug"] or "",
        published_hint=_moment(day, found["digits"]),
        pages=f"{home}?page={{}}",
        offset=PAGES.offset(parts.query),
        whole_text=f"{home}?{PAGES.whole}",
        whole=PAGES.is_whole(parts.query),
    )


def _moment(day: str, digits: str) -> datetime | None:
    """Return the minute that an address names; None where its digits name none."""
    try:
        return datetime.fromisoformat(f"{day}T{digits[:2]}:{digits[2:4]}").replace(tzinfo=WIB)
    except ValueError:
        return None
