"""Keeps each exchange of a crawl in its archive, before anybody sees the answer."""

from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from scrapy.exceptions import DownloadCancelledError, DownloadTimeoutError

from newsspider.crawl import clock
from newsspider.crawl.stop import end_with
from newsspider.errors import Refusal
from newsspider.extract import Listed
from newsspider.transport.connections.header_limit import MOST_BYTES
from newsspider.transport.connections.wire import Wire, WiredPool
from newsspider.transport.pace.pacing import Stopping
from newsspider.warc.write.exchange import Exchange, Truncated, final_answer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from newsspider.warc.write.archive import Archive

_FRAMING: Final = 4  # times DOWNLOAD_MAXSIZE: what chunks of a few bytes may come to on the wire
_TOLD: Final = ("url", "headline", "date_published", "date_modified")  # of what a list showed


class ExchangeArchiver:
    """Sends requests over a pool that tells what went over the wire, and archives each exchange.

    `meta["fetched_at"]` of the request becomes the WARC-Date, so that a record and its capture
    agree. Where nothing came there is nothing to keep. Stats: `archive/captures`.
    """

    def __init__(self, crawler: "Crawler", archive: "Archive", pool: WiredPool) -> None:
        self._crawler = crawler
        self._archive = archive
        self._pool = pool
        # An answer that is longer on the wire could not be kept whole: it is broken off, as one
        # whose body is too long is.
        limit = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        self._most = MOST_BYTES + _FRAMING * limit if limit else 0

    async def send(
        self, request: "Request", send: "Callable[[Request], Awaitable[Response]]"
    ) -> "Response":
        """Return what `send` does, archived. Raises as `send`; `Stopping` where it cannot be."""
        wire = self._pool.next_wire = Wire(self._most)
        began, clocked = clock.now().replace(microsecond=0), monotonic()
        try:
            response = await send(request)
        except Exception as error:
            self._keep(_exchange(request, wire, began, clocked, _reason(error, wire)))
            raise
        cut = None if wire.is_whole else _cut_by(response)
        self._keep(_exchange(request, wire, began, clocked, cut))
        request.meta["fetched_at"] = began.astimezone(UTC).isoformat()
        return response

    def _keep(self, exchange: Exchange) -> None:
        if not exchange.answer:
            return
        try:
            self._archive.add(exchange)
        except Refusal as refusal:
            end_with(self._crawler, refusal)
            raise Stopping("what came could not be archived") from refusal
        assert self._crawler.stats is not None
        self._crawler.stats.inc_value("archive/captures")


def _exchange(
    request: "Request", wire: Wire, began: datetime, clocked: float, truncated: Truncated | None
) -> Exchange:
    listed = request.cb_kwargs.get("listed")
    return Exchange(
        url=request.url.partition("#")[0],
        date=began,
        request=wire.sent,
        answer=final_answer(wire.received),
        ip_address=wire.ip_address,
        truncated=truncated,
        seconds=monotonic() - clocked,
        via=_via(request),
        listed=_told(listed) if isinstance(listed, Listed) else None,
    )


def _told(listed: Listed) -> dict[str, Any]:
    told = ((name, getattr(listed, name)) for name in _TOLD)
    return {name: value for name, value in told if value is not None}


def _via(request: "Request") -> str | None:
    """Return the page that led here."""
    redirects = request.meta.get("redirect_urls")
    referrer = request.headers.get("Referer")
    return redirects[-1] if redirects else referrer.decode("latin-1") if referrer else None


def _reason(error: Exception, wire: Wire) -> Truncated | None:
    """Return why an answer that was not had is not whole; one may have been, and was no use."""
    if wire.is_whole:
        return None
    if isinstance(error, DownloadTimeoutError):
        return "time"
    is_long = wire.is_too_long or isinstance(error, DownloadCancelledError)
    return "length" if is_long else "disconnect"


def _cut_by(response: "Response") -> Truncated:
    """Return whether the site cut an answer that is used all the same, or we did."""
    return "disconnect" if "dataloss" in response.flags else "length"
