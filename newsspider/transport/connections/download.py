"""The way of one request, as Scrapy's handler goes it, at less cost.

Scrapy makes an agent for each request, and the headers of each answer three times. The names this
rests on are private ones, as in `header_limit`.
"""

from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import _ScrapyAgent
from scrapy.http import Headers

from newsspider.transport.responses import response_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response
    from twisted.web.client import Agent
    from twisted.web.client import Response as TxResponse


class Download(_ScrapyAgent):
    """Sends one request, over an `agent` that outlives it; a request with a proxy, or an address of
    its own to leave from, has its own."""

    def __init__(self, agent: "Agent", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._agent = agent
        self._headers: Headers | None = None

    def _get_agent(self, request: "Request", timeout: float) -> "Agent":
        if "proxy" in request.meta or "bindaddress" in request.meta:
            return super()._get_agent(request, timeout)
        return self._agent

    def _headers_from_twisted_response(self, response: "TxResponse") -> Headers:  # type: ignore[override]
        """Return what is asked for when the head has come, and again with the body."""
        if self._headers is None:
            self._headers = super()._headers_from_twisted_response(response)
        return self._headers

    def _cb_bodydone(self, result: Any, url: str) -> "Response":
        came, stopped = result["txresponse"], result.get("stop_download")
        name, major, minor = came.version
        response = response_of(
            url,
            self._headers_from_twisted_response(came),
            result.get("body", b""),
            status=int(came.code),
            flags=result.get("flags"),
            certificate=result.get("certificate"),
            ip_address=result.get("ip_address"),
            protocol=f"{name.decode()}/{major}.{minor}",
        )
        if stopped:
            response.flags.append("download_stopped")
            if stopped.fail:
                stopped.response = response
                raise stopped
        return response
