"""Bodies that are whole: undone from their coding, checked to the last byte, or tried again."""

import logging
import re
from typing import TYPE_CHECKING, Final, Self

from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Response

from newsspider.reading.content_coding import ACCEPTED, Undecodable, codings_of, decode
from newsspider.transport.responses import response_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

logger = logging.getLogger(__name__)

_MOST_HEADERS: Final = 1000
# What the last bytes of a whole page, feed or sitemap hold.
_END: Final = re.compile(rb"</(?:html|rss|feed|urlset|sitemapindex|rdf:rdf)\s*>", re.I)
_TAIL: Final = 4096
_OTHERS: Final = frozenset({"robots_of", "archive"})  # requests for what may well be empty

# Reasons that another attempt, asking for no coding, may cure.
_CODING_AT_FAULT: Final = re.compile("bad_|unknown_coding")


class BadBody(IgnoreRequest):
    """Says that a response must not pass for a page: `reason` why, in a code; `response` is what
    came, its body as received."""

    def __init__(self, reason: str, response: Response) -> None:
        super().__init__(f"bad body: {reason}")
        self.reason = reason
        self.response = response


class BodyIntegrity:
    """Stands in for Scrapy's HttpCompressionMiddleware, which takes half a stream for a whole one.

    What is cut short, damaged or empty is tried again, RETRY_TIMES in all; a coding that is not
    what it says, once, without offering any. What stays bad goes to the errback as `BadBody`.
    A close-delimited body that may have been cut keeps Scrapy's flag `partial`.
    """

    def __init__(self, crawler: "Crawler", limit: int) -> None:
        self._crawler = crawler
        self._limit = limit

    @classmethod
    def from_crawler(cls, crawler: "Crawler") -> Self:
        return cls(crawler, crawler.settings.getint("DOWNLOAD_MAXSIZE"))

    def process_request(self, request: "Request") -> None:
        """Offer the codings that can be checked."""
        request.headers.setdefault("Accept-Encoding", ", ".join(ACCEPTED))

    def process_response(self, request: "Request", response: Response) -> "Request | Response":
        """Return the response with its body decoded, or a request to try again; raise `BadBody`."""
        if "archived_from" in request.meta:  # read whole out of its record
            return response
        # A range is of the bytes as they are coded, and cannot be decoded alone (RFC 9110, 14).
        if request.method == "HEAD" or response.status == 304 or "Range" in request.headers:
            return response
        try:
            decoded = self._decoded(response)
        except Undecodable as problem:
            if response.status >= 400:
                # The status says it all; Retry and HttpError go by it.
                return _with_body(response, b"")
            return self._again(request, response, problem.reason)
        if response.status not in (200, 203, 204) or not _OTHERS.isdisjoint(request.meta):
            return decoded
        if fault := _fault(decoded):
            return self._again(request, response, fault, last=decoded if fault == "cut" else None)
        return decoded

    def process_exception(self, request: "Request", exception: Exception) -> None:
        """Count what the handler broke off; it is not tried again."""
        if isinstance(exception, DownloadCancelledError):
            self._crawler.stats.inc_value("body/too_large")

    def _decoded(self, response: Response) -> Response:
        codings = codings_of(response.headers.getlist("Content-Encoding"))
        if not codings or not response.body:
            return response
        return _with_body(response, decode(response.body, codings, self._limit))

    def _again(
        self, request: "Request", response: Response, reason: str, last: Response | None = None
    ) -> "Request | Response":
        """Return a new attempt; after enough of them `last`, or raise `BadBody` without one."""
        self._crawler.stats.inc_value(f"body/{reason}")
        retry = self._retry(request, reason)
        if retry is not None:
            return retry
        if last is not None:
            return last
        logger.warning("Bad body, %s: %s", reason, response.url)
        raise BadBody(reason, response)

    def _retry(self, request: "Request", reason: str) -> "Request | None":
        if reason == "too_large":
            return None
        at_fault = _CODING_AT_FAULT.match(reason) is not None
        if at_fault and request.headers.get("Accept-Encoding") == b"identity":
            return None
        assert self._crawler.spider
        retry = get_retry_request(
            request, spider=self._crawler.spider, reason=reason, give_up_log_level="INFO"
        )
        if retry is not None and at_fault:
            retry.headers["Accept-Encoding"] = "identity"
        return retry


def _fault(response: Response) -> str | None:
    """Return the code of what is wrong with a body that could be decoded."""
    if len(response.headers) > _MOST_HEADERS:
        return "header_flood"
    if not response.body or response.body.isspace():
        return "empty"
    if "partial" in response.flags and not _END.search(response.body[-_TAIL:]):
        return "cut"
    return None


def _with_body(response: Response, body: bytes) -> Response:
    """Return the same response with another body, of the class that this body calls for."""
    response.headers.pop("Content-Encoding", None)
    return response_of(
        response.url,
        response.headers,
        body,
        status=response.status,
        flags=response.flags,
        request=response.request,
        certificate=response.certificate,
        ip_address=response.ip_address,
        protocol=response.protocol,
    )
