"""Addresses of Media Indonesia, 2024-2026: which article, or what else, an address is of.

`mediaindonesia.com/ekonomi/851796/slug`, of which the number is the identity. A list has the same
shape: `/ekonomi/20/40` is what follows the first 40 articles, 20 a page.
"""

import re
from functools import lru_cache
from typing import Final

from newsspider.reading.address import Address, SettledAddress
from newsspider.reading.address_kinds import kind_of
from newsspider.reading.normalized_url import tidy
from newsspider.sites.mediaindonesia.sections import HOME

_HOST: Final = "mediaindonesia.com"
_ARTICLE = re.compile(
    r"(?:/amp)?/(?P<section>[a-z-]+)/(?P<number>[0-9]{3,8})/(?P<slug>(?=[^/]*[a-z])[^/]+)(?:/amp)?"
)
_LIST = re.compile(r"/(?P<section>[a-z-]+)/20/[0-9]{1,7}")
_TEXTLESS: Final = frozenset(("photo", "video", "infographic"))
_ADVERTISING: Final = frozenset(("pengumuman", "compro"))


@lru_cache(maxsize=2_048)
def parse(url: str) -> Address:
    """Return what an address is of; never raises.

    >>> parse("https://www.mediaindonesia.com/ekonomi/851796/dari-petani").id
    'mediaindonesia:851796'
    >>> parse("https://mediaindonesia.com/ekonomi/20/40").kind
    'section'
    """
    parts = tidy(url)
    if parts is None or parts.host != _HOST:
        return Address("foreign")
    kind = kind_of(parts.path)
    listed = _LIST.fullmatch(parts.path)
    if listed is not None:
        is_index = listed["section"] == "indeks"
        return Address("index" if is_index else "section", "" if is_index else listed["section"])
    found = _ARTICLE.fullmatch(parts.path)
    if found is None or kind in _TEXTLESS:
        return Address(kind, parts.path[1:] if kind == "section" else "")
    return SettledAddress(
        kind="advertisement" if found["section"] in _ADVERTISING else "article",
        section=found["section"],
        id=f"mediaindonesia:{found['number']}",
        canonical=f"{HOME}/{found['section']}/{found['number']}/{found['slug']}",
        headline_slug=found["slug"],
    )
