"""Articles nobody wrote: each with its own people, places, figures and quotations."""

import random
from dataclasses import dataclass

from benchmarks.duplicates.words import W


@dataclass(frozen=True, slots=True)
class Text:
    """A generated article; texts of one `story` are the same text, whatever was edited."""

    story: str
    kind: str
    headline: str
    paragraphs: tuple[str, ...]

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)


def name(rng: random.Random) -> str:
    return f"{rng.choice(W['first'])} {rng.choice(W['last'])}"


def date(rng: random.Random) -> str:
    day, month, year = rng.randint(1, 28), rng.randint(1, 12), rng.randint(2012, 2026)
    return f"{rng.choice(W['day'])} ({day}/{month}/{year})"


def sentence(rng: random.Random, cast: list[str], place: str) -> str:
    """One sentence of a news text about `cast` at `place`."""

    def a(kind: str) -> str:
        return rng.choice(W[kind])

    who, was, now = rng.choice(cast), rng.randint(2, 900), rng.randint(2, 980)
    forms = (
        f"{a('opener')}, {a('body')} {a('act')} {a('thing')} {a('reason')}.",
        f"“{a('claim').capitalize()}, {a('reason')},” {a('says')} {who}, {date(rng)}.",
        f"{a('opener')}, {who} yang juga {a('role')} {a('act')} {a('thing')} di {a('place')}.",
        f"Sebanyak {now} {a('unit')} di {place} terdampak {a('thing')} {a('reason')}.",
        f"{a('body')} mencatat {now} {a('unit')}, naik dari {was} pada {date(rng)}.",
        f"Adapun {a('role')} {a('body')}, {name(rng)}, {a('act')} {a('thing')} {a('reason')}.",
        f"{a('opener')}, {a('claim')}, {a('says')} {a('role')} {a('body')} itu.",
        f"Warga {a('place')} {a('act')} {a('thing')}, sementara {a('body')} {a('act')} yang lain.",
    )
    return rng.choice(forms)


def paragraph(rng: random.Random, cast: list[str], place: str) -> str:
    return " ".join(sentence(rng, cast, place) for _ in range(rng.choice((1, 1, 2, 2, 3))))


def headline(rng: random.Random) -> str:
    place, act = rng.choice(W["place"]), rng.choice(W["act"]).title()
    thing, other = (rng.choice(W["thing"]).title() for _ in range(2))
    forms = (
        f"{rng.choice(W['body'])} {act} {thing} di {place}",
        f"{thing}, {name(rng)}: {rng.choice(W['claim']).capitalize()}",
        f"Soal {thing}, Warga {place} {act} {other}",
    )
    return rng.choice(forms)


def news(rng: random.Random, story: str) -> Text:
    """An ordinary article of 60 to 700 words, the middle near 220."""
    cast = [name(rng) for _ in range(rng.randint(2, 4))]
    place = rng.choice(W["place"])
    length = max(3, min(24, round(rng.lognormvariate(2.2, 0.45))))
    paragraphs = tuple(paragraph(rng, cast, place) for _ in range(length))
    return Text(story, "news", headline(rng), paragraphs)
