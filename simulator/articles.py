"""The article addresses of the simulated site, in all their forms. Pure."""

import re
from typing import Final, cast

from simulator import pages
from simulator.answer import Answer, Ask, missing, moved
from simulator.newsroom import story
from simulator.story import Rendering, Story
from simulator.world import Piece

ADDRESS: Final = re.compile(
    r"/(?P<form>read|newsread|berita)/(?P<number>\d+)/(?P<channel>\d+)/(?P<slug>[^/]+)"
    r"(?:/(?P<offset>\d+))?/?"
)


def article(ask: Ask, match: re.Match[str]) -> Answer:
    """A page of an article, or where it went.

    Any slug and any kanal host lead to the article by a redirect, as `/berita/` does; an offset
    past its last page is a 404.
    """
    piece = ask.world.numbered(int(match["number"]))
    if piece is None or piece.appears > ask.now:
        return missing(ask)
    if not piece.shown(ask.now):
        return _departed(ask, piece)
    told = story(ask.world, piece, ask.now)
    canonical = f"{told.slug}-{told.stamp}"
    if match["form"] == "berita" or (match["slug"], ask.label) != (canonical, piece.section):
        return moved(told.whole_url if "showpage" in ask.query else told.url)
    rendering = _rendering(ask, told, match["offset"])
    if rendering is None:
        return missing(ask)
    return _page(ask, told, rendering, is_amp=match["form"] == "newsread")


def _departed(ask: Ask, piece: Piece) -> Answer:
    if piece.departure == "front":
        return moved(f"https://{piece.section}.sindonews.com/")
    return missing(ask, int(piece.departure))


def _rendering(ask: Ask, told: Story, offset: str | None) -> Rendering | None:
    if ask.query.get("showpage") == "all":
        return "all"
    step = int(told.traits["step"])
    nth, rest = divmod(int(offset or 0), step)
    if rest or nth >= len(told.pages):
        return None
    return cast("Rendering", f"page{nth + 1}")


def _page(ask: Ask, told: Story, rendering: Rendering, *, is_amp: bool) -> Answer:
    layout = "newsread" if is_amp else ask.world.layout
    body = pages.render_article(told, layout, rendering, year=ask.now.year)
    kind = {"page1": "article", "all": "article_whole"}.get(rendering, "article_page")
    return Answer(kind="newsread" if is_amp else kind, body=body)
