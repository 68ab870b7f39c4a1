"""Addresses of liputan6, 2013-2026: which article, or what else, an address is of.

The number is an article's identity on whatever host, section and rendering: `hot.` and `www.` name
the same one, phones and AMP too.
"""

import re
from functools import lru_cache
from typing import Final

from newsspider.reading.address import Address, SettledAddress
from newsspider.reading.address_kinds import kind_of
from newsspider.reading.normalized_url import NormalizedUrl, within
from newsspider.reading.page_query import PageQuery
from newsspider.sites.liputan6.sections import SECTIONS

HOME: Final = "https://www.liputan6.com"
PAGES: Final = PageQuery()

_DOMAIN: Final = "liputan6.com"
_ARTICLE = re.compile(
    r"(?:/(?P<section>[a-z0-9-]+))?/(?:read|amp)/(?P<number>[0-9]{3,10})(?:/(?P<slug>[^/]+))?"
)
_PHOTO = re.compile(r"/(?P<section>[a-z0-9-]+)/(?P<slug>[a-z0-9-]+?)-(?P<number>[0-9]{5,10})")
_NO_TEXT: Final = {"photo": "photo", "foto": "photo", "video": "video"}
_KIND_OF_HOST: Final = {
    "photo": "photo", "foto": "photo", "video": "video", "tv": "video", "enamplus": "other",
}  # fmt: skip


@lru_cache(maxsize=2_048)
def parse(url: str) -> Address:
    """Return what an address is of; never raises.

    >>> parse("https://m.liputan6.com/amp/4289456/awasi-jalannya-protokol").id
    'liputan6:4289456'
    >>> parse("https://www.liputan6.com/bisnis/indeks/2026/07/24?page=2").kind
    'index'
    """
    place = within(url, _DOMAIN)
    if place is None:
        return Address("foreign")
    label, parts = place
    if label == "photo" and (photo := _PHOTO.fullmatch(parts.path)):
        return _of(photo, f"https://photo.liputan6.com{parts.path}", "photo", parts)
    found = _ARTICLE.fullmatch(parts.path)
    if found is not None and label not in _KIND_OF_HOST:
        section = found["section"] or (label if label not in ("m", "www") else "")
        home = f"{HOME}/{section}/read" if section else f"{HOME}/read"
        slug = f"/{found['slug']}" if found["slug"] else ""
        return _of(found, f"{home}/{found['number']}{slug}", section, parts)
    return _other(parts.path, label)


def _of(found: re.Match[str], home: str, section: str, parts: NormalizedUrl) -> SettledAddress:
    return SettledAddress(
        kind=_NO_TEXT.get(section, "article"),
        section=section,
        id=f"liputan6:{found['number']}",
        canonical=home,
        headline_slug=found["slug"] or "",
        pages=f"{home}?page={{}}",
        offset=PAGES.offset(parts.query),
    )


def _other(path: str, label: str) -> Address:
    first = path.split("/", 2)[1] if path else ""
    section = first if first in SECTIONS else label if label in SECTIONS else ""
    if label == "feed":
        return Address("feed", path.removeprefix("/rss").strip("/"))
    if first == "me":
        return Address("author")
    return Address(_KIND_OF_HOST.get(label) or kind_of(path), section)
