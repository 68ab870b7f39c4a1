"""The lists at fixed addresses: front pages, feeds, sitemaps, the daily index. Pure."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Final

from simulator import listings, pages
from simulator.answer import HTML, RSS, XML, Answer, Ask, missing, moved
from simulator.listings import Row
from simulator.pages import Entry
from simulator.sections import SECTIONS
from simulator.story import SECTION_NUMBERS, Headline
from simulator.world import WIB, Piece

ROOT: Final = "https://www.sindonews.com"
SECTION_OF: Final = {number: section for section, number in SECTION_NUMBERS.items() if number}
_FRONT, _FEED, _WEB = 36, 50, 500


def listed(kind: str, body: str, rows: Iterable[Row], content_type: str = HTML) -> Answer:
    """A list: it has validators, and answers 304 to who knows it already."""
    changed = listings.changed_at(rows)
    return Answer(kind=kind, body=body, content_type=content_type, is_list=True, changed=changed)


def newest(ask: Ask) -> Iterator[Piece]:
    """What the host of the request shows, newest first: a kanal's articles, or all."""
    return ask.world.newest(ask.now, ask.label if ask.label in SECTIONS else None)


def front(ask: Ask, match: re.Match[str]) -> Answer:
    if ask.label in ("index", "search"):
        return moved(f"{ROOT}/indeks" if ask.label == "index" else f"{ROOT}/")
    rows = list(islice(listings.rows(ask.world, newest(ask)), _FRONT))
    lines = listings.entries(ask.world, (row for row in rows if row.is_article), ask.now)
    others = [
        Headline(line.headline, line.url)
        for line in listings.entries(ask.world, (r for r in rows if not r.is_article), ask.now)
    ]
    body = pages.render_front(lines, others=others, section=ask.label, year=ask.now.year)
    return listed("front", body, rows)


def feed(ask: Ask, match: re.Match[str]) -> Answer:
    rows = list(islice(listings.rows(ask.world, newest(ask)), _FEED))
    lines = listings.entries(ask.world, rows, ask.now)
    built = listings.changed_at(rows) or ask.now
    body = pages.render_feed(lines, section=ask.label, built=built)
    return listed("feed", body, rows, RSS)


def sitemaps(ask: Ask, match: re.Match[str]) -> Answer:
    if ask.label == "www":
        hosts = (*SECTIONS, "video", "photo")
        children = [f"https://{host}.sindonews.com/sitemap.xml" for host in hosts]
    else:
        children = [f"https://{ask.label}.sindonews.com/sitemap-{n}.xml" for n in ("news", "web")]
    return listed("sitemap_index", pages.render_sitemap_index(children), (), XML)


def sitemap(ask: Ask, match: re.Match[str]) -> Answer:
    if ask.label not in SECTIONS:
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
    index_number, offset, day = (
        int(match["index_number"] or 0),
        int(match["offset"] or 0),
        _day(ask),
    )
    if ask.label not in ("www", "index") or (ask.label == "index") != (match["form"] == "index"):
        return missing(ask)
    if ask.label != host:
        base = f"{ROOT}/indeks" if host == "www" else "https://index.sindonews.com/index"
        return moved(f"{base}/{index_number}/{offset}?t={day}")
    section = SECTION_OF.get(index_number)
    known = section is not None or index_number == 0
    rows = listings.of_day(ask.world, day, section, ask.now) if known else []
    shown = rows[offset : offset + int(step)]
    lines, total = listings.entries(ask.world, shown, ask.now), len(rows)
    draw = pages.render_index if host == "www" else _old_index
    body = draw(
        lines,
        section=section or "www",
        offset=offset,
        day=str(day),
        total=total,
        step=int(step),
        year=ask.now.year,
    )
    return listed("index", body, shown)


def _old_index(
    lines: Sequence[Entry], *, section: str, offset: int, day: str, total: int, step: int, year: int
) -> str:
    """The daily index as index.sindonews.com drew it, 2018 to March 2025."""
    return pages.render_plain(
        "archive-2018.html",
        era="2018",
        entries=lines,
        section=section,
        index_number=SECTION_NUMBERS[section],
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
