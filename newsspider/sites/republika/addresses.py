"""Addresses of Republika, 2014-2026: which article, or what else, an address is of.

The code is the identity in every form: `nasional.republika.co.id/berita/nasional/umum/16/02/15/
o2l07x284-slug` until 2018, `republika.co.id/berita/o2l07x284/slug` since. `-part1` behind the slug
is page 2.
"""

import re
from datetime import datetime
from functools import lru_cache
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.address import Address, SettledAddress
from newsspider.reading.address_kinds import kind_of
from newsspider.reading.normalized_url import tidy

_HOST = re.compile(r"(?:(?P<label>[a-z0-9-]+)\.)?(?P<house>republika|ihram)\.co\.id")
_CODE: Final = r"(?P<code>(?=[a-z]*[0-9])[a-z0-9]{5,12})"  # nine, of old articles fewer
_SLUG: Final = r"(?P<slug>[^/]+?)(?:-part(?P<part>[0-9]{1,2}))?"
_DATED = re.compile(
    rf"/berita/(?P<section>[a-z-]+)(?:/[a-z0-9-]+){{0,3}}/(?P<day>[0-9]{{2}}/[0-9]{{2}}/[0-9]{{2}})"
    rf"/(?P<code>[a-z0-9]{{5,12}})-{_SLUG}"
)
_CODED = re.compile(rf"/(?:berita|share|amp_version|amp)/{_CODE}(?:/{_SLUG})?")
_TEXTLESS: Final = frozenset(("photo", "video", "infographic"))
_KIND_OF_HOST: Final = {"visual": "photo", "video": "video", "tv": "video", "retizen": "other"}
_NO_SECTION: Final = frozenset(("www", "m", "amp"))


@lru_cache(maxsize=2_048)
def parse(url: str) -> Address:
    """Return what an address is of; never raises.

    >>> old = "http://nasional.republika.co.id/berita/nasional/umum/16/02/15/o2l07x284-judul"
    >>> parse(old).id == parse("https://m.republika.co.id/amp_version/o2l07x284").id
    True
    >>> parse("https://m.republika.co.id/amp/sy24g3512/judul").canonical
    'https://republika.co.id/berita/sy24g3512/judul'
    >>> address = parse("https://ekonomi.republika.co.id/berita/sy24g3512/judul-part1")
    >>> address.section, address.offset, address.canonical
    ('ekonomi', 1, 'https://ekonomi.republika.co.id/berita/sy24g3512/judul')
    """
    parts = tidy(url)
    host = _HOST.fullmatch(parts.host) if parts else None
    if parts is None or host is None:
        return Address("foreign")
    label = host["label"] or "www"
    kind = _KIND_OF_HOST.get(label) or kind_of(parts.path)
    dated = _DATED.fullmatch(parts.path)
    found = dated or _CODED.fullmatch(parts.path)
    named = "" if label in _NO_SECTION else label
    section = "ihram" if host["house"] == "ihram" else named
    if found is None or kind in _TEXTLESS or label in _KIND_OF_HOST:
        return Address("front" if kind == "section" and named else kind, section)
    part, slug = found["part"], found["slug"] or ""
    path = parts.path.removesuffix(f"-part{part}") if part else parts.path
    canonical = f"https://{host[0]}{path}"
    if not slug or not path.startswith("/berita/"):  # shared, or for phones
        canonical = "/".join(filter(None, ("https://republika.co.id/berita", found["code"], slug)))
    return SettledAddress(
        kind="article",
        section=section or (dated["section"] if dated else "www"),
        id=f"republika:{found['code']}",
        canonical=canonical,
        headline_slug=slug,
        published_hint=_day(dated["day"]) if dated else None,
        pages=f"{canonical}-part{{}}" if slug else "",
        offset=int(part or 0),
    )


def _day(day: str) -> datetime | None:
    """Return when the day of publication began."""
    try:
        return datetime.strptime(day, "%y/%m/%d").replace(tzinfo=WIB)
    except ValueError:
        return None
