"""CONNECT_TO: one server on this machine answers for every host, as curl's --connect-to does."""

from typing import TYPE_CHECKING
from urllib.parse import urlsplit, urlunsplit

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler

from newsspider.store.errors import BadArgument
from newsspider.transport.addresses import server

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings


class ConnectTo:
    """Add-on: where CONNECT_TO is set, every request goes there over plain HTTP."""

    def update_settings(self, settings: "BaseSettings") -> None:
        """Sets with the priority of the command line: add-ons rank below what settings.py says.

        Raises `BadArgument` for a value that is no host and port.
        """
        if not settings["CONNECT_TO"]:
            return
        try:
            server(settings["CONNECT_TO"])
        except ValueError as problem:
            raise BadArgument(f"CONNECT_TO: {problem}") from None
        handler = f"{__name__}.{ConnectToHandler.__name__}"
        handlers = settings.getdict("DOWNLOAD_HANDLERS") | {"http": handler, "https": handler}
        settings.set("DOWNLOAD_HANDLERS", handlers, "cmdline")


class ConnectToHandler(HTTP11DownloadHandler):
    """Sends a request to CONNECT_TO; the response bears the address that was asked for."""

    def __init__(self, crawler: "Crawler"):
        super().__init__(crawler)
        self._netloc: str = crawler.settings["CONNECT_TO"].strip()

    async def download_request(self, request: "Request") -> "Response":
        parts = urlsplit(request.url)
        headers = request.headers.copy()
        headers.setdefault("Host", parts.netloc)
        url = urlunsplit(("http", self._netloc, parts.path or "/", parts.query, ""))
        sent = request.replace(url=url, headers=headers)
        response = await super().download_request(sent)
        request.meta["download_latency"] = sent.meta["download_latency"]
        # Not response.replace(), which would look for the encoding of the still compressed body.
        return response.__class__(
            request.url,
            status=response.status,
            headers=response.headers,
            body=response.body,
            flags=response.flags,
            ip_address=response.ip_address,
            protocol=response.protocol,
        )
