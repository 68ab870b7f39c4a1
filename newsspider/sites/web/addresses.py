"""Addresses of news sites that have no folder here: any host that no other site owns.

Nothing is known of how such a site writes its addresses, so an article is known by its whole
address, written in one way: see `WebAddress.id`.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from newsspider.dates import WIB
from newsspider.reading.address import Address
from newsspider.reading.address_kinds import kind_of
from newsspider.reading.normalized_url import NormalizedUrl, tidy
from newsspider.sites import registry
from newsspider.sites.web.no_identity import tells_articles_apart, without_pasted

_PAGE = re.compile(r"page|hal(?:aman)?|p(?:ag)?e?_?num|paged")
_WHOLE = re.compile(r"(?:page|hal(?:aman)?)=all|show(?:page)?=all|single=1")
_PAGE_PATH = re.compile(r"/(?:page|hal(?:aman)?)/?(?P<number>[1-9]\d?)\Z")
_NO_FILE = re.compile(r"(?:/index)?\.(?:html?|php|aspx?|jsp|cms|xhtml|shtml)\Z")
_AMP = re.compile(r"/amp\Z|\.amp\Z|\A/amp(?=/.*/)")
_PHONE = re.compile(r"\A(?:m|mobile|amp)\.(?=[^.]+\.)")
_DAY = re.compile(
    r"/((?:19|20)\d\d|[12]\d(?=/))[/-]?(0\d|1[0-2])[/-]?([0-3]\d)(?=[/_-])"
    r"|/((?:19|20)\d\d)/([1-9]|1[0-2])/([1-9]|[12]\d|3[01])(?=/)"  # 2026/7/4
)
_SPLIT = re.compile(r"[-_.+]|%20")
_WORDS_OF_A_HEADLINE: Final = 4
_SECTION = re.compile(r"[a-z]{3,20}(?:-[a-z]{2,20}){0,2}")
_FORMS: Final = frozenset(
    ("article", "articles", "artikel", "baca", "berita", "news", "post", "posts", "read", "story")
)
_LISTS: Final = frozenset(("author", "feed", "index", "search", "sitemap", "topic"))
_SECTIONS: Final = frozenset(("category", "kategori", "kanal", "section"))
_FEED = re.compile(r"/(?:feed|rss)(?:\.xml)?\Z|\.rss\Z")
_SITEMAP = re.compile(r"\.xml(?:\.gz)?\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAddress(Address):
    """An address on an unknown site; `day` is the one that stands in its path.

    `host`, `path` and `query` are those of its identity, `canonical` is how the site itself writes
    it: some answer at one of `http://www.` and `https://` alone.
    """

    canonical: str
    host: str
    path: str
    query: str = ""
    day: datetime | None = None
    offset: int = 0
    whole: bool = False

    @property
    def id(self) -> str:
        """Return the identity: host, path and what is left of the query, each in one spelling.

        >>> parse("http://www.kabar.example/2026/07/panen.html?utm_source=wa#komentar").id
        'web:kabar.example/2026/07/panen.html'
        """
        rest = f"{self.path}?{self.query}" if self.query else self.path
        return f"web:{self.host}{rest}"

    @property
    def published_hint(self) -> datetime | None:
        """Return the beginning of the day in the path (WIB): no earlier was it published."""
        return self.day

    @property
    def headline_slug(self) -> str:
        """Return the part of the path with most words, as the words of the headline."""
        return max(_NO_FILE.sub("", self.path).split("/"), key=lambda part: len(_SPLIT.split(part)))

    def is_same_article(self, other: Address) -> bool:
        """Return whether both name one article of one house: the same last part of the path.

        That is how the phone's and the AMP page name the article that they are another form of.
        """
        if self.id == other.id:
            return True
        if not isinstance(other, WebAddress) or house(self.host) != house(other.host):
            return False
        ours, theirs = (_NO_FILE.sub("", one.path).rpartition("/")[2] for one in (self, other))
        return ours == theirs and self.query == other.query and bool(re.search(r"\d{4}|-.*-", ours))


@lru_cache(maxsize=2_048)
def parse(url: str) -> Address:
    """Return what an address is of, foreign where another site owns its host; never raises.

    >>> parse("https://kabar.example/tag/panen").kind, parse("https://kabar.example/").kind
    ('topic', 'front')
    """
    parts = tidy(url)
    if parts is None or "." not in parts.host or registry.of_address(f"https://{parts.host}"):
        return Address("foreign")
    if not parts.path and not parts.query:
        return Address("front")
    kind = _kind_of_list(parts.path)
    return Address(kind) if kind else _article(url, parts)


def _kind_of_list(path: str) -> str | None:
    """Return what a path lists; None for that of an article, which is whatever else there is."""
    if _FEED.search(path):
        return "feed"
    if _SITEMAP.search(path):
        return "sitemap"
    first, *rest = path.strip("/").split("/")
    if first in _SECTIONS:
        return "section"
    kind = kind_of(f"/{first}")
    is_headline = len(_SPLIT.split(rest[-1])) >= _WORDS_OF_A_HEADLINE if rest else False
    return kind if kind in _LISTS and not (kind == "index" and is_headline) else None


def _article(url: str, parts: NormalizedUrl) -> WebAddress:
    said = parse_qsl(parts.query, keep_blank_values=True)
    pages = [value for name, value in said if _PAGE.fullmatch(name) and value.isdecimal()]
    kept = sorted(
        (name, value)
        for name, value in said
        if tells_articles_apart(name, value) and not _PAGE.fullmatch(name.lower())
    )
    path = _AMP.sub("", without_pasted(parts.path))
    in_path = _PAGE_PATH.search(path)
    query = urlencode([pair for pair in kept if not _WHOLE.fullmatch("=".join(pair))])
    number = int(pages[0][:3]) if pages else int(in_path["number"]) if in_path else 1
    return WebAddress(
        kind="article",
        section=_section(path),
        canonical=_as_the_site_writes_it(url, path, query),
        host=_PHONE.sub("", parts.host.rstrip(".")),
        path=_PAGE_PATH.sub("", path),
        query=query,
        day=_day(path),
        offset=number if number > 1 else 0,
        whole=any(_WHOLE.fullmatch("=".join(pair)) for pair in said),
    )


def _as_the_site_writes_it(url: str, path: str, query: str) -> str:
    """The address of page 1, without tracking and fragment, at the host that was given."""
    given = urlsplit(url.strip(), scheme="https")
    slash = "/" if given.path.endswith("/") and _PAGE_PATH.sub("", path) == path else ""
    page_1 = f"{_PAGE_PATH.sub('', path)}{slash}"
    return urlunsplit((given.scheme.lower(), given.netloc.lower(), page_1, query, ""))


def _section(path: str) -> str:
    """The first word of a path with more parts, which most sites name after the section."""
    first, _, rest = path.strip("/").partition("/")
    return first if rest and _SECTION.fullmatch(first) and first not in _FORMS else ""


def _day(path: str) -> datetime | None:
    """The day in a path.

    >>> [day and f"{day:%d.%m.%Y}" for day in map(_day, ("/2026/07/04/panen", "/2026/7/4/panen"))]
    ['04.07.2026', '04.07.2026']
    """
    found = _DAY.search(path)
    try:
        if found is None:
            return None
        year, month, day = map(int, filter(None, found.groups()))
        return datetime(year if year > 99 else 2000 + year, month, day, tzinfo=WIB)
    except ValueError:
        return None


def house(host: str) -> str:
    """Return the name that a house registered, as far as that can be told without a list.

    >>> house("nasional.kabar.co.id"), house("m.kabar.example")
    ('kabar.co.id', 'kabar.example')
    """
    labels = host.split(".")
    short = len(labels) > 2 and len(labels[-1]) == 2 and len(labels[-2]) <= 3
    return ".".join(labels[-3 if short else -2 :])
