"""Addresses of Tempo, 2013-2026: which article, or what else, an address is of.

Three forms followed one another, and each counts for itself, so that a number alone is no identity:
`nasional.tempo.co/read/news/2015/11/04/078715684/slug` until 2017,
`nasional.tempo.co/read/1732345/slug` until 2024 (the magazines, the English pages and the
newsletter count apart), and `www.tempo.co/rubric/slug-1203456` since.
"""

import re
from functools import lru_cache
from typing import Final

from newsspider.reading.address import Address, SettledAddress
from newsspider.reading.address_kinds import kind_of
from newsspider.reading.normalized_url import within
from newsspider.reading.page_query import PageQuery
from newsspider.sites.tempo.sections import HOME

PAGES: Final = PageQuery("page_num")

_DOMAIN: Final = "tempo.co"
_DATED = re.compile(
    r"/read/(?P<form>[a-z]+)/[0-9]{4}/[0-9]{2}/[0-9]{2}/(?P<number>[0-9]{6,9})"
    r"(?:,[a-z]{2}\.html)?(?:/(?P<slug>[^/]+))?"
)
_NUMBERED = re.compile(
    r"/(?:read|amp)(?:/(?P<form>[a-z-]+))?/(?P<number>[0-9]{4,8})(?:/(?P<slug>[^/]+))?"
)
_NAMED = re.compile(
    r"(?:/amp)?(?P<home>/(?P<form>[a-z-]+)(?:/[a-z-]+)?/(?P<slug>[^/]+)-(?P<number>[0-9]{4,9}))"
)
_COUNTS_APART: Final = frozenset(("majalah", "magz", "en", "newsletter", "koran"))
_TEXTLESS: Final = frozenset(("photo", "video", "infographic", "author", "topic", "search"))
_ADVERTISING: Final = frozenset(("info-tempo", "infotempo", "pariwara"))
_OTHER: Final = {"newsletter": "other", "beritafoto": "photo", "foto": "photo", "video": "video"}
_KIND_OF_HOST: Final = {
    "foto": "photo", "video": "video", "tv": "video", "rss": "feed", "grafis": "infographic",
}  # fmt: skip


@lru_cache(maxsize=2_048)
def parse(url: str) -> Address:
    """Return what an address is of; never raises.

    >>> parse("http://en.tempo.co/read/news/2015/11/04/055715684,uk.html/Peat-Land").id
    'tempo:en:055715684'
    >>> parse("https://www.tempo.co/hukum/sidang-dimulai-1203456").canonical
    'https://www.tempo.co/hukum/sidang-dimulai-1203456'
    >>> parse("https://www.tempo.co/penulis/rina-wahyuni-1203").kind
    'author'
    """
    place = within(url, _DOMAIN)
    if place is None:
        return Address("foreign")
    label, parts = place
    path = parts.path
    kind = _KIND_OF_HOST.get(label) or kind_of(path)
    found = None if kind in _TEXTLESS else _article(label, path)
    if found is None or found["form"] in _OTHER:
        kind = _OTHER.get(found["form"], kind) if found else kind
        first = path.split("/", 2)[1] if path else ""
        return Address(kind, first if label in ("www", "rss") else label)
    section = found["form"] if label == "www" else label
    home = f"{HOME}{found['home']}" if label == "www" else f"https://{label}.tempo.co{found[0]}"
    canonical = home.replace(".tempo.co/amp/", ".tempo.co/read/")
    return SettledAddress(
        kind="advertisement" if section in _ADVERTISING else "article",
        section=section,
        id=f"tempo:{_counter(label)}:{found['number']}",
        canonical=canonical,
        headline_slug=(found["slug"] or "").lower(),
        pages=f"{canonical}?{PAGES.name}={{}}",
        offset=PAGES.offset(parts.query),
    )


def _article(label: str, path: str) -> re.Match[str] | None:
    if label == "www":
        return _NAMED.fullmatch(path)
    return _DATED.fullmatch(path) or _NUMBERED.fullmatch(path)


def _counter(label: str) -> str:
    return label if label in _COUNTS_APART or label == "www" else "read"
