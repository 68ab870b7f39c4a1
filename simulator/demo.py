"""The listings that make the article cases a small site: what `REPLAY_DIR=fixtures` crawls.

The site's clock stands at the morning of Monday, 27 July 2026. Beside the articles every listing
links what is none: video, photo, infographics, hi-lite, scope, partners.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import groupby
from typing import Any, Final

from newsspider.store.pages.fixtures import Saved
from simulator.cases import all_cases
from simulator.pages import (
    Entry,
    entry,
    render_feed,
    render_front,
    render_index,
    render_robots,
    render_sitemap_index,
    render_sitemap_news,
)
from simulator.story import SECTION_NUMBERS, Headline

MORNING: Final = datetime.fromisoformat("2026-07-27T09:00:00+07:00")
FEED_SECTIONS: Final = (
    "nasional", "metro", "daerah", "ekbis", "international", "sports", "lifestyle", "kalam",
    "edukasi", "tekno", "otomotif", "sains", "gensindo",
)  # fmt: skip
INDEX_SECTIONS: Final = (
    "nasional", "metro", "daerah", "ekbis", "international", "sports", "kalam", "edukasi",
    "lifestyle", "otomotif", "tekno",
)  # fmt: skip
STEP: Final = 20
_WWW: Final = "https://www.sindonews.com"
_ARCHIVE_DAY: Final = date(2022, 1, 13)
_HTML: Final = "text/html; charset=UTF-8"
_RSS: Final = "application/rss+xml; charset=UTF-8"
_XML: Final = "text/xml; charset=UTF-8"

OTHERS: Final = (
    Headline("Video: Perahu Ketek Senyap Melintas Musi",
             "https://video.sindonews.com/play/151200/perahu-ketek-senyap-melintas-musi"),
    Headline("Foto: Galeri Sawah Berteknologi",
             "https://photo.sindonews.com/view/41250/galeri-sawah-berteknologi"),
    Headline("Infografis: Cara Kerja Tanggul Laut",
             "https://infografis.sindonews.com/photo/21413/cara-kerja-tanggul-laut-1784790900"),
    Headline("Hi-Lite: Sepekan di Tanah Beru",
             "https://hi-lite.sindonews.com/read/9011/1/sepekan-di-tanah-beru-1784790000"),
    Headline("SINDOscope: Masa Depan Garam Rakyat",
             "https://scope.sindonews.com/artikel/811/masa-depan-garam-rakyat"),
    Headline("Pasar Malam Kembali Ramai", "https://mpi.sindonews.com/article/okezone/3300121"),
    Headline("Cicilan Ringan Rumah Pertama", "https://iklan.example.net/rumah?ref=sindonews"),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A listing as saved: where, what, and which articles and next page it names."""

    name: str
    url: str
    proves: str
    body: str
    content_type: str
    entries: Sequence[Entry]
    next: str | None = None
    sitemaps: Sequence[str] = ()
    dated: bool = True


@cache
def newest() -> tuple[Entry, ...]:
    """The listed articles, newest first, without those of the archive."""
    listed = (entry(case.story) for case in all_cases() if case.listed)
    recent = (item for item in listed if item.published > MORNING - timedelta(days=30))
    return tuple(sorted(recent, key=lambda item: item.published, reverse=True))


def folders() -> Iterator[tuple[str, list[Saved], datetime, str, dict[str, Any] | None]]:
    """Name, answers, moment, what it proves and what is expected, of every listing."""
    robots = Saved(
        url=f"{_WWW}/robots.txt",
        body=render_robots().encode(),
        headers={"Content-Type": "text/plain; charset=UTF-8"},
    )
    yield "site-robots", [robots], MORNING, "robots.txt allows articles, feeds and lists.", None
    for shown in _shown():
        answer = Saved(
            url=shown.url,
            body=shown.body.encode(),
            headers={"Content-Type": shown.content_type},
        )
        yield shown.name, [answer], MORNING, shown.proves, _expected(shown)


def _expected(shown: Shown) -> dict[str, Any]:
    articles: list[dict[str, str]] = []
    for item in shown.entries:
        found = {"url": item.url, "headline": item.headline}
        if shown.dated:
            found["date_published"] = item.published.isoformat()
        articles.append(found)
    return {"articles": articles, "next": shown.next, "sitemaps": list(shown.sitemaps)}


def _shown() -> Iterator[Shown]:
    yield _front()
    yield from _feeds()
    yield from _sitemaps()
    yield from _indexes()


def _front() -> Shown:
    return Shown(
        name="site-front",
        url=f"{_WWW}/",
        proves="The front page: articles of all kanals, and links that are none.",
        body=render_front(newest()[:24], others=OTHERS),
        content_type=_HTML,
        entries=newest()[:24],
        next=f"{_WWW}/terkini/36",
        dated=False,
    )


def _feeds() -> Iterator[Shown]:
    for name in ("feed", "rss"):
        yield _feed(f"site-{name}", f"{_WWW}/{name}", "www", newest()[:STEP])
    for section in FEED_SECTIONS:
        url = f"https://{section}.sindonews.com/rss"
        yield _feed(f"site-rss-{section}", url, section, _of(section))


def _feed(name: str, url: str, section: str, entries: Sequence[Entry]) -> Shown:
    mixed = [*entries[:2], *(_other_entry(link) for link in OTHERS[:2]), *entries[2:]]
    return Shown(
        name=name,
        url=url,
        proves="RSS: every article with its date, and no video or photo.",
        body=render_feed(mixed, section=section, built=MORNING),
        content_type=_RSS,
        entries=entries,
    )


def _other_entry(link: Headline) -> Entry:
    return Entry(headline=link.headline, url=link.url, published=MORNING - timedelta(hours=1))


def _sitemaps() -> Iterator[Shown]:
    children = [f"https://{section}.sindonews.com/sitemap-news.xml" for section in FEED_SECTIONS]
    children += [f"https://{section}.sindonews.com/sitemap.xml" for section in ("video", "photo")]
    yield Shown(
        name="site-sitemap",
        url=f"{_WWW}/sitemap.xml",
        proves="The sitemap index names the sitemaps of the kanals.",
        body=render_sitemap_index(children),
        content_type=_XML,
        entries=(),
        sitemaps=[child for child in children if child.endswith("sitemap-news.xml")],
    )
    for section in FEED_SECTIONS:
        yield Shown(
            name=f"site-sitemap-news-{section}",
            url=f"https://{section}.sindonews.com/sitemap-news.xml",
            proves="A Google News sitemap: address, headline and date of every article.",
            body=render_sitemap_news(_of(section)),
            content_type=_XML,
            entries=_of(section),
        )


def _indexes() -> Iterator[Shown]:
    yield from _index("site-index", "www", None, newest())
    for section in INDEX_SECTIONS:
        yield from _index(f"site-index-{section}", section, None, _of(section))
        yield from _day_before(section)
    for day, items in groupby(newest(), key=lambda item: item.published.date()):
        yield from _index(f"site-index-{day.isoformat()}", "www", day, list(items))
    old = [entry(c.story) for c in all_cases() if c.listed]
    archive = [item for item in old if item.published.date() == _ARCHIVE_DAY]
    for section in ("www", "international"):
        name = f"site-index-{section}-{_ARCHIVE_DAY.isoformat()}"
        yield from _index(name, section, _ARCHIVE_DAY, archive)


def _day_before(section: str) -> Iterator[Shown]:
    """The day before a kanal's oldest article, empty: asked for where a list is shorter than it."""
    moments = [item.published for item in _of(section)]
    if moments and max(moments) - min(moments) < timedelta(days=1):
        day = (min(moments) - timedelta(days=1)).date()
        yield from _index(f"site-index-{section}-{day.isoformat()}", section, day, [])


def _index(name: str, section: str, day: date | None, items: Sequence[Entry]) -> Iterator[Shown]:
    """The pages of one index, and the empty page behind the last."""
    offsets = range(0, len(items) + STEP, STEP) if day is None and section == "www" else [0]
    for offset in offsets:
        part = items[offset : offset + STEP]
        following = offset + STEP
        yield Shown(
            name=f"{name}-{offset}" if offset else name,
            url=_index_url(section, offset, day),
            proves="The index: rows with headline and date, pager, boxes that hold no articles."
            if part
            else "Past the end the index is an empty list under status 200.",
            body=render_index(
                part,
                section=section,
                offset=offset,
                day=day.isoformat() if day else None,
                total=len(items),
                step=STEP,
                aside=OTHERS,
                lazy=offset > 0,
            ),
            content_type=_HTML,
            entries=part,
            next=_index_url(section, following, day) if following < len(items) else None,
        )


def _index_url(section: str, offset: int, day: date | None) -> str:
    tail = f"?t={day.isoformat()}" if day else ""
    return f"{_WWW}/indeks/{SECTION_NUMBERS[section]}/{offset}{tail}"


def _of(section: str) -> Sequence[Entry]:
    return tuple(item for item in newest() if item.section == section)
