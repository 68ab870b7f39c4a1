"""Where an answer becomes a response of Scrapy."""

from typing import TYPE_CHECKING, Any

from scrapy.responsetypes import responsetypes

if TYPE_CHECKING:
    from scrapy.http import Headers, Response


def response_of(url: str, headers: "Headers", body: bytes, **more: Any) -> "Response":
    """Return a response of the class that its headers, address and body call for.

    The headers are handed on: those that are given to a `Response`, it makes anew, name by name.
    """
    kind = responsetypes.from_args(headers=headers, url=url, body=body)
    response: Response = kind(url, body=body, **more)
    response.headers = headers
    return response
