"""Answers of CDX servers: which captures an archive has of the addresses of a site. Pure.

Read are the lines of pywb and of Common Crawl (a JSON object a line, or CDXJ: key, time, object)
and the rows of the Wayback Machine (a JSON array of arrays, the names of the fields first).
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final, Self

_ALIASES: Final = {"original": "url", "mimetype": "mime", "statuscode": "status"}
_CDXJ: Final = re.compile(r"(\S+) (\d{4,14}) (\{.*)")
_LOWEST: Final = "00000101000000"  # what a timestamp of fewer digits is filled up with


class CutAnswer(ValueError):
    """The answer breaks off: the connection or the server ended before the index did."""


def says_none(status: int, body: bytes) -> bool:
    """Tell whether a CDX server says that it has no captures: Common Crawl's does with a 404."""
    return status == 404 and b"No Captures found" in body


@dataclass(frozen=True, slots=True)
class CdxEntry:
    """A capture as an index lists it; what the index does not say is None.

    `date` is UTC. With `filename`, `offset` and `length` (bytes, compressed) its record can be
    fetched alone; without them only the replay of the archive has it.
    """

    url: str
    date: datetime
    status: int | None = None
    mime: str | None = None
    filename: str | None = None
    offset: int | None = None
    length: int | None = None

    @property
    def timestamp(self) -> str:
        """Return the moment of the capture in 14 digits, as addresses of archives have it."""
        return f"{self.date:%Y%m%d%H%M%S}"

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> Self:
        """Return the capture that named fields describe; raise `ValueError` for none."""
        told = {_ALIASES.get(name, name): value for name, value in fields.items()}
        try:
            return cls(
                url=str(told["url"]),
                date=_moment(str(told["timestamp"])),
                status=_number(told.get("status")),
                mime=told.get("mime"),
                filename=told.get("filename"),
                offset=_number(told.get("offset")),
                length=_number(told.get("length")),
            )
        except KeyError as missing:
            raise ValueError(f"no {missing} in it") from None


@dataclass(frozen=True, slots=True)
class CdxAnswer:
    """What one request to a CDX server brought.

    `pages` is how many numbered pages there are, where that was the question; `resume_key` leads
    to the rows that follow, where there are any; `by_key` tells that the server goes on by key, not
    by page. `unread` are lines, as they came, that name no capture.
    """

    entries: tuple[CdxEntry, ...] = ()
    pages: int | None = None
    resume_key: str | None = None
    by_key: bool = False
    unread: tuple[str, ...] = ()


def read_cdx(body: bytes) -> CdxAnswer:
    """Return what a CDX server said, in whichever of its forms; raise `CutAnswer` for half of it.

    >>> line = '{"url": "https://kabar.example/1", "timestamp": "20240131120000", "status": "200"}'
    >>> [entry] = read_cdx(f"example,kabar)/1 20240131120000 {line}".encode()).entries
    >>> entry.status, entry.timestamp
    (200, '20240131120000')
    >>> rows = b'[["original", "timestamp"], ["http://kabar.example/1", "2015"], [], ["key"]]'
    >>> read_cdx(rows).resume_key
    'key'
    >>> read_cdx(b'{"pages": 3, "pageSize": 5, "blocks": 11}').pages
    3
    """
    text = body.decode("utf-8", "replace").strip()
    if text.isdigit():
        return CdxAnswer(pages=int(text), by_key=True)
    if text.startswith("["):
        return _of_rows(_json(text))
    return _of_lines(text.splitlines())


def _of_rows(rows: Any) -> CdxAnswer:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise ValueError("no rows of a CDX server")
    if not rows:
        return CdxAnswer(by_key=True)
    names, rest = rows[0], rows[1:]
    if not rest and len(names) == 1 and str(names[0]).isdigit():
        return CdxAnswer(pages=int(names[0]), by_key=True)
    key = None
    if len(rest) > 1 and rest[-2] == [] and len(rest[-1]) == 1:
        key, rest = str(rest[-1][0]), rest[:-2]
    entries, unread = _split((dict(zip(names, row, strict=False)), str(row)) for row in rest if row)
    return CdxAnswer(entries, resume_key=key, by_key=True, unread=unread)


def _of_lines(lines: Sequence[str]) -> CdxAnswer:
    found: list[tuple[Any, str]] = []
    for nth, line in enumerate(lines, 1):
        cdxj = _CDXJ.fullmatch(line)
        try:
            told = _json(cdxj[3] if cdxj else line)
        except CutAnswer:
            if nth == len(lines):
                raise
            told = None
        if cdxj and isinstance(told, dict):
            told = {"timestamp": cdxj[2], **told}
        found.append((told, line))
    if len(found) == 1 and isinstance(found[0][0], dict):
        only = found[0][0]
        if isinstance(only.get("pages"), int):
            return CdxAnswer(pages=only["pages"])
        if "url" not in only and ("message" in only or "error" in only):
            return CdxAnswer()
    entries, unread = _split(found)
    return CdxAnswer(entries, unread=unread)


def _split(
    found: Iterator[tuple[Any, str]] | list[tuple[Any, str]],
) -> tuple[tuple[CdxEntry, ...], tuple[str, ...]]:
    """Return the captures, and the lines that name none."""
    entries, unread = [], []
    for fields, line in found:
        try:
            if not isinstance(fields, dict):
                raise ValueError("no object")
            entries.append(CdxEntry.of(fields))
        except ValueError:
            unread.append(line)
    return tuple(entries), tuple(unread)


def read_collections(body: bytes) -> list[tuple[str, str]]:
    """Return the CDX server of each collection that a `collinfo.json` names, with the last moment
    it holds (ISO 8601, empty where that is not told), in its order: the newest first.

    Raises `CutAnswer` for half of one, `ValueError` for what is none.
    """
    told = _json(body.decode("utf-8", "replace"))
    try:
        return [(str(one["cdx-api"]), str(one.get("to", ""))) for one in told]
    except (TypeError, KeyError, AttributeError):
        raise ValueError("no list of collections with their cdx-api") from None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as problem:
        raise CutAnswer(str(problem)) from None


def _moment(timestamp: str) -> datetime:
    digits = timestamp + _LOWEST[len(timestamp) :]
    return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def _number(value: object) -> int | None:
    text = str(value)
    return int(text) if text.isdecimal() and text.isascii() else None
