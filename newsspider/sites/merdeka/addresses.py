"""Addresses of Merdeka.com, 2013-2026: which article, or what else, an address is of.

Until 2021 at least an article has no number: section and slug are its identity, with the tail that
some end in (`-kln`, `-hot-issue`). Since, it has the number of the house.
"""

import re
from functools import lru_cache
from typing import Final

from newsspider.reading.address import Address, SettledAddress
from newsspider.reading.address_kinds import kind_of
from newsspider.reading.normalized_url import within
from newsspider.sites.merdeka.sections import HOME, SECTIONS

_DOMAIN: Final = "merdeka.com"
_OLD = re.compile(r"(?:/amp)?/(?P<section>(?!amp/)[a-z0-9-]+)/(?P<slug>[^/]+)\.html")
_NUMBERED = re.compile(
    r"(?:/amp)?/(?P<section>(?!amp/)[a-z0-9-]+)/read/(?P<number>\d{4,10})(?:/(?P<slug>[^/]+))?"
)
_NO_ARTICLE: Final = frozenset((
    "foto", "video", "indeks-berita", "tag", "reporter", "slideshow", "infografis", "amp",
))  # fmt: skip
_KIND_OF_HOST: Final = {"video": "video", "foto": "photo"}


@lru_cache(maxsize=2_048)
def parse(url: str) -> Address:
    """Return what an address is of; never raises.

    >>> parse("https://m.merdeka.com/amp/jateng/panen-bawang.html").id
    'merdeka:jateng:panen-bawang'
    >>> parse("https://www.merdeka.com/peristiwa/read/8250311/jalan-baru").id
    'merdeka:8250311'
    """
    place = within(url, _DOMAIN)
    if place is None:
        return Address("foreign")
    label, parts = place
    path = parts.path
    if label in ("www", "m"):
        numbered, old = _NUMBERED.fullmatch(path), _OLD.fullmatch(path)
        if numbered is not None and numbered["section"] not in _NO_ARTICLE:
            return _numbered(numbered)
        if old is not None and old["section"] not in _NO_ARTICLE:
            return _old(old)
    first = path.split("/", 2)[1] if path else ""
    kind = "index" if first == "indeks-berita" else _KIND_OF_HOST.get(label) or kind_of(path)
    return Address(kind, first if first in SECTIONS else "")


def _numbered(found: re.Match[str]) -> SettledAddress:
    slug = f"/{found['slug']}" if found["slug"] else ""
    return SettledAddress(
        kind="article",
        section=found["section"],
        id=f"merdeka:{found['number']}",
        canonical=f"{HOME}/{found['section']}/read/{found['number']}{slug}",
        number=int(found["number"]),
        headline_slug=found["slug"] or "",
    )


def _old(found: re.Match[str]) -> SettledAddress:
    return SettledAddress(
        kind="article",
        section=found["section"],
        id=f"merdeka:{found['section']}:{found['slug']}",
        canonical=f"{HOME}/{found['section']}/{found['slug']}.html",
        headline_slug=found["slug"],
    )
