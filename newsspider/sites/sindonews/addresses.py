"""Addresses of SINDOnews, 2012-2026: which article, or what else, an address is of.

Pure and total: any text has a kind, nothing is fetched or resolved.
"""

import re
from functools import lru_cache
from typing import Final, Literal

from newsspider.reading.address import Address
from newsspider.reading.normalized_url import NormalizedUrl, tidy
from newsspider.sites.sindonews.article_address import ArticleAddress
from newsspider.sites.sindonews.number_counters import counter_of_address
from newsspider.sites.sindonews.sections import NATIVE_ADVERTISING, SECTION_OF_CHANNEL, SUBSECTIONS

Kind = Literal[
    "article", "advertisement", "video", "photo", "infographic", "scope", "hi_lite", "partner",
    "topic", "author", "index", "feed", "sitemap", "search", "front", "section", "short_link",
    "other", "foreign",
]  # fmt: skip

_HOST = re.compile(r"(?:(?P<label>[a-z0-9-]+)\.)?sindonews\.com")
# The slug, tracking that was pasted without its question mark, and the page, or what a script has
# put in its place.
_SLUG_AND_PAGE: Final = (
    r"/(?P<slug>[^/&]+)(?:&[^/]*)?(?:/(?:(?P<offset>[0-9]{1,4})|NaN|null|undefined))?"
)
_ARTICLE = re.compile(
    r"/(?P<form>read|newsread|berita)/(?P<number>[0-9]{1,9})/(?P<channel>[0-9]{1,4})"
    + _SLUG_AND_PAGE
)
_REGIONAL = re.compile(
    r"/artikel/(?P<region>(?!legacy/|pena/)[a-z]+)/(?P<number>[0-9]{1,9})" + _SLUG_AND_PAGE
)
_SUFFIX = re.compile(r"1[2-9][0-9]{8}|2[01][0-9]{8}")  # epoch seconds, 2008 to 2039

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
    path = _without_copied(parts.path)
    found = _ARTICLE.fullmatch(path) or _REGIONAL.fullmatch(path)
    slug = _without_copied(found["slug"]) if found else ""
    behind = _BEHIND_SUFFIX.search(slug)
    slug = slug[: behind.end(1)] if behind else slug
    if found is None or not slug:
        return None
    groups = found.groupdict()
    number, region = int(groups["number"]), groups.get("region")
    channel = int(groups["channel"]) if "channel" in groups else None
    suffix = _SUFFIX.fullmatch(slug.rpartition("-")[2])
    timestamp = int(suffix[0]) if suffix and groups.get("form") != "berita" else None
    section = SECTION_OF_CHANNEL.get(channel or 0, "www") if label == "www" else label
    form = groups.get("form") or "artikel"
    generation, settled = (
        (region, True)
        if region
        else counter_of_address(form, number, channel or 0, timestamp, label)
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


def _without_copied(text: str) -> str:
    """The text without what was copied along; most end in a letter or digit, and have nothing."""
    if text[-1:].isalnum() and text[-3:-2] != "%":
        return text
    return _COPIED_ALONG.sub("", text)


def _other(path: str, label: str) -> Address:
    section = "" if label == "www" else label
    if _SITEMAP.fullmatch(path):
        return Address("sitemap", section)
    first = path.split("/", 2)[1] if path else ""
    if label == "index" and first == "":
        return Address("index", section)
    return Address(_KIND_OF_PATH.get(first) or _SECTIONS.get(first, "other"), section)
