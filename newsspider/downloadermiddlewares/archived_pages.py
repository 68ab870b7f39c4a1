"""Answers for the site out of an archive, so that the site itself is asked for nothing."""

import logging
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple, Self
from urllib.parse import urlsplit

from scrapy.exceptions import IgnoreRequest, NotConfigured
from scrapy.http import Headers

from newsspider.crawl.awaited_captures import Held, find_captures
from newsspider.store.files.events import ArchivedFrom
from newsspider.transport.archives.client import ArchiveClient, NotHad
from newsspider.transport.responses import response_of
from newsspider.warc.index.cdx_answer import CdxEntry
from newsspider.warc.read.capture import Capture

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newsspider.crawl.awaited_captures import AwaitedCaptures, Found

logger = logging.getLogger(__name__)

_OF_THE_WIRE: Final = frozenset({b"content-encoding", b"content-length", b"transfer-encoding"})


class NotCaptured(IgnoreRequest):
    """Not answered: the archive has no capture of the page that can be read."""


class _Read(NamedTuple):
    """A capture, where it stands, and the answer of the archive that brought it, if one did."""

    capture: Capture
    place: ArchivedFrom
    answer: "Response | None"


class ArchivedPages:
    """Stands before all other middlewares in a crawl that reads an archive (`-a source=`).

    A request for a page of the site is answered by its first capture that can be had;
    `request.meta["fetched_at"]` says when it was made, `meta["archived_from"]` where it stands, and
    `meta["archive_answer"]` is what the archive was asked and answered, None for one in hand.
    Requests to the archive itself go on. Counts: `capture/read`, `capture/failed`,
    `capture/damaged` (each named in the log), `capture/none`.
    """

    def __init__(self, crawler: "Crawler") -> None:
        self._crawler = crawler
        self._client = ArchiveClient(crawler)
        self._files = str(crawler.settings["CDX_WARC_URL"] or "")
        self._replay = str(crawler.settings["WAYBACK_URL"] or "")

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        if not hasattr(crawler.spider, "archive_origins"):
            raise NotConfigured
        return cls(crawler)

    async def process_request(self, request: "Request") -> "Response | None":
        """Return the page as it was captured; raise `NotCaptured` where that is not to be had."""
        captures = find_captures(self._crawler)
        if captures is None or "archive" in request.meta or "robots_of" in request.meta:
            return None
        return await self._answer(request, captures)

    async def _answer(self, request: "Request", captures: "AwaitedCaptures") -> "Response":
        found, stats = captures.of_page(request.url), self._crawler.stats
        problem = "no capture of it"
        while found:
            try:
                capture, place, answer = await self._read(found[0])
            except NotHad as error:
                problem = str(error)
                stats.inc_value("capture/failed")
                logger.warning("Capture not to be had: %s", error)
                del found[0]
                continue
            request.meta["fetched_at"] = capture.date.isoformat(timespec="seconds")
            request.meta["archived_from"] = place
            request.meta["archive_answer"] = answer
            stats.inc_value("capture/read")
            return _response(capture)
        stats.inc_value("capture/none")
        raise NotCaptured(f"not in the archive: {problem}")

    async def _read(self, found: "Found") -> "_Read":
        if isinstance(found, Held):
            read = _Read(found.capture, ArchivedFrom(found.file, found.offset), None)
        elif self._files and found.filename and found.length and found.offset is not None:
            read = await self._record(found, found.filename, found.offset, found.length)
        else:
            read = await self._replayed(found)
        if read.capture.status != 200 or read.capture.undecodable:
            self._damaged(read.place, read.capture.undecodable or "no page", read.answer)
        return read

    async def _record(self, entry: CdxEntry, filename: str, offset: int, length: int) -> "_Read":
        """Return the one record that an index points to, fetched alone."""
        from newsspider.warc.read.captures import read_captures  # fastwarc is an extra

        url = f"{self._files}{filename}"
        part = await self._client.range(url, offset, offset + length - 1)
        place = ArchivedFrom(url, offset)
        found = list(read_captures(BytesIO(part.body)))
        if len(found) != 1 or not isinstance(found[0], Capture):
            self._damaged(place, "; ".join(map(str, found)) or "no capture in it", part.answer)
        assert isinstance(found[0], Capture)
        if urlsplit(found[0].url).path != urlsplit(entry.url).path:
            words = f"a capture of {found[0].url}, not of {entry.url}"
            self._damaged(place, words, part.answer)
        return _Read(found[0], place, part.answer)

    async def _replayed(self, entry: CdxEntry) -> "_Read":
        """Return a capture as the archive replays it, its bytes unchanged (`id_`)."""
        url = f"{self._replay}{entry.timestamp}id_/{entry.url}"
        if not self._replay:
            raise NotHad(url, "the index names no file; WAYBACK_URL is empty")
        response = await self._client.page(url)
        kind = response.headers.get("Content-Type")
        headers = (("Content-Type", kind.decode("latin-1")),) if kind else ()
        capture = Capture(
            url=entry.url,
            date=entry.date,
            status=response.status,
            headers=headers,
            body=response.body,
            offset=0,
        )
        return _Read(capture, ArchivedFrom(response.url), response)

    def _damaged(self, place: ArchivedFrom, why: str, answer: "Response | None") -> None:
        """Count what is no capture of the page, and keep it, since it stays so; raises `NotHad`."""
        self._crawler.stats.inc_value("capture/damaged")
        self._client.keep(answer)
        raise NotHad(str(place), f"damaged: {why}")


def _response(capture: Capture) -> "Response":
    headers = Headers()
    for name, value in capture.headers:
        if name.lower().encode("latin-1", "replace") not in _OF_THE_WIRE:
            headers.appendlist(name, value)
    return response_of(capture.url, headers, capture.body, status=capture.status)
