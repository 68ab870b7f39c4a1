"""A public archive in this process: CDX servers of both kinds, replay, WARC files, CC-NEWS.

It holds captures of the project's own fixtures, and answers as Common Crawl and the Wayback Machine
do; a test lays faults over its answers.
"""

import asyncio
import gzip
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Final, Self
from urllib.parse import parse_qs, urlsplit

from newsspider.store.pages.fixtures import Fixture
from tests.support.faultserver import Behaviour, FaultServer, Hit, Wire
from tests.support.project import PROJECT
from tests.support.warc_files import answer, record

FILE: Final = "crawl-data/CC-NEWS/2026/07/CC-NEWS-20260727020000-00001.warc.gz"
"""The path of the one WARC file."""

NONE: Final = b'{"message": "No Captures found for: *.sindonews.com"}'

CASES: Final = (
    "2025-26-two-pages-showpage-all",
    "2025-26-no-author",
    "2025-26-lists",
    "2025-26-embeds",
    "2025-26-bold-subheads",
    "2025-26-arabic",
)
"""Fixtures of articles; the first has two pages."""

_PAGE: Final = 3  # captures on a page of an index


@dataclass(frozen=True, slots=True)
class Captured:
    """A page as it was at a moment."""

    url: str
    body: bytes
    date: datetime
    status: int = 200

    @classmethod
    def case(cls, name: str) -> list[Self]:
        """Return the pages of a fixture."""
        fixture = Fixture.load(PROJECT / "fixtures" / "sindonews" / name)
        return [cls(page.url, page.body, fixture.fetched_at) for page in fixture.answers()]

    def at(self, moment: str, old: bytes = b"", new: bytes = b"") -> Self:
        """Return the same page at another moment (ISO 8601, UTC), with some bytes replaced."""
        date = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        return replace(self, date=date, body=self.body.replace(old, new) if old else self.body)

    def packed(self) -> bytes:
        """Return the capture as a record of a WARC file."""
        status = f"HTTP/1.1 {self.status} OK"
        block = answer(self.body, "Content-Type: text/html; charset=utf-8", status=status)
        return gzip.compress(record(self.url, block, date=self.date), 6, mtime=0)


def all_cases() -> list[Captured]:
    """Return the captures of every page of `CASES`."""
    return [page for name in CASES for page in Captured.case(name)]


def expected(name: str) -> dict[str, Any]:
    """Return the record of a fixture, as a careful reader made it."""
    path = PROJECT / "fixtures" / "sindonews" / name / "expected.json"
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return told


class Archive:
    """Answers for `captures`, one WARC file of which each record is indexed by its place."""

    def __init__(self, captures: Sequence[Captured]) -> None:
        self.mood: Callable[[Hit], Behaviour | None] = lambda hit: None
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()
        self.hosts: set[str] = set()
        self.most_at_once = 0
        self.port = 0  # the same one, each time that it is served
        self._now = 0
        self.captures = sorted(captures, key=lambda one: (one.url, one.date))
        self.file = b""
        self.rows: list[dict[str, str]] = []
        for one in self.captures:
            packed = one.packed()
            self.rows.append(_row(one, len(self.file), len(packed)))
            self.file += packed

    async def behave(self, wire: Wire, hit: Hit) -> None:
        """Answers one request, and counts how many are answered at once."""
        self._now += 1
        self.most_at_once = max(self.most_at_once, self._now)
        self.asked[urlsplit(hit.path).path] += 1
        self.agents.add(hit.headers.get("user-agent", ""))
        self.hosts.add(hit.host)
        try:
            await asyncio.sleep(0.002)  # long enough for a second request to come, if one does
            await (self.mood(hit) or self._answer)(wire, hit)
        finally:
            self._now -= 1

    async def _answer(self, wire: Wire, hit: Hit) -> None:
        parts = urlsplit(hit.path)
        told = {name: values[0] for name, values in parse_qs(parts.query).items()}
        if parts.path == "/collinfo.json":
            await wire.reply(self._collections(hit.host))
        elif parts.path == "/CC-MAIN-2026-30-index":
            await wire.reply(*self._lines(told))
        elif parts.path == "/cdx/search/cdx":
            await wire.reply(self._rows(told))
        elif parts.path.startswith("/web/"):
            await self._replay(wire, hit.path.removeprefix("/web/"))
        elif parts.path.endswith("/2026/07/warc.paths.gz"):
            await wire.reply(gzip.compress(f"{FILE}\n".encode()), headers={"Content-Type": "x/gz"})
        elif parts.path.endswith("/warc.paths.gz"):
            await wire.reply(gzip.compress(b""), headers={"Content-Type": "x/gz"})
        elif parts.path == f"/{FILE}":
            await self._range(wire, hit)
        elif parts.path == "/CC-MAIN-2014-10-index":
            await wire.reply(NONE, 404)
        else:
            await wire.reply(b"", 404)

    def _collections(self, host: str) -> bytes:
        server = {"cdx-api": f"http://{host}/CC-MAIN-2026-30-index", "to": "2026-07-31T00:00:00"}
        old = {"cdx-api": f"http://{host}/CC-MAIN-2014-10-index", "to": "2014-03-31T00:00:00"}
        return json.dumps([server, old]).encode()

    def _chosen(self, told: dict[str, str]) -> list[dict[str, str]]:
        since = told.get("from", "")
        assert told["matchType"] == "domain"
        assert told["url"] == "sindonews.com"
        return [row for row in self.rows if row["timestamp"] >= since and row["status"] == "200"]

    def _lines(self, told: dict[str, str]) -> tuple[bytes, int]:
        rows = self._chosen(told)
        if not rows:
            return NONE, 404
        if "showNumPages" in told:
            pages = -(-len(rows) // _PAGE)
            return json.dumps({"pages": pages, "pageSize": 1, "blocks": pages}).encode(), 200
        first = _PAGE * int(told["page"])
        some = rows[first : first + _PAGE]
        return "".join(f"{json.dumps(row)}\n" for row in some).encode(), 200

    def _rows(self, told: dict[str, str]) -> bytes:
        if "showNumPages" in told:
            return b"17\n"
        names = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
        keys = ["urlkey", "timestamp", "url", "mime", "status", "digest", "length"]
        rows, first = self._chosen(told), int(told.get("resumeKey", 0))
        some = [[row[key] for key in keys] for row in rows[first : first + _PAGE]]
        after = [[], [str(first + _PAGE)]] if first + _PAGE < len(rows) else []
        return json.dumps([names, *some, *after]).encode()

    async def _replay(self, wire: Wire, target: str) -> None:
        stamp, _, url = target.partition("id_/")
        for one in self.captures:
            if one.url == url and f"{one.date:%Y%m%d%H%M%S}" == stamp:
                await wire.reply(one.body)
                return
        await wire.reply(b"", 404)

    async def _range(self, wire: Wire, hit: Hit) -> None:
        first, _, last = hit.headers["range"].removeprefix("bytes=").partition("-")
        part = self.file[int(first) : int(last) + 1]
        span = f"bytes {first}-{int(first) + len(part) - 1}/{len(self.file)}"
        await wire.reply(part, 206, {"Content-Range": span, "ETag": '"a"', "Content-Type": "x/gz"})


def _row(one: Captured, offset: int, length: int) -> dict[str, str]:
    return {
        "urlkey": one.url,
        "timestamp": f"{one.date:%Y%m%d%H%M%S}",
        "url": one.url,
        "mime": "text/html",
        "status": str(one.status),
        "digest": "A",
        "length": str(length),
        "offset": str(offset),
        "filename": FILE,
    }


@contextmanager
def serving(archive: Archive) -> Iterator[tuple[str, ...]]:
    """The settings that lead a crawl to the archive while it is up, each kind of index by name."""
    routes = {"/*": archive.behave, "/robots.txt": archive.behave}
    with FaultServer(routes, port=archive.port) as server:
        archive.port = server.port
        root = f"http://{server.address}/"
        yield (
            *("-s", f"CCNEWS_URL={root}"),
            *("-s", f"CDX_WARC_URL={root}"),
            *("-s", f"WAYBACK_URL={root}web/"),
            *("-s", f"CDX_URL={root}collinfo.json"),
            *("-s", "DOWNLOAD_DELAY=0"),
            *("-s", "FAILING_DELAY=0.01"),
        )
