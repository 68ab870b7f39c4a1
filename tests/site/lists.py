"""The lists at fixed addresses: front pages, feeds, sitemaps, the daily index. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final

from tests.site import listings, pages
from tests.site.answer import HTML, RSS, XML, Answer, Ask, missing, moved
from tests.site.kanals import KANALS
from tests.site.listings import Row
from tests.site.pages import Entry
from tests.site.story import KANAL_NUMBERS, Headline
from tests.site.world import WIB, Piece

ROOT: Final = "https://www.sindonews.com"
KANAL_OF: Final = {number: kanal for kanal, number in KANAL_NUMBERS.items() if number}
_FRONT, _FEED, _WEB = 36, 50, 500


def listed(kind: str, body: str, rows: Iterable[Row], content_type: str = HTML) -> Answer:
    """A list: it has validators, and answers 304 to who knows it already."""
    changed = listings.changed_at(rows)
    return Answer(kind=kind, body=body, content_type=content_type, is_list=True, changed=changed)


def newest(ask: Ask) -> Iterator[Piece]:
    """What the host of the request shows, newest first: a kanal's articles, or all."""
    return ask.world.newest(ask.now, ask.label if ask.label in KANALS else None)


def front(ask: Ask, match: re.Match[str]) -> Answer:
    if ask.label in ("index", "search"):
        return moved(f"{ROOT}/indeks" if ask.label == "index" else f"{ROOT}/")
    rows = list(islice(listings.rows(ask.world, newest(ask)), _FRONT))
    lines = listings.entries(ask.world, (row for row in rows if row.is_article), ask.now)
    others = [
        Headline(line.headline, line.url)
        for line in listings.entries(ask.world, (r for r in rows if not r.is_article), ask.now)
    ]
    body = pages.render_front(lines, others=others, kanal=ask.label, year=ask.now.year)
    return listed("front", body, rows)


def feed(ask: Ask, match: re.Match[str]) -> Answer:
    rows = list(islice(listings.rows(ask.world, newest(ask)), _FEED))
    lines = listings.entries(ask.world, rows, ask.now)
    built = listings.changed_at(rows) or ask.now
    body = pages.render_feed(lines, kanal=ask.label, built=built)
    return listed("feed", body, rows, RSS)


def sitemaps(ask: Ask, match: re.Match[str]) -> Answer:
    if ask.label == "www":
        hosts = (*KANALS, "video", "photo")
        children = [f"https://{host}.sindonews.com/sitemap.xml" for host in hosts]
    else:
        children = [f"https://{ask.label}.sindonews.com/sitemap-{n}.xml" for n in ("news", "web")]
    return listed("sitemap_index", pages.render_sitemap_index(children), (), XML)


def sitemap(ask: Ask, match: re.Match[str]) -> Answer:
    if ask.label not in KANALS:
        return missing(ask)
    if match["kind"] == "news":
        rows = listings.of_news(ask.world, ask.label, ask.now)
        body = pages.render_sitemap_news(listings.entries(ask.world, rows, ask.now))
    else:
        rows = [Row(piece) for piece in islice(newest(ask), _WEB)]
        lines = listings.entries(ask.world, rows, ask.now)
        body = pages.render_sitemap_news(lines, kind="web")
    return listed("sitemap", body, rows, XML)


def index(ask: Ask, match: re.Match[str]) -> Answer:
    """The daily index, at the host and with the step that the world has; the other host redirects.

    Without a day it is today's; a day or offset past the end is an empty list.
    """
    host, _, step = ask.world.archive.partition("/")
    cid, offset, day = int(match["cid"] or 0), int(match["offset"] or 0), _day(ask)
    if ask.label not in ("www", "index") or (ask.label == "index") != (match["form"] == "index"):
        return missing(ask)
    if ask.label != host:
        base = f"{ROOT}/indeks" if host == "www" else "https://index.sindonews.com/index"
        return moved(f"{base}/{cid}/{offset}?t={day}")
    kanal = KANAL_OF.get(cid)
    known = kanal is not None or cid == 0
    rows = listings.of_day(ask.world, day, kanal, ask.now) if known else []
    shown = rows[offset : offset + int(step)]
    lines, total = listings.entries(ask.world, shown, ask.now), len(rows)
    draw = pages.render_index if host == "www" else _old_index
    body = draw(
        lines,
        kanal=kanal or "www",
        offset=offset,
        day=str(day),
        total=total,
        step=int(step),
        year=ask.now.year,
    )
    return listed("index", body, shown)


def _old_index(
    lines: Sequence[Entry], *, kanal: str, offset: int, day: str, total: int, step: int, year: int
) -> str:
    """The daily index as index.sindonews.com drew it, 2018 to March 2025."""
    return pages.render_plain(
        "archive-2018.html",
        era="2018",
        entries=lines,
        kanal=kanal,
        cid=KANAL_NUMBERS[kanal],
        offset=offset,
        offsets=range(0, max(total, 1), step),
        day=day,
        year=year,
    )


def _day(ask: Ask) -> date:
    try:
        return date.fromisoformat(ask.query.get("t", ""))
    except ValueError:
        return ask.now.astimezone(WIB).date()
