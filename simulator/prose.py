"""Writes Indonesian news from the tables of `words.toml`: same seed, same text, no state."""

import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

_DAYS: Final = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_SLUG_DROPS: Final = re.compile(r"[^a-z0-9 -]")

Table = dict[str, list[str]]


@cache
def _words() -> dict[str, Table]:
    with (Path(__file__).parent / "words.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def table(section: str) -> Table:
    """The words of one kanal, its own lists before those all kanals share."""
    words = _words()
    return words["umum"] | words[section]


class Draft(dict[str, str]):
    """What the slots of an article's sentences are filled with, drawn when first asked for.

    A plain slot (`{nama}`) stays the same throughout the article; one with a digit (`{nama1}`)
    is forgotten by `turn`, so that the next paragraph meets somebody else.
    """

    def __init__(self, section: str, day: date, rng: Random) -> None:
        super().__init__(hari=_DAYS[day.weekday()], tanggal=f"{day.day}/{day.month}/{day.year}")
        self._section, self._day, self._rng = section, day, rng
        self._table = table(section)

    def __missing__(self, slot: str) -> str:
        word = self[slot] = self._drawn(slot.rstrip("0123456789"))
        return word

    def _drawn(self, name: str) -> str:
        rng = self._rng
        if name == "nama":
            return f"{rng.choice(self._table['depan'])} {rng.choice(self._table['belakang'])}"
        if name == "bilangan":
            return str(rng.randrange(12, 990))
        if name == "persen":
            return f"{rng.randrange(1, 30)},{rng.randrange(1, 10)}"
        return rng.choice(self._table[name])

    def aside(self, rng: Random) -> "Draft":
        """A draft that knows the same slots and draws further ones by itself."""
        other = Draft(self._section, self._day, rng)
        other.update(self)
        return other

    def turn(self) -> None:
        """Forgets the passing slots."""
        for slot in [slot for slot in self if slot[-1].isdigit()]:
            del self[slot]

    def say(self, template: str) -> str:
        """The sentence of a template, with a capital first."""
        sentence = template.format_map(self)
        return sentence[0].upper() + sentence[1:]


def headline(draft: Draft, section: str, rng: Random) -> str:
    """A headline in title case, as the site prints it."""
    return title_case(draft.say(rng.choice(table(section)["judul"])))


def title_case(text: str) -> str:
    """Capitals as an Indonesian headline has them.

    >>> title_case("Kadin Bahas harga beras di Solo, uji coba dimulai dari pasar")
    'Kadin Bahas Harga Beras di Solo, Uji Coba Dimulai dari Pasar'
    """
    small = table("nasional")["kecil"]
    return " ".join(
        word if word in small else word[:1].upper() + word[1:] for word in text.split(" ")
    )


def paragraphs(draft: Draft, section: str, count: int, rng: Random) -> list[str]:
    """What follows the lead: `count` paragraphs of one or two sentences, none used twice."""
    words = table(section)
    further = words.get("tambahan", [])
    body = rng.sample(words["tubuh"], len(words["tubuh"]))
    written = []
    for place in range(count):
        draft.turn()
        sentences = [draft.say(body.pop())]
        if len(body) >= count - place and rng.random() < 0.35:
            sentences.append(draft.say(body.pop()))
        if further and place == count - 2:
            sentences.append(rng.choice(further))
        written.append(" ".join(sentences))
    return written


def slug(text: str) -> str:
    """The address form of a headline: lower case, letters and digits, the rest dropped.

    >>> slug("Gempa M4,8 Guncang Ambon, Mu'tazilah 54%")
    'gempa-m48-guncang-ambon-mutazilah-54'
    """
    return "-".join(_SLUG_DROPS.sub("", text.lower()).replace("-", " ").split())
