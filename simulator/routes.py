"""What the site answers to an address at a moment: pure, no socket and no clock."""

import re
from collections.abc import Callable
from typing import Final

from simulator import articles, finds, lists
from simulator.answer import PLAIN, Answer, Ask, missing, moved
from simulator.sections import SECTIONS

_ROBOTS: Final = f"User-agent: *\nDisallow: /ajaxpage/\n\nSitemap: {lists.ROOT}/sitemap.xml\n"

Route = Callable[[Ask, re.Match[str]], Answer]


def answer(ask: Ask) -> Answer:
    """The response to a request; what the site does not know is a 404."""
    if ask.label == "sindonews.com":
        return moved(f"{lists.ROOT}{ask.path}")
    for pattern, route in _ROUTES:
        match = pattern.fullmatch(ask.path)
        if match is not None and (ask.label in SECTIONS or ask.label in _HOSTS):
            return route(ask, match)
    return missing(ask)


def _robots(ask: Ask, match: re.Match[str]) -> Answer:
    return Answer(kind="robots", body=_ROBOTS, content_type=PLAIN)


_HOSTS: Final = frozenset({"www", "index", "search", "video", "photo"})
_ROUTES: Final = tuple(
    (re.compile(pattern), route)
    for pattern, route in (
        (articles.ADDRESS.pattern, articles.article),
        (r"/(?P<form>indeks|index)(?:/(?P<index_number>\d+))?(?:/(?P<offset>\d+))?/?", lists.index),
        (r"/(?:feed|rss)/?", lists.feed),
        (r"/sitemap-(?P<kind>news|web)\.xml", lists.sitemap),
        (r"/sitemap\.xml", lists.sitemaps),
        (r"/robots\.txt", _robots),
        (r"/", lists.front),
        (r"/more/(?P<number>\d+)(?:/(?P<offset>\d+))?/?", finds.more),
        (r"/topic/(?P<number>\d+)/(?P<slug>[^/]+)(?:/(?P<offset>\d+))?/?", finds.topic),
        (r"/blog/(?P<number>\d+)/(?P<slug>[^/]+)(?:/(?P<offset>\d+))?/?", finds.author),
        (r"/search/gokanal(?:/(?P<offset>\d+))?/?", finds.section_search),
        (r"(?:/search)?/go/?", finds.search),
    )
)
