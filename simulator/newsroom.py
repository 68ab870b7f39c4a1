"""Writes the articles of a world: each text on demand, the same each time it is asked for."""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from itertools import islice, pairwise, zip_longest
from random import Random
from typing import Final
from zlib import crc32

from simulator.prose import Draft, headline, paragraphs, slug, table, title_case
from simulator.sections import CHANNELS
from simulator.story import Block, Headline, Person, Picture, Story
from simulator.world import Piece, World, dice

_STAFF: Final = 60
_FIRST_PROFILE: Final = 101
_DESK: Final = Person("Tim SINDOnews", "https://www.sindonews.com/blog/100/tim-sindonews")
_BACA: Final = {"2025-26": ("int-link", "strong-link"), "2021-24": ("strong-link", "bacanews-box")}
_ADS: Final = ("ads300", "ads_1", "gpt")


@dataclass(frozen=True, slots=True)
class Opening:
    """What lists show of an article."""

    headline: str
    url: str
    lead: str
    authors: tuple[Person, ...]
    tags: tuple[str, ...]
    image: str | None

    @property
    def link(self) -> Headline:
        """The headline with its address."""
        return Headline(self.headline, self.url)


def opening(world: World, piece: Piece, now: datetime) -> Opening:
    """What lists show of the article at that moment."""
    return _opening(world, piece.index, piece.changed(now))


def story(world: World, piece: Piece, now: datetime) -> Story:
    """The article as the site shows it at that moment, with the lists around it."""
    written = _written(world, piece.index, piece.changed(now))
    latest = tuple(opening(world, other, now).link for other in islice(world.newest(now), 6))
    return replace(written, latest=latest)


@lru_cache(maxsize=20_000)
def _opening(world: World, index: int, changed: bool) -> Opening:
    return _begun(world, world.piece(index), changed)[2]


def _begun(world: World, piece: Piece, changed: bool) -> tuple[Random, Draft, Opening]:
    """The opening of an article, and what is needed to write on in the same vein."""
    source = _source(world, piece)
    rng = Random(dice(world.seed, source.index, 2))
    draft = Draft(source.section, source.published.date(), rng)
    first = headline(draft, source.section, rng)
    lead = draft.say(rng.choice(table(source.section)["teras"]))
    authors = _authors(rng)
    tags = tuple(dict.fromkeys([draft["topik"], draft["lembaga"], draft["kota"]]))
    address = f"{slug(first)}-{int(piece.created.timestamp())}"
    url = f"https://{piece.section}.sindonews.com/read/{piece.number}/{piece.channel}/{address}"
    image = _image(piece, slug(first)) if rng.random() < 0.96 else None
    shown = _renamed(_editor(world, piece, draft), first) if changed else first
    return rng, draft, Opening(shown, url, lead, authors, tags[: rng.randrange(1, 4)], image)


def _source(world: World, piece: Piece) -> Piece:
    """The article whose text it has: its own, or that which it repeats."""
    return piece if piece.repeats is None else world.piece(piece.repeats)


def _editor(world: World, piece: Piece, draft: Draft) -> Draft:
    """What an edit is written with, apart from the text, so that it changes nothing else."""
    return draft.aside(Random(dice(world.seed, piece.index, 3)))


def _renamed(draft: Draft, first: str) -> str:
    """The headline after an edit: in half of the cases another one."""
    templates = table("nasional")["kepala_baru"]
    chosen = crc32(first.encode()) % (2 * len(templates))
    if chosen >= len(templates):
        return first
    return title_case(draft.say(templates[chosen].replace("{lama}", first)))


def _authors(rng: Random) -> tuple[Person, ...]:
    roll = rng.random()
    if roll < 0.04:
        return ()
    if roll < 0.08:
        return (_DESK,)
    return tuple(profile(rng.randrange(_STAFF)) for _ in range(2 if roll > 0.95 else 1))


def profile(nth: int) -> Person:
    """A member of staff, with the address of the profile page."""
    words = table("nasional")
    first = words["depan"][nth % len(words["depan"])]
    name = f"{first} {words['belakang'][(nth * 7 + nth // 30) % len(words['belakang'])]}"
    return Person(name, f"https://www.sindonews.com/blog/{_FIRST_PROFILE + nth}/{slug(name)}")


def topic(tag: str) -> str:
    """The address of the topic page of a tag."""
    return f"https://www.sindonews.com/topic/{topic_number(slug(tag))}/{slug(tag)}"


def topic_number(name: str) -> int:
    """The number of a topic, from the name in its address."""
    return 1 + crc32(name.encode()) % 99_999


def _image(piece: Piece, name: str) -> str:
    day = piece.published.strftime("%Y/%m/%d")
    letters = "".join(chr(97 + dice(piece.number, place) % 26) for place in range(3))
    path = f"pena/news/{day}/{piece.channel}/{piece.number}/{name[:60].strip('-')}-{letters}.jpg"
    return f"https://pict.sindonews.net/dyn/732/{path}"


@lru_cache(maxsize=512)
def _written(world: World, index: int, changed: bool) -> Story:
    piece = world.piece(index)
    source = _source(world, piece)
    rng, draft, card = _begun(world, piece, changed)
    near = [
        _opening(world, other, False).link
        for other in islice(world.before(index, piece.section), 15)
    ]
    pages = _pages(world, source, _texts(source, draft, rng, card), near[11:], rng)
    if changed:
        pages = _added(world, piece, draft, card, pages)
    return Story(
        section=piece.section,
        number=piece.number,
        channel=piece.channel,
        channel_name=CHANNELS[piece.section][piece.channel],
        slug=card.url.rpartition("/")[2].rpartition("-")[0],
        stamp=int(piece.created.timestamp()),
        headline=card.headline,
        published=piece.published,
        modified=piece.edited if changed and not piece.silent else piece.published,
        description=card.lead,
        authors=card.authors,
        editor="".join(rng.sample("abdefhiklmnprsuwyz", 3)) if rng.random() < 0.95 else None,
        dateline=draft["kota"].upper() if rng.random() < 0.95 else None,
        image=_picture(card.image, draft, rng) if card.image else None,
        tags=card.tags,
        pages=pages,
        traits={"step": str(piece.step)},
        related=tuple(near[2:11]),
        recommended=tuple(
            _opening(world, other, False).link
            for other in range(index - 11, index - 14, -1)
            if other >= 0
        ),
        infographics=(_infographic(piece, card),),
    )


def _texts(piece: Piece, draft: Draft, rng: Random, card: Opening) -> list[str]:
    count = piece.pages * rng.randrange(4, 7) + rng.randrange(3)
    texts = [card.lead, *paragraphs(draft, piece.section, min(count, 16), rng)]
    place = next((nth for nth, text in enumerate(texts) if card.tags[0] in text and nth), None)
    if place is not None and rng.random() < 0.7:
        linked = f"[{card.tags[0]}]({topic(card.tags[0])})"
        texts[place] = texts[place].replace(card.tags[0], linked, 1)
    return texts


def _added(
    world: World, piece: Piece, draft: Draft, card: Opening, pages: tuple[tuple[Block, ...], ...]
) -> tuple[tuple[Block, ...], ...]:
    """The body after an edit: one paragraph more, unless the edit was to the headline alone."""
    if card.headline != _opening(world, piece.index, False).headline and piece.index % 3 == 0:
        return pages
    template = table(piece.section)["susulan"][piece.index % 4]
    addition = Block(text=_editor(world, piece, draft).say(template))
    return (*pages[:-1], (*pages[-1], addition))


def _picture(url: str, draft: Draft, rng: Random) -> Picture:
    words = table("nasional")
    caption = draft.say(rng.choice(words["keterangan"]))
    credit = rng.choice(words["foto"]).format_map(draft) if rng.random() < 0.9 else None
    return Picture(url=url, caption=caption, credit=credit)


def _pages(
    world: World, piece: Piece, texts: list[str], links: list[Headline], rng: Random
) -> tuple[tuple[Block, ...], ...]:
    """The body in its pages: text, with a "Baca juga" and an advertisement among it."""
    count = min(piece.pages, len(texts) // 2)
    cuts = [len(texts) * nth // count for nth in range(count + 1)]
    pages = [[Block(text=text) for text in texts[a:b]] for a, b in pairwise(cuts)]
    for page, link in zip_longest(pages, links[:count]):
        if link is not None:
            form = rng.choice(_BACA.get(world.layout, ("strong-link",)))
            page.insert(rng.randrange(1, len(page)), _baca(form, link))
        page.insert(rng.randrange(1, len(page)), Block(kind="ad", form=rng.choice(_ADS)))
    return tuple(map(tuple, pages))


def _baca(form: str, link: Headline) -> Block:
    return Block(kind="baca", form=form, text=link.headline, url=link.url, links=(link,))


def _infographic(piece: Piece, card: Opening) -> Headline:
    address = f"https://infografis.sindonews.com/photo/{piece.number % 20_000}/{slug(card.tags[0])}"
    return Headline(
        title_case(f"Infografis {card.tags[0]}"), address + f"-{int(piece.created.timestamp())}"
    )
