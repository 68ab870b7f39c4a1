"""What a person types, as a query of SQLite's FTS5. Pure."""

import re
from collections.abc import Iterator
from typing import Final

from newsspider.errors import BadArgument, nearest

FIELDS: Final = {
    "headline": "headline",
    "description": "description",
    "body": "article_body",
    "article_body": "article_body",
    "author": "authors",
    "authors": "authors",
    "keyword": "keywords",
    "keywords": "keywords",
}
"""Names that may stand before a colon, and the column that each means."""

_TOKEN: Final = re.compile(
    r"(?P<field>[A-Za-z_]+):(?=[^\s/])|\"(?P<phrase>[^\"]*)\"|(?P<bracket>[()])|(?P<word>[^\s()\"]+)"
)
_QUOTES: Final = str.maketrans("“”„«»\0", '"""""' + " ")
_OPERATORS: Final = ("AND", "OR", "NOT")


def to_fts(text: str) -> str:
    """Return the query: words are all to be there; `AND`, `OR`, `NOT`, brackets, "phrases",
    beginnings (`banjir*`) and fields (`headline:banjir`) as they are usual.

    Raises `BadArgument` for a query without words, an unknown field, and what makes no sense.

    >>> to_fts('headline:banjir OR "harga beras" covid-19')
    'headline : "banjir" OR "harga beras" AND "covid-19"'
    >>> to_fts("beras* AND NOT impor")
    '"beras" * NOT "impor"'
    """
    # Bytes that are no UTF-8 come as half characters, which SQLite does not take.
    text = text.encode("utf-8", "replace").decode()
    parts = list(_parts(text.translate(_QUOTES)))
    if not any('"' in part for part in parts):
        raise BadArgument(f"{text or 'WORDS'}: name a word to look for")
    query: list[str] = []
    for part in parts:
        if query and _is_operand(part) and _ends_operand(query[-1]):
            query.append("AND")
        if part == "NOT" and query and query[-1] == "AND":
            query.pop()
        query.append(part)
    if query[0] in _OPERATORS or query[-1] in _OPERATORS:
        raise BadArgument(f"{text}: AND, OR and NOT stand between words: banjir NOT rob")
    if text.count("(") != text.count(")"):
        raise BadArgument(f"{text}: not as many brackets are closed as opened")
    return " ".join(query)


def _parts(text: str) -> Iterator[str]:
    """Yield operators and brackets as they are, words and phrases in quotes, with their field."""
    field = ""
    for token in _TOKEN.finditer(text):
        if token["field"]:
            field = f"{_column(token['field'])} : "
        elif token["bracket"] == "(":
            yield f"{field}("
            field = ""
        elif token["bracket"] or token["word"] in _OPERATORS:
            yield token["bracket"] or token["word"]
        elif quoted := _quoted(token):
            yield field + quoted
            field = ""


def _quoted(token: re.Match[str]) -> str:
    """Return a word or phrase in quotes, in which nothing has a meaning; "" for signs alone."""
    word = token["phrase"] if token["phrase"] is not None else token["word"]
    if not any(map(str.isalnum, word)):
        return ""
    return f'"{word.rstrip("*")}" *' if word.endswith("*") else f'"{word}"'


def _column(field: str) -> str:
    if field.lower() not in FIELDS:
        raise BadArgument(f"{field}: no field to search{nearest(field, FIELDS)}")
    return FIELDS[field.lower()]


def _is_operand(part: str) -> bool:
    return part not in _OPERATORS and part != ")"


def _ends_operand(part: str) -> bool:
    return part not in _OPERATORS and not part.endswith("(")
