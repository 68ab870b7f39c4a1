"""Who wrote it: people and desks, one by one, without labels."""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from newsspider.dates.vocabulary import WEEKDAY_IN_TEXT
from newsspider.reading.html.lines import line_of_markup
from newsspider.reading.text import clean

_LABEL = re.compile(
    r"(?:penulis|reporter|jurnalis|pewarta|wartawan|kontributor|editor|laporan)\s*[:\-–]\s*"
    r"|(?:(?:di(?:tulis|posting|poskan|unggah|publikasikan|terbitkan)|posted|written|published)\s+)?"
    r"(?:oleh|by)(?:\s*[:\-–]\s*|\s+)|reporter\s+",
    re.IGNORECASE,
)
# Degrees follow a name behind a comma, and are not parted from it: "Budi Santoso, S.H., M.Kn".
_TITLE = (
    r"(?:(?:[A-Z][A-Za-z]{0,3}\.)+[A-Za-z]{0,4}\.?(?:\(\w+\))?|MBA|MSc|MA|SH|SE|SS|ST|SIP|SPd|MH|MM|MSi"
    r"|MPd|Jr|PhD)(?=\s*(?:,|\s(?:dan|serta|and)\s|\Z))"
)
_ROLES = re.compile(
    r"\b(?:(?P<writes>rep|reporter|pewarta|penulis|oleh|wartawan|jurnalis|kontributor|laporan)"
    r"|red|redaktur|editor|penyunting|sumber|foto|copyright)\s*[:©]",
    re.IGNORECASE,
)
# One person did both: "Redaktur & Reporter : Sabrina Jumadi" is a reporter's line.
_EDITS = r"(?:red|redaktur|editor|penyunting)"
_WRITES = r"(?:rep|reporter|pewarta|penulis|wartawan|jurnalis|kontributor)"
_JOINED_ROLES = re.compile(
    rf"\b(?:{_EDITS}\s*(?:&|/|dan)\s*({_WRITES})|({_WRITES})\s*(?:&|/|dan)\s*{_EDITS})(?=\s*:)",
    re.IGNORECASE,
)
_ROLE_BEHIND = re.compile(rf"\s*\((?:(?P<writes>{_WRITES})|{_EDITS})\)\Z", re.IGNORECASE)
_PARTING = re.compile(
    rf"\s*(?:[;|•·/]|,(?!\s*{_TITLE})(?:\s*(?:dan|serta|and)\s)?|\s&\s|\s[-–—]"
    r"|\s(?:dan|serta|and)\s)\s*"
)
_WORD = r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*"
_PLAIN = re.compile(rf"{_WORD}(?: {_WORD}){{0,5}}")
_JOINTS: Final = frozenset(("oleh", "by", "dan", "serta", "and", "reporter"))
_DATE = re.compile(r"\b\d{1,2}\s+[A-Za-z]+\s+\d{4}\b|\b\d{1,2}[:.]\d{2}\b")
_ADDRESS = re.compile(r"\Ahttps?:|\Awww\.|\S@\S+\.[a-z]", re.IGNORECASE)
# What a line says behind the names: when it was, how long it takes to read, how often it was.
_BEHIND_NAMES = re.compile(
    rf",?\s*(?:\bpada\s+)?{WEEKDAY_IN_TEXT}?\s*,?\s*"
    r"\d{1,2}(?:\s+[a-z]+\s+\d{4}|([/.-])\d{1,2}\1\d{2,4}\b).*"
    r"|[\s|•·,-]*\b\d[\d.,]*\s*(?:k|rb|jt)?\s*(?:detik|menit|jam|hari|minggu|bulan|tahun|kali"
    r"|komentar|views?|comments?|shares?|min(?:ute)?s?|hours?|days?)\b.*",
    re.IGNORECASE,
)
# A correspondent's post, printed beside the name: "Kontributor Banyuwangi, Ahmad Suudi".
_POST = re.compile(r"(?:kontributor|koresponden)\s+[^\d,;|]{2,40}", re.IGNORECASE)
# An editor's, not an author's: "(min)", "(min/rhs)".
_INITIALS = re.compile(r"[(\[]\s*\w{2,5}(?:\s?[/.,&-]\s?\w{2,5}){0,2}\s*[)\]]")
# An address alone, as `article:author` has, and the place of a name that a template left unfilled.
_NO_NAME = re.compile(r"(?:https?:|www\.)\S*\Z|[^{}<$]*(?:\{\{|\$\{|\{%|<%)", re.IGNORECASE)
# What templates print where a name is missing, or beside one.
_NOBODY: Final = frozenset((
    "-", "admin", "administrator", "anonymous", "n/a", "none", "null", "unknown", "undefined",
    "editor", "jurnalis", "kontributor", "penulis", "pewarta", "reporter", "wartawan",
))  # fmt: skip


def names(lines: Iterable[Any]) -> list[str]:
    """The names in author lines.

    >>> names(["Oleh: Sabrina Jumadi, Muhammad Rabu dan Tim Redaksi"])
    ['Sabrina Jumadi', 'Muhammad Rabu', 'Tim Redaksi']
    >>> names(["Sabrina Jumadi -kabarOto"])
    ['Sabrina Jumadi', 'kabarOto']
    >>> names([": Kontributor Banyuwangi, Ahmad Suudi"])
    ['Ahmad Suudi']
    >>> names(["Rep: Sabrina Jumadi/ Red: Muhammad Rabu"])
    ['Sabrina Jumadi']
    >>> names(["Redaktur & Reporter : Sabrina Jumadi"])
    ['Sabrina Jumadi']
    >>> names(["Pewarta: Oleh Sabrina Jumadi Editor: Muhammad Rabu"])
    ['Sabrina Jumadi']
    >>> names(["Sabrina Jumadi (Reporter), Muhammad Rabu (Editor)"])
    ['Sabrina Jumadi']
    >>> names(["Sabrina Jumadi | sabrina@kabar.example"])
    ['Sabrina Jumadi']
    >>> names(["Ditulis oleh Sabrina Jumadi, dan Muhammad Rabu · 5 menit baca"])
    ['Sabrina Jumadi', 'Muhammad Rabu']
    >>> names(["Reporter Sabrina Jumadi, Kamis 26/11/2026 10:05"])
    ['Sabrina Jumadi']
    >>> names(["(min)", "https://www.facebook.com/kabar"])
    []
    """
    found: list[str] = []
    for line in lines:
        said = clean(line) if isinstance(line, str) else ""
        for text in () if _NO_NAME.match(said) else _written(said):
            if _PLAIN.fullmatch(text) and _JOINTS.isdisjoint(text.lower().split()):
                found.append(text)  # most lines are one plain name
            elif text and not _INITIALS.fullmatch(text):
                found += filter(_is_no_date, _parted(text))
    people = [name for name in found if name.casefold() not in _NOBODY and len(name) <= 80]
    return [name for name in people if not _POST.fullmatch(name)] or people


def _written(line: str) -> list[str]:
    """The names of those who wrote, of a line that names others too, each behind what they did."""
    if ":" not in line and "©" not in line:
        return [line]
    line = _JOINED_ROLES.sub(r"\1\2", line)
    roles = list(_ROLES.finditer(line))
    if not roles or (len(roles) == 1 and not roles[0][0].lower().startswith("red")):
        return [line]
    ends = [role.start() for role in roles[1:]] + [len(line)]
    parts = zip(roles, ends, strict=True)
    return [line[role.end() : end].strip() for role, end in parts if role["writes"]]


def _parted(line: str) -> list[str]:
    label = _LABEL.match(line)
    text = _BEHIND_NAMES.sub("", line[label.end() :] if label else line)
    people = [name for part in _PARTING.split(text) if (name := part.strip(" ,-–:"))]
    roles = list(map(_ROLE_BEHIND.search, people))
    if not any(roles):
        return people
    edits = [role is not None and role["writes"] is None for role in roles]
    return [
        _ROLE_BEHIND.sub("", name)
        for name, is_editor in zip(people, edits, strict=True)
        if not is_editor or all(edits)
    ]


def stated_names(author: Any) -> list[str]:
    """Return the names in the `author` of JSON-LD: a text, an object, or a list of either.

    >>> stated_names(["<a href='/penulis/7'>Sabrina Jumadi</a>", {"name": "Muhammad Rabu"}])
    ['Sabrina Jumadi', 'Muhammad Rabu']
    >>> stated_names([{"givenName": "Sabrina", "familyName": "Jumadi"}, {"name": "{{nama}}"}])
    ['Sabrina Jumadi']
    """
    return names(_stated(author, 0))


def _stated(author: Any, depth: int) -> Iterator[str]:
    if isinstance(author, str):
        yield line_of_markup(author)
    elif isinstance(author, dict):
        yield from _stated(author.get("name") or _given_and_family(author), depth + 1)
    elif isinstance(author, list) and depth < 4:
        for one in author[:32]:
            yield from _stated(one, depth + 1)


def _given_and_family(person: dict[str, Any]) -> str:
    keys = ("givenName", "additionalName", "familyName")
    return " ".join(part for key in keys if isinstance(part := person.get(key), str))


def _is_no_date(name: str) -> bool:
    """Whether a part of a line may be a name: it has letters, and is neither date nor address."""
    return any(map(str.isalpha, name)) and not _ADDRESS.search(name) and not _DATE.search(name)
