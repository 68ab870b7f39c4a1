"""Who wrote it: people and desks, one by one, without labels."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsspider.extract.text import clean

_LABEL = re.compile(
    r"(?:oleh|penulis|reporter|jurnalis|pewarta|wartawan|kontributor|editor|by|laporan)\s*[:\-–]\s*"
    r"|(?:oleh|by)\s+",
    re.IGNORECASE,
)
# Degrees follow a name behind a comma, and are not parted from it: "Budi Santoso, S.H., M.Kn".
_TITLE = (
    r"(?:(?:[A-Z][A-Za-z]{0,3}\.)+[A-Za-z]{0,4}\.?(?:\(\w+\))?|MBA|MSc|MA|SH|SE|SS|ST|SIP|SPd|MH|MM|MSi"
    r"|MPd|Jr|PhD)(?=\s*(?:,|\s(?:dan|serta|and)\s|\Z))"
)
_PARTING = re.compile(rf"\s*(?:[;|•/]|,(?!\s*{_TITLE})|\s&\s|\s(?:dan|serta|and)\s)\s*")
_DATE = re.compile(r"\b\d{1,2}\s+[A-Za-z]+\s+\d{4}\b|\b\d{1,2}[:.]\d{2}\b")
_WEEKDAY_BEFORE_DATE = re.compile(
    r",?\s*(?:senin|selasa|rabu|kamis|jum.?at|sabtu|minggu|ahad)?\s*,?\s*\d{1,2}\s+[a-z]+\s+\d{4}.*",
    re.IGNORECASE,
)
# What templates print where a name is missing.
_NOBODY: Final = frozenset((
    "-", "admin", "administrator", "anonymous", "n/a", "none", "null", "unknown", "undefined",
))  # fmt: skip
_PUBLISHER: Final = frozenset(("sindonews", "sindonews.com", "sindo news"))


def names(lines: Iterable[Any]) -> list[str]:
    """The names in author lines.

    >>> names(["Oleh: Sabrina Jumadi, Muhammad Rabu dan Tim SINDOnews"])
    ['Sabrina Jumadi', 'Muhammad Rabu', 'Tim SINDOnews']
    """
    found = []
    for line in lines:
        if isinstance(line, str):
            text = (
                _LABEL.sub("", clean(line), count=1) if _LABEL.match(clean(line)) else clean(line)
            )
            text = _WEEKDAY_BEFORE_DATE.sub("", text)
            found += [name for part in _PARTING.split(text) if (name := part.strip(" ,-–:"))]
    return [name for name in found if _is_name(name)]


def stated_names(author: Any) -> list[str]:
    """The names in the `author` of JSON-LD: a text, an object, or a list of either.

    The publisher, which templates put where the author is unknown, is none.
    """
    return [name for name in names(_stated(author, 0)) if name.casefold() not in _PUBLISHER]


def _stated(author: Any, depth: int) -> Iterator[str]:
    if isinstance(author, str):
        yield author
    elif isinstance(author, dict):
        yield from _stated(author.get("name"), depth + 1)
    elif isinstance(author, list) and depth < 4:
        for one in author[:32]:
            yield from _stated(one, depth + 1)


def _is_name(name: str) -> bool:
    return (
        name.casefold() not in _NOBODY
        and any(map(str.isalpha, name))
        and len(name) <= 80
        and not name.startswith(("http:", "https:"))
        and not _DATE.search(name)
    )
