"""What the pages say, in English and in Indonesian."""

import tomllib
from importlib.resources import files
from typing import Final

from markupsafe import Markup

from newsspider.report.page.language import LANGUAGES, Language

_ROOM: Final = "newsspider.report.page"


def _read() -> dict[str, dict[Language, str]]:
    text = files(_ROOM).joinpath("words.toml").read_text("utf-8")
    return {
        f"{part}.{key}": phrase
        for part, phrases in tomllib.loads(text).items()
        for key, phrase in phrases.items()
    }


WORDS: Final = _read()
"""Each phrase by its key, `part.name`, and language."""


def phrase(key: str, **filled: object) -> Markup:
    """Return a phrase in both languages, of which the style sheet shows that of the page.

    What is filled in is escaped. Raises `KeyError` for a phrase that is not in `words.toml`.

    >>> print(phrase("ui.filter"))
    <span class="en" lang="en">Filter</span><span class="id" lang="id">Saring</span>
    """
    return Markup("").join(
        Markup('<span class="{0}" lang="{0}">{1}</span>').format(
            language, Markup(WORDS[key][language]).format(**filled)
        )
        for language in LANGUAGES
    )


def number(value: float, decimals: int = 0) -> str:
    """Return a number with a narrow space between thousands, which both languages read alike.

    >>> number(1234567), number(0.5, 1)
    ('1\\u202f234\\u202f567', '0.5')
    """
    return f"{value:,.{decimals}f}".replace(",", "\u202f")
