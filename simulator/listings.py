"""The lists of the simulated site: what stands in each, row by row. Pure.

Between the articles stand links to what is no text article (video, photo, hi-lite, partners …), as
on the site: every twelfth article or so has such a companion, which takes a row of its own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Final

from simulator.newsroom import opening
from simulator.pages import Entry
from simulator.prose import slug
from simulator.world import Piece, World, dice

_OTHERS: Final = (
    "https://video.sindonews.com/play/{number}/{slug}",
    "https://photo.sindonews.com/view/{number}/{slug}",
    "https://infografis.sindonews.com/photo/{number}/{slug}-{stamp}",
    "https://scope.sindonews.com/artikel/{number}/{slug}",
    "https://hi-lite.sindonews.com/read/{number}/{channel}/{slug}-{stamp}",
    "https://mpi.sindonews.com/article/okezone/{number}",
)
_NEWS_WINDOW: Final = timedelta(hours=48)
_NEWS_MOST: Final = 1000


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: an article, or its companion of another kind."""

    piece: Piece
    is_article: bool = True


def rows(world: World, pieces: Iterable[Piece]) -> Iterator[Row]:
    """The rows of a list of these articles, their companions among them."""
    for piece in pieces:
        yield Row(piece)
        if dice(world.seed, piece.index, 5) % 12 == 0:
            yield Row(piece, is_article=False)


def entries(world: World, listed: Iterable[Row], now: datetime) -> list[Entry]:
    """The rows as pages print them."""
    return [_entry(world, row, now) for row in listed]


def of_day(world: World, day: date, section: str | None, now: datetime) -> list[Row]:
    """The daily index: what was published that day and is on the site now, newest first."""
    pieces = (
        piece
        for piece in world.day(day)
        if (section is None or piece.section == section) and piece.shown(now)
    )
    return list(rows(world, pieces))


def of_news(world: World, section: str, now: datetime) -> list[Row]:
    """A news sitemap: the articles of the last two days, and no other kinds."""
    recent = []
    for piece in islice(world.newest(now, section), _NEWS_MOST):
        if piece.published < now - _NEWS_WINDOW:
            break
        recent.append(Row(piece))
    return recent


def found(world: World, words: Iterable[str], now: datetime) -> Iterator[Piece]:
    """The search: articles whose headline or tags have all the words, newest first."""
    wanted = [word.lower() for word in words]
    for piece in world.newest(now):
        card = opening(world, piece, now)
        text = " ".join((card.headline, *card.tags)).lower()
        if wanted and all(word in text for word in wanted):
            yield piece


def tagged(world: World, name: str, now: datetime) -> Iterator[Piece]:
    """The articles of a topic, by the name in its address, newest first."""
    for piece in world.newest(now):
        if name in map(slug, opening(world, piece, now).tags):
            yield piece


def written_by(world: World, profile: str, now: datetime) -> Iterator[Piece]:
    """The articles of an author, by the address of the profile, newest first."""
    for piece in world.newest(now):
        if any(author.url == profile for author in opening(world, piece, now).authors):
            yield piece


def changed_at(listed: Iterable[Row]) -> datetime | None:
    """When the newest of the rows came to stand there: the list's Last-Modified."""
    return max((row.piece.appears for row in listed), default=None)


def _entry(world: World, row: Row, now: datetime) -> Entry:
    piece, card = row.piece, opening(world, row.piece, now)
    if row.is_article:
        return Entry(
            headline=card.headline,
            url=card.url,
            published=piece.published,
            section=piece.section,
            summary=card.lead,
            image=card.image or "",
            author=card.authors[0].name if card.authors else None,
            keywords=card.tags,
        )
    form = _OTHERS[dice(world.seed, piece.index, 6) % len(_OTHERS)]
    url = form.format(
        number=10_000 + piece.index,
        channel=piece.channel,
        slug=slug(card.tags[0]),
        stamp=int(piece.created.timestamp()),
    )
    headline = f"Rekaman {card.tags[0].capitalize()}"
    return Entry(headline=headline, url=url, published=piece.published, section=piece.section)
