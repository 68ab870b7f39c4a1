"""Lists that are looked for: sections, topics, authors, the search. Pure.

Nobody counts how long they are: the pager names the pages up to this one and three more.
"""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final
from urllib.parse import quote_plus

from simulator import listings, pages
from simulator.answer import Answer, Ask, missing
from simulator.lists import ROOT, SECTION_OF, listed, newest
from simulator.sections import CHANNELS
from simulator.story import SECTION_NUMBERS
from simulator.world import Piece

_STEP: Final = 20
_SEARCH_STEP: Final = 10


def more(ask: Ask, match: re.Match[str]) -> Answer:
    number, pieces = int(match["number"]), newest(ask)
    if number in CHANNELS.get(ask.label, {}):
        pieces = (piece for piece in pieces if piece.channel == number)
    elif SECTION_NUMBERS.get(ask.label) != number:
        return missing(ask)
    base = f"https://{ask.label}.sindonews.com/more/{number}"
    return _endless(ask, "section", pieces, int(match["offset"] or 0), base)


def topic(ask: Ask, match: re.Match[str]) -> Answer:
    tagged = listings.tagged(ask.world, match["slug"], ask.now)
    base = f"https://{ask.label}.sindonews.com/topic/{match['number']}/{match['slug']}"
    return _endless(ask, "topic", tagged, int(match["offset"] or 0), base)


def author(ask: Ask, match: re.Match[str]) -> Answer:
    base = f"{ROOT}/blog/{match['number']}/{match['slug']}"
    written = listings.written_by(ask.world, base, ask.now)
    return _endless(ask, "author", written, int(match["offset"] or 0), base)


def search(ask: Ask, match: re.Match[str]) -> Answer:
    words = ask.query.get("q", "").split()
    offset = (max(1, _number(ask.query.get("p"), 1)) - 1) * _SEARCH_STEP
    found = listings.found(ask.world, words, ask.now)
    base = f"{ROOT}/search/go?type=artikel&q={quote_plus(' '.join(words))}&p="
    return _endless(ask, "search", found, offset, base, _SEARCH_STEP)


def section_search(ask: Ask, match: re.Match[str]) -> Answer:
    words, index_number = ask.query.get("q", "").split(), _number(ask.query.get("pid"), 0)
    found = listings.found(ask.world, words, ask.now)
    in_section = (
        piece
        for piece in found
        if not index_number or piece.section == SECTION_OF.get(index_number)
    )
    tail = f"?type=artikel&q={quote_plus(' '.join(words))}&pid={index_number}"
    base, offset = f"{ROOT}/search/gokanal", int(match["offset"] or 0)
    return _endless(ask, "search", in_section, offset, base, _SEARCH_STEP, tail)


def _endless(
    ask: Ask,
    kind: str,
    pieces: Iterable[Piece],
    offset: int,
    base: str,
    step: int = _STEP,
    tail: str = "",
) -> Answer:
    """A list whose length nobody counts: the pager names this page, those before and three more."""
    known = list(islice(listings.rows(ask.world, pieces), offset + 4 * step))
    shown = known[offset : offset + step]
    lines = listings.entries(ask.world, shown, ask.now)
    places = range(0, max(len(known), 1), step)
    numbered = base.endswith("&p=")
    hrefs = [
        f"{base}{nth + 1}" if numbered else f"{base}/{at}{tail}" for nth, at in enumerate(places)
    ]
    pager = [(nth + 1, hrefs[nth], at == offset) for nth, at in enumerate(places)]
    body = pages.render_plain(
        "list.html", entries=lines, kind=kind, pager=pager, section=ask.label, year=ask.now.year
    )
    return listed(kind, body, shown)


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() else otherwise
