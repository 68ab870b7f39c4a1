"""JSON-LD as sites print it: tolerant of all that goes wrong in templates. Never raises."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from newsspider.reading.broken_json import mendings
from newsspider.reading.text import is_unfilled

_WRAPPING = re.compile(r"^\s*(?:<!--|/\*\s*<!\[CDATA\[\s*\*/|//\s*<!\[CDATA\[|<!\[CDATA\[)")
_UNWRAPPING = re.compile(r"(?:-->|/\*\s*\]\]>\s*\*/|//\s*\]\]>|\]\]>)\s*;?\s*$")
_MAX_CHARS: Final = 512 * 1024
_MAX_OBJECTS: Final = 2_000
_MAX_DEPTH: Final = 100
_MAX_TEXTS: Final = 64


def objects(blocks: Iterable[str]) -> list[dict[str, Any]]:
    """The objects of JSON-LD script blocks; lists and `@graph` are unpacked, in order.

    >>> objects(['[{"@type": "Thing", "name": "a\\nb",}]'])
    [{'@type': 'Thing', 'name': 'a\\nb'}]
    """
    found: list[dict[str, Any]] = []
    for block in blocks:
        for value in _values(block):
            for item in _unpacked(value, 0):
                if len(found) >= _MAX_OBJECTS:
                    return found
                found.append(item)
    return found


def of_type(items: Iterable[dict[str, Any]], *types: str) -> list[dict[str, Any]]:
    """The objects whose `@type` is, or contains, one of `types`."""
    wanted = set(types)
    return [item for item in items if not wanted.isdisjoint(_types(item))]


def text_of(value: Any, *keys: str) -> str | None:
    """A text in a value that may be a text, an object with it under one of `keys`, or a list.

    >>> text_of([{"@type": "ImageObject", "url": "https://a/b.jpg"}], "url")
    'https://a/b.jpg'

    Character references, which mean nothing in JSON but which templates print, are read as in HTML.
    """
    for _ in range(8):
        if isinstance(value, list):
            value = value[0] if value else None
        elif isinstance(value, dict):
            value = next((value[key] for key in keys if value.get(key)), None)
        else:
            break
    return html.unescape(value) if isinstance(value, str) and _is_said(value) else None


def texts_of(value: Any, *keys: str) -> Iterator[str]:
    """Yield every text of a value: itself, those of a list, those that objects have under `keys`.

    Numbers count as their digits: dates come as epoch seconds too.

    >>> list(texts_of([None, {"@type": "Date", "@value": "2026-09-16"}, 1789524900], "@value"))
    ['2026-09-16', '1789524900']
    """
    values = [value]
    for _ in range(_MAX_TEXTS):
        if not values:
            return
        value = values.pop()
        if isinstance(value, list):
            values += reversed(value[:_MAX_TEXTS])
        elif isinstance(value, dict):
            values += [value[key] for key in reversed(keys) if key in value]
        elif isinstance(value, int) and not isinstance(value, bool):
            yield str(value)
        elif isinstance(value, str) and _is_said(value):
            yield html.unescape(value)


def _is_said(value: str) -> bool:
    return bool(value.strip()) and not is_unfilled(value)


def _types(item: dict[str, Any]) -> list[str]:
    kind = item.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return [k if k.isalnum() else _bare(k) for k in kinds if isinstance(k, str)]


def _bare(kind: str) -> str:
    """A type without its vocabulary: `https://schema.org/`, `schema:`."""
    return kind[1 + max(map(kind.rfind, "/:#")) :]


def _values(block: str) -> list[Any]:
    """The JSON values of one block: as it is, then with what templates break mended."""
    if len(block) > _MAX_CHARS:
        return []
    plain = block.strip()
    if plain[:1] not in ("{", "["):
        plain = _UNWRAPPING.sub("", _WRAPPING.sub("", plain)).strip()
    plain = plain.rstrip(";")
    value = _load(plain)
    if isinstance(value, (dict, list)):
        return [value]
    for text in mendings(plain):
        value = _load(text)
        if isinstance(value, (dict, list)):
            return [value]
    return list(_one_after_another(plain))


def _load(text: str) -> Any:
    try:
        return msgspec.json.decode(text)  # a third of the time, but nothing forgiven
    except (ValueError, RecursionError):  # msgspec's errors are of ValueError
        pass
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError):
        return None


def _one_after_another(text: str) -> Iterator[Any]:
    """Two objects printed into one block, or one with rubbish behind it."""
    position = text.find("{")
    for _ in range(16):
        if position < 0:
            return
        try:
            value, position = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError):
            return
        yield value
        position = text.find("{", position)


def _nothing(_: str) -> None:
    """NaN and Infinity are no JSON, and no value."""


def _whole(digits: str) -> int | None:
    """An integer; Python refuses to read beyond 4,300 digits, and nobody means such a number."""
    return int(digits) if len(digits) < 20 else None


_DECODER: Final = json.JSONDecoder(strict=False, parse_constant=_nothing, parse_int=_whole)


def _unpacked(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for part in value:
            yield from _unpacked(part, depth + 1)
    elif isinstance(value, dict):
        if "@graph" in value:
            yield from _unpacked(value["@graph"], depth + 1)
        if "@type" in value:
            yield value
        if isinstance(value.get("mainEntity"), dict):
            yield from _unpacked(value["mainEntity"], depth + 1)
