"""Addresses of ANTARA, 2013-2026: which article, or what else, an address is of.

A number is an identity within one host: the regional editions, and the English one, count for
themselves. Addresses name no section, so that an article's section is its edition.
"""

import re
from functools import lru_cache
from typing import Final

from newsspider.reading.address import Address, SettledAddress
from newsspider.reading.address_kinds import kind_of
from newsspider.reading.normalized_url import within
from newsspider.reading.page_query import PageQuery

PAGES: Final = PageQuery(whole="page=all")

_DOMAIN: Final = "antaranews.com"
_ARTICLE = re.compile(
    r"(?:/amp)?(?P<english>/en)?/(?P<form>berita|news|rilis-pers|print|slides)/(?P<number>[0-9]{3,9})"
    r"(?:/(?P<slug>[^/]+))?(?:/amp)?"
)
_MOBILE: Final = frozenset(("m", "amp"))
_SINGLE = re.compile(r"(?:^|&)single=1(?:&|$)")


@lru_cache(maxsize=2_048)
def parse(url: str) -> Address:
    """Return what an address is of; never raises.

    >>> parse("https://m.antaranews.com/amp/berita/527615/judul").id
    'antaranews:www:527615'
    >>> parse("https://jabar.antaranews.com/berita/527615/judul").id
    'antaranews:jabar:527615'
    """
    place = within(url, _DOMAIN)
    if place is None:
        return Address("foreign")
    label, parts = place
    edition = "www" if label in _MOBILE else label
    found = _ARTICLE.fullmatch(parts.path)
    if found is not None and found["english"]:
        edition = "en"
    if found is None:
        return Address(kind_of(parts.path), "" if edition == "www" else edition)
    form = "news" if found["form"] == "news" else "berita"
    slug = f"/{found['slug']}" if found["slug"] else ""
    canonical = f"https://{edition}.antaranews.com/{form}/{found['number']}{slug}"
    return SettledAddress(
        kind="advertisement" if found["form"] == "rilis-pers" else "article",
        section=edition,
        id=f"antaranews:{edition}:{found['number']}",
        canonical=canonical,
        headline_slug=found["slug"] or "",
        pages=f"{canonical}?{PAGES.name}={{}}",
        offset=PAGES.offset(parts.query),
        whole_text=f"{canonical}?{PAGES.whole}",
        whole=PAGES.is_whole(parts.query) or _SINGLE.search(parts.query) is not None,
    )
