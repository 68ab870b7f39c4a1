"""Draws pages: articles in every layout and rendering, listings, feeds, sitemaps, robots.txt.

The chrome (head, menus, scripts, footer) depends on layout and kanal only, so it is drawn once and
kept; a further page of 80 KB then costs well under a millisecond. Same facts, same bytes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

try:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
except ModuleNotFoundError as error:  # of the lock to develop, not of the one to run
    raise SystemExit("jinja2 is not installed; `make simulator` installs it") from error
from markupsafe import Markup

from simulator.printed import cut, house_date, runs
from simulator.story import (
    SECTION_NAMES,
    SECTION_NUMBERS,
    Headline,
    Layout,
    Rendering,
    Story,
    spaced,
)

ERAS: Final[Mapping[Layout, str]] = {
    "2014-16": "2014",
    "2017": "2014",
    "2018-21": "2018",
    "2018-21-detail": "2018",
    "2018-21-article": "2018",
    "regional": "2018",
    "2021-24": "2022",
    "2025-26": "2025",
    "newsread": "amp",
}
_PARTS: Final = ("head", "top", "aside", "bottom")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of a listing, feed or sitemap."""

    headline: str
    url: str
    published: datetime
    section: str = "nasional"
    summary: str = ""
    image: str = ""
    author: str | None = None
    keywords: tuple[str, ...] = ()
    date_line: str | None = None

    @property
    def printed_date(self) -> str:
        """The date as the index prints it."""
        return self.date_line if self.date_line is not None else house_date(self.published)


def entry(story: Story) -> Entry:
    """The line that stands for `story` in a listing."""
    return Entry(
        headline=story.headline,
        url=story.url,
        published=story.published,
        section=story.section,
        summary=story.description or "",
        image=story.image.url if story.image else "",
        author=story.authors[0].name if story.authors else None,
        keywords=story.tags,
    )


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        keep_trailing_newline=True,
    )
    environment.globals |= {"sections": SECTION_NAMES, "section_numbers": SECTION_NUMBERS}
    environment.filters |= {
        "runs": runs,
        "cut": cut,
        "spaced": spaced,
        "rfc822": format_datetime,
        "house_date": house_date,
    }
    return environment


@cache
def chrome(era: str, section: str, year: int = 2026) -> Mapping[str, Markup]:
    """The parts of a page that do not depend on the article: head, top, aside, bottom."""
    facts = {"era": era, "section": section, "year": year}
    return {
        part: Markup(_environment().get_template(f"chrome/{part}.html").render(facts))
        for part in _PARTS
    }


def render_article(
    story: Story, layout: Layout = "2025-26", rendering: Rendering = "page1", *, year: int = 2026
) -> str:
    """The page source of one rendering of `story`; `year` is that of the crawl, as in the footer.

    Only page 1 carries NewsArticle JSON-LD; every rendering names page 1 as canonical.
    """
    template = _environment().get_template(f"article/{layout}.html")
    return template.render(
        story=story,
        layout=layout,
        rendering=rendering,
        blocks=story.blocks(rendering),
        page=0 if rendering == "all" else int(rendering.removeprefix("page")),
        has_end=rendering == "all" or rendering == f"page{len(story.pages)}",
        traits=story.traits,
        chrome=chrome(ERAS[layout], story.section, year),
        year=year,
    )


def render_index(
    entries: Sequence[Entry],
    *,
    section: str = "www",
    offset: int = 0,
    day: str | None = None,
    total: int | None = None,
    step: int = 20,
    aside: Sequence[Headline] = (),
    lazy: bool = False,
    year: int = 2026,
) -> str:
    """The archive of one day (`/indeks/{cid}/{offset}?t=`), 2025-26; no entries is "past the end".

    `entries` are those of this page, `total` the number of the whole day (default: this page is the
    last), which decides the pager.
    """
    pages = max(1, -(-(offset + len(entries) if total is None else total) // step))
    return _listing(
        "index.html",
        section=section,
        year=year,
        entries=entries,
        index_number=SECTION_NUMBERS[section],
        offset=offset,
        day=day,
        step=step,
        pages=pages,
        side=aside,
        lazy=lazy,
    )


def render_front(
    entries: Sequence[Entry],
    *,
    others: Sequence[Headline] = (),
    section: str = "www",
    year: int = 2026,
) -> str:
    """The front page of the site or of a kanal; `others` are its video, photo and partner links."""
    return _listing("front.html", section=section, year=year, entries=entries, others=others)


def render_feed(entries: Sequence[Entry], *, section: str = "www", built: datetime) -> str:
    """RSS 2.0, `/feed` of the site or `/rss` of a kanal."""
    template = _environment().get_template("listing/feed.xml")
    return template.render(entries=entries, section=section, built=built)


def render_sitemap_index(addresses: Sequence[str]) -> str:
    """`/sitemap.xml`, which names the sitemaps of the kanals."""
    return _environment().get_template("listing/sitemap-index.xml").render(addresses=addresses)


def render_sitemap_news(entries: Sequence[Entry], *, kind: Literal["news", "web"] = "news") -> str:
    """`sitemap-news.xml` or `sitemap-web.xml` of a kanal."""
    return _environment().get_template("listing/sitemap.xml").render(entries=entries, kind=kind)


def render_robots() -> str:
    """robots.txt: articles, feeds and sitemaps allowed, the widget and search addresses not."""
    return _environment().get_template("listing/robots.txt").render()


def render_plain(template: str, **facts: Any) -> str:
    """A page outside the families above: `soft-404.html`, `challenge.html`, `video.html` …"""
    era, section, year = (
        facts.get("era", "2025"),
        facts.get("section", "www"),
        facts.get("year", 2026),
    )
    page = _environment().get_template(f"other/{template}")
    return page.render({**facts, "chrome": chrome(era, section, year), "year": year})


def _listing(template: str, *, section: str, year: int, **facts: Any) -> str:
    page = _environment().get_template(f"listing/{template}")
    return page.render(section=section, year=year, chrome=chrome("2025", section, year), **facts)
