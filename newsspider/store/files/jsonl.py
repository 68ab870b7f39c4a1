"""A record as one line of strict JSON, and back.

ASCII only, so that no reader sees a line end within a line (U+2028, U+0085) or an escape
sequence, whatever the text; no `NaN`, no `Infinity`, no lone surrogate.
"""

import math
import re
from dataclasses import fields
from typing import Any, Final

import msgspec

from newsspider.items import SCHEMA_VERSION, Article, from_record
from newsspider.store.files.ascii_json import ascii_json

KEYS: Final = tuple(field.name for field in fields(Article))

_SURROGATE = re.compile("[\ud800-\udfff]")


class BadRecord(ValueError):
    """What was given, or read, is no record; the message names the key or the place."""


def to_line(record: dict[str, Any]) -> bytes:
    """Return a record as one line, with its newline.

    Text and numbers that JSON cannot hold are repaired, and `text_repaired` is added to the
    warnings. Raises `BadRecord` when the result would not be a record.
    """
    try:
        return _encoded(record)
    except BadRecord:
        return _encoded(_repaired(record))


def from_line(line: bytes) -> dict[str, Any]:
    """Return the record of a line, given without its newline. Raises `BadRecord`."""
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadRecord(f"no JSON: {error}") from error
    if not isinstance(record, dict):
        raise BadRecord("no JSON object")
    _check(record)
    return record


def _encoded(record: dict[str, Any]) -> bytes:
    _check(record)
    try:
        return ascii_json(record) + b"\n"
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise BadRecord(f"no JSON: {error}") from error


def _check(record: dict[str, Any]) -> None:
    if record.get("schema_version") == SCHEMA_VERSION and tuple(record) != KEYS:
        raise BadRecord(f"keys differ from the record's: {_difference(record)}")
    try:
        from_record(record)
    except (msgspec.ValidationError, OverflowError) as error:
        raise BadRecord(str(error)) from error


def _difference(record: dict[str, Any]) -> str:
    missing = [key for key in KEYS if key not in record]
    foreign = [key for key in record if key not in KEYS]
    parts = [("without", missing), ("with", foreign)]
    return ", ".join(f"{word} {' '.join(keys)}" for word, keys in parts if keys) or "order"


def _repaired(record: dict[str, Any]) -> dict[str, Any]:
    clean: dict[str, Any] = _clean(record)
    if clean != record:
        clean["warnings"] = [*clean.get("warnings", []), "text_repaired"]
    return clean


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return _SURROGATE.sub("�", value)
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, list):
        return [_clean(part) for part in value]
    if isinstance(value, dict):
        return {key: _clean(part) for key, part in value.items()}
    return value
