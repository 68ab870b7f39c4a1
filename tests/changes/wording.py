"""Words of changed pages: pools of our own Indonesian, class names of today's tool chains."""

import tomllib
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

DATA: Final = Path(__file__).parent / "data"
_UTILITIES: Final = (
    "mx-auto", "max-w-2xl", "px-4", "py-2", "mt-6", "mb-4", "leading-7", "text-lg", "text-base",
    "text-slate-700", "dark:text-gray-200", "flex", "flex-col", "gap-4", "grid", "lg:col-span-8",
    "md:w-2/3", "w-full", "relative", "rounded-lg", "bg-white", "border-b", "font-medium",
)  # fmt: skip
_ALPHABET: Final = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_WORDS: Final = {
    "article": ("article", "post", "story", "single", "berita", "artikel", "read", "konten"),
    "headline": ("title", "headline", "judul", "heading", "post-title", "story-title"),
    "date": ("date", "published", "tanggal", "meta-time", "waktu", "timestamp", "posted"),
    "author": ("author", "byline", "penulis", "writer", "reporter-name"),
    "body": ("body", "content", "isi", "text", "copy", "richtext", "prose", "detail"),
    "box": ("box", "widget", "module", "block", "slot", "panel", "card", "sisipan", "unit"),
    "list": ("list", "items", "feed", "stack", "daftar", "rail"),
}


@cache
def table(name: str) -> dict[str, Any]:
    """Return the tables of a data file of this package."""
    with (DATA / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def say(rng: Random, pool: str) -> str:
    """Return one text of a pool of `pools.toml`."""
    texts: list[str] = table("pools")[pool]
    return rng.choice(texts)


class Naming:
    """How one redesign names its classes: drawn once, then the same for the whole page."""

    def __init__(self, rng: Random) -> None:
        self._rng = rng
        self._style = rng.choice((self._plain, self._bem, self._module, self._utility, self._hash))
        self._prefix = rng.choice(("c", "sn", "mnc", "np", "ui", "site", "v3", "desk"))

    def __call__(self, role: str) -> str:
        """Return the class attribute of an element in a role ("body", "headline", "box" …)."""
        return self._style(self._rng.choice(_WORDS.get(role, (role,))))

    def code(self, length: int = 5) -> str:
        """Return a hash as build tools append it."""
        return "".join(self._rng.choice(_ALPHABET) for _ in range(length))

    def _plain(self, word: str) -> str:
        return f"{self._prefix}-{word}"

    def _bem(self, word: str) -> str:
        return f"{self._prefix}-artikel__{word} {self._prefix}-artikel__{word}--{self.code(2)}"

    def _module(self, word: str) -> str:
        return f"{word.title().replace('-', '')}_{word.replace('-', '')}__{self.code()}"

    def _utility(self, word: str) -> str:
        return " ".join(self._rng.sample(_UTILITIES, self._rng.randint(3, 6)))

    def _hash(self, word: str) -> str:
        return self._rng.choice((f"css-{self.code(7)}", f"sc-{self.code(6)} {self.code(6)}"))
