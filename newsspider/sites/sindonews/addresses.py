"""Addresses of SINDOnews, 2012-2026: which article, or what else, an address is of.

Pure and total: any text has a kind, nothing is fetched or resolved. The number in an article's
address is no identity by itself, because the site started to count again from 1 in April 2020:
see `ArticleAddress.id`.
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Final, Literal

from newsspider.reading.address import Address
from newsspider.reading.normalized_url import NormalizedUrl, tidy
from newsspider.sites.sindonews.sections import (
    LEGACY_ONLY,
    NATIVE_ADVERTISING,
    PENA_ONLY,
    REGIONS,
    SECTION_OF_CHANNEL,
    SUBSECTIONS,
)

Kind = Literal[
    "article", "advertisement", "video", "photo", "infographic", "scope", "hi_lite", "partner",
    "topic", "author", "index", "feed", "sitemap", "search", "front", "section", "short_link",
    "other", "foreign",
]  # fmt: skip

PICTURE_PATH: Final = re.compile(
    r"/(?P<cms>pena/news|content)/(?P<year>\d{4})/(?P<month>\d{2})/(?P<day>\d{2})/\d+"
    r"/(?P<number>\d+)/"
)
"""Where a picture of an article is filed: under the day and the number of the article."""

_RENUMBERED: Final = "2020-04-15"  # around here the site began to count again from 1
# The old CMS wrote its last numbers (1.52-1.55 million) while the new one wrote its first
# (14,789 on 2 May 2020; 74,214 on 18 June): within these months the size of the number decides.
_OVERLAP: Final = (1_580_515_200, 1_593_561_600)  # 1 February to 1 July 2020, epoch seconds
_LEGACY_MAX: Final = 1_560_000
_OVERLAP_LIMIT: Final = 500_000
_REGION_LIMIT: Final = 100_000  # no regional counter was seen above 10,000
_PENA_CHANNELS: Final = 700  # the new CMS files regional news under 701-720, regions used 1-9

_HOST = re.compile(r"(?:(?P<label>[a-z0-9-]+)\.)?sindonews\.com")
# The slug, tracking that was pasted without its question mark, and the page.
_SLUG_AND_PAGE: Final = r"/(?P<slug>[^/&]+)(?:&[^/]*)?(?:/(?P<offset>[0-9]{1,4}))?"
_ARTICLE = re.compile(
    r"/(?P<form>read|newsread|berita)/(?P<number>[0-9]{1,9})/(?P<channel>[0-9]{1,4})"
    + _SLUG_AND_PAGE
)
_REGIONAL = re.compile(
    r"/artikel/(?P<region>(?!legacy/|pena/)[a-z]+)/(?P<number>[0-9]{1,9})" + _SLUG_AND_PAGE
)
_SUFFIX = re.compile(r"(?:^|-)(1[2-9][0-9]{8}|2[01][0-9]{8})$")  # epoch seconds, 2008 to 2039

# What was copied along with an address: `.`, `)`, a coded space or quote, `%3Futm_source=wa`.
_COPIED_ALONG = re.compile(r"(?:%[0-9A-F]{2}|[^A-Za-z0-9%/_-])+\Z")
_BEHIND_SUFFIX = re.compile(r"(-(?:1[2-9][0-9]{8}|2[01][0-9]{8}))(?![A-Za-z0-9-]).+\Z")

_KIND_OF_HOST: Final[dict[str, Kind]] = {
    "video": "video", "tv": "video", "photo": "photo", "foto": "photo",
    "infografis": "infographic", "scope": "scope", "hi-lite": "hi_lite", "hilite": "hi_lite",
    "mpi": "partner", "search": "search", "redaksi": "other",
}  # fmt: skip
_KIND_OF_PATH: Final[dict[str, Kind]] = {
    "": "front", "play": "video", "tv": "video", "topic": "topic", "tag": "topic",
    "blog": "author", "index": "index", "indeks": "index", "loadmore": "index", "feed": "feed",
    "rss": "feed", "search": "search", "more": "section", "terkini": "section",
}  # fmt: skip
_SECTIONS: Final[dict[str, Kind]] = dict.fromkeys(SUBSECTIONS, "section")
_WHOLE = re.compile(r"(?:^|&)showpage=all(?:&|$)")
_SITEMAP = re.compile(r"/sitemap[a-z0-9_-]*(?:/.*)?\.xml(?:\.gz)?|/sitemap/?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleAddress(Address):
    """An address of an article, in whatever variant.

    `timestamp` (epoch seconds, the end of the address) is when the article was created or saved,
    usually some minutes before it was published. `generation` is the counter that `number` belongs
    to: `legacy` (until April 2020), `pena` (since), or a region. `settled` is False where the
    address alone does not tell: then it names the likelier one, and the page decides.
    """

    host: str
    form: str
    number: int
    channel: int | None
    slug: str
    timestamp: int | None
    generation: str
    settled: bool
    offset: int = 0
    whole: bool = False

    @property
    def id(self) -> str:
        """Return the identity of the article, the same for all its addresses.

        >>> parse("http://soccer.sindonews.com/newsread/1290527/54/x-1521308147/10").id
        'sindonews:legacy:1290527'
        """
        return f"sindonews:{self.generation}:{self.number}"

    @property
    def canonical(self) -> str:
        """Return the address of page 1: https, no query, no fragment, `/read/` for `/newsread/`.

        >>> parse("http://www.tekno.sindonews.com:80//read/3/122/x-1700000000/20/?a=b#c").canonical
        'https://tekno.sindonews.com/read/3/122/x-1700000000'
        """
        if self.form == "artikel":
            return f"https://{self.host}/artikel/{self.generation}/{self.number}/{self.slug}"
        form = "read" if self.form == "newsread" else self.form
        return f"https://{self.host}/{form}/{self.number}/{self.channel}/{self.slug}"

    @property
    def published_hint(self) -> datetime | None:
        """Return the instant at its end (UTC): no earlier was the article published."""
        return None if self.timestamp is None else datetime.fromtimestamp(self.timestamp, tz=UTC)

    @property
    def headline_slug(self) -> str:
        """Return the words of the headline, without the instant behind them."""
        return self.slug if self.timestamp is None else self.slug.rpartition("-")[0]

    @property
    def whole_text(self) -> str:
        """Return the address of the article's whole text on one page."""
        return f"{self.canonical}?showpage=all"

    def page(self, offset: int) -> str:
        """Return the address of a further page; `offset` is the site's (10 or 5 is page 2)."""
        return f"{self.canonical}/{offset}" if offset else self.canonical

    def is_same_article(self, other: Address) -> bool:
        """Return whether the numbers agree: the counter of an address may not be settled yet."""
        return self.number == other.number

    def preferred(self, stated: Address) -> Address:
        """Return the stated address, unless it is the poorer one, without the seconds."""
        poorer = stated.published_hint is None and self.timestamp is not None
        same_form = isinstance(stated, ArticleAddress) and stated.form == self.form
        return self if poorer and same_form else stated

    def settle(self, date_published: str, image: str | None) -> Address:
        """Return the address with its generation told by the page, where it does not tell itself.

        The path of the picture tells (`/content/` was the old CMS, `/pena/` is the new one), else
        the day of publication.
        """
        if self.settled:
            return self
        found = PICTURE_PATH.search(image or "")
        legacy = found["cms"] == "content" if found else date_published[:10] < _RENUMBERED
        return replace(self, generation="legacy" if legacy else "pena", settled=True)


@lru_cache(maxsize=2_048)  # a list names each address two or three times, each page the same menu
def parse(url: str) -> Address:
    """Return what an address is of; never raises.

    >>> parse("https://video.sindonews.com/play/106867/hut-ke-79-tni").kind
    'video'
    >>> parse("https://sindonews.com.evil.id/read/1/2/x-1521308147").kind
    'foreign'
    """
    parts = tidy(url)
    if parts is None:
        return Address("foreign", "")
    if parts.host == "sin.do":
        return Address("short_link", "")
    host = _HOST.fullmatch(parts.host)
    if host is None:
        return Address("foreign", "")
    label = host["label"] or "www"
    if label in _KIND_OF_HOST and parts.path:
        return Address(_KIND_OF_HOST[label], label)
    return _article(parts, label) or _other(parts.path, label)


def _article(parts: NormalizedUrl, label: str) -> ArticleAddress | None:
    path = _COPIED_ALONG.sub("", parts.path)
    found = _ARTICLE.fullmatch(path) or _REGIONAL.fullmatch(path)
    slug = _BEHIND_SUFFIX.sub(r"\1", _COPIED_ALONG.sub("", found["slug"])) if found else ""
    if found is None or not slug:
        return None
    groups = found.groupdict()
    number, region = int(groups["number"]), groups.get("region")
    channel = int(groups["channel"]) if "channel" in groups else None
    suffix = _SUFFIX.search(slug)
    timestamp = int(suffix[1]) if suffix and groups.get("form") != "berita" else None
    section = SECTION_OF_CHANNEL.get(channel or 0, "www") if label == "www" else label
    form = groups.get("form") or "artikel"
    generation, settled = (
        (region, True) if region else _generation(form, number, channel or 0, timestamp, label)
    )
    return ArticleAddress(
        kind="advertisement" if channel in NATIVE_ADVERTISING else "article",
        section=section,
        host=f"{label}.sindonews.com",
        form=form,
        number=number,
        channel=channel,
        slug=slug,
        timestamp=timestamp,
        generation=generation,
        settled=settled,
        offset=int(groups["offset"] or 0),
        whole=_WHOLE.search(parts.query) is not None,
    )


def _generation(
    form: str, number: int, channel: int, timestamp: int | None, label: str
) -> tuple[str, bool]:
    """Return the counter that a number was drawn from, and whether the address settles it."""
    if label in REGIONS and number < _REGION_LIMIT and channel < _PENA_CHANNELS:
        return label, True
    if form == "berita":
        return "legacy", True
    if timestamp is not None:
        start, end = _OVERLAP
        old = number > _OVERLAP_LIMIT if start <= timestamp < end else timestamp < start
        return ("legacy" if old else "pena"), True
    if label in LEGACY_ONLY:
        return "legacy", True
    # Today's CMS serves `/read/`, having moved the old articles to `/berita/`.
    return "pena", number > _LEGACY_MAX or label in PENA_ONLY


def _other(path: str, label: str) -> Address:
    section = "" if label == "www" else label
    if _SITEMAP.fullmatch(path):
        return Address("sitemap", section)
    first = path.split("/", 2)[1] if path else ""
    if label == "index" and first == "":
        return Address("index", section)
    return Address(_KIND_OF_PATH.get(first) or _SECTIONS.get(first, "other"), section)
