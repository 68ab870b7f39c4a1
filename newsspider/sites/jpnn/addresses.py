"""Addresses of JPNN: `/news/{slug}`, the same on desktops, phones and AMP.

They hold no number and name no section: the slug is an article's identity. The regional editions
(`bali.jpnn.com` …) count for themselves, and none of their articles has been seen.
"""

import re
from functools import lru_cache
from typing import Final

from newsspider.reading.address import Address, SettledAddress
from newsspider.reading.address_kinds import kind_of
from newsspider.reading.normalized_url import tidy
from newsspider.reading.page_query import PageQuery

HOME: Final = "https://www.jpnn.com"
FEED: Final = "https://fullrss.jpnn.com/discover"
PAGES: Final = PageQuery()

_HOSTS: Final = frozenset(("jpnn.com", "m.jpnn.com"))
_FEED_HOST: Final = "fullrss.jpnn.com"
_ARTICLE = re.compile(r"(?:/amp)?/news/(?P<slug>[A-Za-z0-9-]+)")


@lru_cache(maxsize=2_048)
def parse(url: str) -> Address:
    """Return what an address is of; never raises.

    >>> parse("https://m.jpnn.com/amp/news/panen-garam-dimulai").id
    'jpnn:panen-garam-dimulai'
    >>> parse("https://www.jpnn.com/nasional/humaniora").kind
    'section'
    """
    parts = tidy(url)
    if parts is not None and parts.host == _FEED_HOST:
        return Address("feed")
    if parts is None or parts.host not in _HOSTS:
        return Address("foreign")
    found = _ARTICLE.fullmatch(parts.path)
    if found is None:
        return Address(kind_of(parts.path))
    canonical = f"{HOME}/news/{found['slug']}"
    return SettledAddress(
        kind="article",
        id=f"jpnn:{found['slug']}",
        canonical=canonical,
        headline_slug=found["slug"],
        pages=f"{canonical}?{PAGES.name}={{}}",
        offset=PAGES.offset(parts.query),
    )
