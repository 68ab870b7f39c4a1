"""What was changed between two texts, word by word. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final, Literal

from newsspider.store.state.fingerprint import STATED

_TOKENS = re.compile(r"\s+|[\w'’.-]*\w|[^\w\s]")
_AROUND: Final = 6  # unchanged words that are shown on either side of a change

Kind = Literal["same", "removed", "added", "omitted"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with one fate; `omitted` stands for unchanged words that are not shown."""

    kind: Kind
    text: str


def word_diff(old: str, new: str) -> list[Piece]:
    """Return the pieces that lead from `old` to `new`; joined without the removed ones they are
    `new`.

    >>> [(piece.kind, piece.text) for piece in word_diff("Harga beras naik", "Harga beras turun")]
    [('same', 'Harga beras '), ('removed', 'naik'), ('added', 'turun')]
    """
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, to_start, to_end in matcher.get_opcodes():
        if kind == "equal":
            pieces.append(Piece("same", "".join(before[start:end])))
            continue
        if start < end:
            pieces.append(Piece("removed", "".join(before[start:end])))
        if to_start < to_end:
            pieces.append(Piece("added", "".join(after[to_start:to_end])))
    return pieces


def shortened(pieces: list[Piece]) -> Iterator[Piece]:
    """Yield the same pieces with long unchanged runs cut to a few words beside each change."""
    for place, piece in enumerate(pieces):
        words = piece.text.split(" ")
        if piece.kind != "same" or len(words) <= 2 * _AROUND:
            yield piece
            continue
        if place > 0:
            yield Piece("same", " ".join(words[:_AROUND]))
        yield Piece("omitted", " … ")
        if place < len(pieces) - 1:
            yield Piece("same", " ".join(words[-_AROUND:]))


@dataclass(frozen=True, slots=True)
class Change:
    """One field that a revision changed."""

    field: str
    pieces: list[Piece]


def changes(records: list[dict[str, Any]]) -> list[tuple[dict[str, Any], list[Change]]]:
    """Return each record after the first, with what it changed of those before.

    What a record does not state, because fewer pages were read for it, it does not change; nor is
    the text of an article that could not be fetched whole one that was shortened. So each field is
    compared with the newest record that states it, as in `newsspider.store.state.fingerprint`.
    """
    stated: dict[str, str] = {}
    return [(record, list(_changed(stated, record))) for record in records][1:]


def _changed(stated: dict[str, str], record: dict[str, Any]) -> Iterator[Change]:
    """Yield the changes to what was stated before, which is brought up to date."""
    is_cut = "body_incomplete" in record.get("warnings", ())
    for field in STATED:
        before, after = stated.get(field), _text(record.get(field))
        if not after or (is_cut and field == "article_body" and before):
            continue
        if before and before != after:
            yield Change(field, word_diff(before, after))
        stated[field] = after


def _text(value: Any) -> str:
    """Return a field as words: lists joined by commas, an image as its parts."""
    if value is None:
        return ""
    if isinstance(value, dict):
        return " · ".join(str(part) for part in value.values() if part is not None)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
