"""Asks an archive, through the downloader, where all rules of a crawl hold."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, TypeVar
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http.request import NO_CALLBACK

from newsspider.transport.archives.answer_cache import AnswerFiles
from newsspider.transport.causes import words_for
from newsspider.transport.handlers import NO_ANSWER
from newsspider.transport.pace.pacing import Stopping
from newsspider.transport.robots.disallowed import Disallowed
from newsspider.warc.index.cdx_answer import CutAnswer

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

logger = logging.getLogger(__name__)

Answer = TypeVar("Answer")

FOR_EVER: Final = timedelta(days=36_500)


class NotHad(IgnoreRequest):
    """Says that an archive did not give what it was asked for, and why; `status` is that of its
    answer, None where none came."""

    def __init__(self, url: str, reason: str, status: int | None = None, body: bytes = b"") -> None:
        super().__init__(f"{url}: {reason}")
        self.status = status
        self.body = body


@dataclass(frozen=True, slots=True)
class Range:
    """Bytes of a file in an archive: what came, in which answer, how long the file is, and its
    validators."""

    body: bytes
    answer: "Response"
    total: int
    etag: str | None
    last_modified: str | None


class ArchiveClient:
    """Sends requests to an archive, each in its turn, tried again as RETRY_TIMES says.

    All methods raise `NotHad`; `Disallowed` where the archive's robots.txt forbids the address;
    `Stopping` where the crawl is ending.
    """

    def __init__(self, crawler: "Crawler") -> None:
        self._crawler = crawler
        self._kept = AnswerFiles(crawler.settings)
        self._tries = 1 + crawler.settings.getint("RETRY_TIMES")

    async def read(
        self,
        url: str,
        reader: Callable[[bytes], Answer],
        keep: timedelta = FOR_EVER,
    ) -> Answer:
        """Return what `reader` makes of an answer, which is kept on disk for so long; `reader`
        raises `CutAnswer` for one that breaks off."""
        meta = {"keep": keep, "is_whole": lambda body: _is_whole(reader, body)}

        async def asked() -> Answer:
            return reader((await self.send(url, meta)).body)

        return await self._tried(url, asked)

    async def range(self, url: str, first: int, last: int) -> Range:
        """Return the bytes `first` to `last` of a file, fewer at its end."""

        async def asked() -> Range:
            return _range(await self.send(url, {}, {"Range": f"bytes={first}-{last}"}), first, last)

        return await self._tried(url, asked)

    async def page(self, url: str) -> "Response":
        """Return an answer as it is, which may be empty."""
        return await self._tried(url, lambda: self.send(url, {}))

    async def _tried(self, url: str, ask: Callable[[], Awaitable[Answer]]) -> Answer:
        """Return what asking brings, asked for again where that breaks off."""
        for _ in range(self._tries):
            try:
                return await ask()
            except CutAnswer as problem:
                logger.info("Cut short, asked for again: %s: %s", url, problem)
            except ValueError as problem:
                raise NotHad(url, str(problem)) from None
        raise NotHad(url, "cut short, each time")

    def keep(self, answer: "Response | None") -> None:
        """Keep an answer that no later run has to ask for again."""
        if answer is not None and answer.request is not None and self._crawler.spider is not None:
            self._kept.store_response(self._crawler.spider, answer.request, answer)

    async def send(
        self, url: str, meta: dict[str, Any], headers: dict[str, str] | None = None
    ) -> "Response":
        """Return a response of status 200 or 206; raises `CutAnswer` for half of one."""
        if headers is not None:
            headers = {"Accept-Encoding": "identity", **headers}
        request = Request(
            url, callback=NO_CALLBACK, headers=headers, meta={"archive": True, **meta}
        )
        assert self._crawler.engine is not None
        try:
            response: Response = await self._crawler.engine.download_async(request)
        except (Stopping, Disallowed):
            raise
        except DownloadCancelledError:
            raise NotHad(url, "larger than DOWNLOAD_MAXSIZE") from None
        except IgnoreRequest as problem:
            raise NotHad(url, str(problem)) from None
        except NO_ANSWER as error:
            raise NotHad(url, words_for(error, urlsplit(url).netloc)) from None
        if response.status not in (200, 206):
            raise NotHad(url, f"answered {response.status}", response.status, response.body)
        if "partial" in response.flags:
            raise CutAnswer("the connection was closed before an end was said")
        return response


def _is_whole(reader: Callable[[bytes], object], body: bytes) -> bool:
    try:
        reader(body)
    except ValueError:
        return False
    return True


def _range(response: "Response", first: int, last: int) -> Range:
    """Return what a response holds of the bytes asked for; raises `CutAnswer` for fewer."""
    body, total = response.body, len(response.body)
    if response.status == 206:
        start, total = _content_range(response)
        if start != first:
            raise NotHad(response.url, "another range than was asked for", 206)
    else:  # a server without ranges, which sends all of a file
        body = body[first : last + 1]
    if len(body) != min(last + 1, total) - first:
        raise CutAnswer(f"{len(body)} bytes of a range of {last + 1 - first}")
    etag, modified = (_header(response, name) for name in ("ETag", "Last-Modified"))
    return Range(body, response, total, etag, modified)


def _content_range(response: "Response") -> tuple[int, int]:
    """Return where the range of a 206 begins, and the length of the whole (RFC 9110, 14.4)."""
    text = _header(response, "Content-Range") or ""
    span, _, total = text.removeprefix("bytes ").partition("/")
    first = span.partition("-")[0]
    if not (first.isdecimal() and total.isdecimal()):
        raise NotHad(response.url, f"Content-Range: {text}: no range of known length", 206)
    return int(first), int(total)


def _header(response: "Response", name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None
