"""Addresses of detikcom, 2012-2026: which article, or what else, an address is of.

Until 2016 `inet.detik.com/read/2015/11/05/100026/3062623/323/slug`, whose six digits are the time
of creation, since then `inet.detik.com/rubric/d-3062623/slug`, at first without the `d-`. The
number is the identity in all; rubric and slug are free. Page 2 ends in `/2`, the whole text is at
`?single=1`.
"""

import re
from datetime import datetime
from functools import lru_cache
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.address import Address, SettledAddress
from newsspider.reading.address_kinds import kind_of
from newsspider.reading.normalized_url import within

_DOMAIN: Final = "detik.com"
_PAGE: Final = r"(?:/(?P<page>[0-9]{1,2}))?(?:/amp)?"
_FORMS: Final = (
    re.compile(
        r"(?P<home>(?:/[a-z0-9-]+){0,3}/d-(?P<number>[0-9]{5,9})(?:/(?P<slug>[^/]+?))?)" + _PAGE
    ),
    re.compile(
        r"(?P<home>(?:/[a-z-]+){1,2}/(?P<number>[0-9]{6,9})/(?P<slug>[^/]*[a-z][^/]*?))" + _PAGE
    ),
    re.compile(
        r"(?P<home>(?:/[a-z-]+)?/read/(?P<moment>[0-9]{4}/[0-9]{2}/[0-9]{2}/[0-9]{6})"
        r"/(?P<number>[0-9]{5,9})/[0-9]{1,5}(?:/(?P<slug>[^/]+?))?)" + _PAGE
    ),
)
_WHOLE = re.compile(r"(?:^|&)(?:single=1|page=all)(?:&|$)")
_NO_ARTICLE: Final = frozenset((
    "author", "feed", "infographic", "photo", "search", "topic", "video",
))  # fmt: skip
_KIND_OF_HOST: Final = {"20": "video", "foto": "photo", "tv": "video", "rss": "feed"}
_NO_SECTION: Final = frozenset(("www", "m", "amp"))


@lru_cache(maxsize=2_048)
def parse(url: str) -> Address:
    """Return what an address is of; never raises.

    >>> parse("http://inet.detik.com/read/2015/11/05/100026/3062623/323/judul").id
    'detik:3062623'
    >>> address = parse("https://www.detik.com/jabar/berita/d-7016153/judul/2?tag=x")
    >>> address.section, address.offset, address.whole_text
    ('jabar', 2, 'https://www.detik.com/jabar/berita/d-7016153/judul?single=1')
    >>> parse("https://news.detik.com/foto-news/d-7016153/judul").kind
    'photo'
    """
    place = within(url, _DOMAIN)
    if place is None:
        return Address("foreign")
    label, parts = place
    found = next(filter(None, (form.fullmatch(parts.path) for form in _FORMS)), None)
    first = parts.path.split("/", 2)[1] if parts.path else ""
    section = label if label not in _NO_SECTION else first
    kind = _KIND_OF_HOST.get(label) or kind_of(parts.path)
    if found is None or kind in _NO_ARTICLE:
        is_folder = label in _NO_SECTION and kind == "section" and parts.path.count("/") == 1
        return Address("front" if is_folder else kind, "" if kind == "front" else section)
    canonical = f"https://{label}.detik.com{found['home']}"
    return SettledAddress(
        kind="advertisement" if "/adv" in found["home"] else "article",
        section="www" if section.startswith("d-") else section,
        id=f"detik:{found['number']}",
        canonical=canonical,
        headline_slug=found["slug"] or "",
        published_hint=_created(found.groupdict().get("moment")),
        pages=f"{canonical}/{{}}",
        offset=int(found["page"] or 0),
        whole_text=f"{canonical}?single=1",
        whole=_WHOLE.search(parts.query) is not None,
    )


def _created(moment: str | None) -> datetime | None:
    """Return when the article was created, minutes before it appeared."""
    try:
        return datetime.strptime(moment or "", "%Y/%m/%d/%H%M%S").replace(tzinfo=WIB)
    except ValueError:
        return None
