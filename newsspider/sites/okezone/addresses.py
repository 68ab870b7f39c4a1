"""Addresses of Okezone, 2013-2026: which article, or what else, an address is of.

The number behind day and rubric is an article's identity; the day is that of publication.
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
from newsspider.sites.okezone.sections import LISTED_UNDER, SECTIONS

PAGES: Final = PageQuery(whole="page=all")
PICTURE_PATH: Final = re.compile(
    r"/content/(?P<year>\d{4})/(?P<month>\d{2})/(?P<day>\d{2})/\d+/(?P<number>\d+)/"
)
"""Where a picture of an article is filed: under the day and the number of the article."""

_DOMAIN: Final = "okezone.com"
_STAGING = re.compile(r"(?<=[a-z])20\d\d\Z")  # "nasional2017", as saved pages name it
_ARTICLE = re.compile(
    r"/(?:read|amp|feedread)/(?P<day>20\d\d/\d\d/\d\d)/(?P<rubric>\d{1,5})/(?P<number>\d{4,10})"
    r"(?:/(?P<slug>[^/]*))?"
)
_KIND_OF_HOST: Final = {
    "video": "video", "tv": "video", "photo": "photo", "foto": "photo", "mpi": "partner",
    "infografis": "infographic", "index": "index", "search": "search", "sindikasi": "feed",
    "redaksi": "author", "img": "other", "cdn": "other",
}  # fmt: skip


@lru_cache(maxsize=2_048)
def parse(url: str) -> Address:
    """Return what an address is of; never raises.

    >>> parse("https://news.okezone.com/amp/2026/07/24/337/3200111/x").id
    'okezone:3200111'
    >>> parse("https://mpi.okezone.com/article/inews/123").kind
    'partner'
    """
    place = within(url, _DOMAIN)
    if place is None:
        return Address("foreign")
    label, parts = place
    label = _STAGING.sub("", label)
    found = _ARTICLE.fullmatch(parts.path)
    if found is not None and label not in _KIND_OF_HOST:
        return _article(found, label, parts)
    kind = kind_of(parts.path)
    if kind not in ("feed", "sitemap"):
        kind = _KIND_OF_HOST.get(label, kind)
    return Address(kind, label if label in (*SECTIONS, *LISTED_UNDER) else "")


def _article(found: re.Match[str], label: str, parts: NormalizedUrl) -> SettledAddress:
    slug = f"/{found['slug']}" if found["slug"] else ""
    place = f"{found['day']}/{found['rubric']}/{found['number']}"
    home = f"https://{label}.okezone.com/read/{place}{slug}"
    return SettledAddress(
        kind="article",
        section="" if label == "www" else label,
        id=f"okezone:{found['number']}",
        canonical=home,
        number=int(found["number"]),
        headline_slug=(found["slug"] or "").removesuffix("-nbsp"),
        published_hint=_day(found["day"]),
        pages=f"{home}?page={{}}",
        offset=PAGES.offset(parts.query),
        whole_text=f"{home}?{PAGES.whole}",
        whole=PAGES.is_whole(parts.query),
    )


def _day(path: str) -> datetime | None:
    """Return the first moment of the day in an address, in Jakarta; None for no day there is."""
    try:
        return datetime.fromisoformat(path.replace("/", "-")).replace(tzinfo=WIB)
    except ValueError:
        return None
