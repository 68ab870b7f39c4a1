"""A download gives the answer that Scrapy's own handler would."""

from typing import Any

import pytest
from scrapy.core.downloader.handlers.http11 import _ScrapyAgent
from scrapy.exceptions import StopDownload
from scrapy.utils.test import get_crawler
from twisted.internet.testing import MemoryReactorClock, StringTransport
from twisted.web._newclient import Response as TxResponse
from twisted.web.client import Agent
from twisted.web.http_headers import Headers as TxHeaders

from newsspider.transport.connections.download import Download

URL = "https://www.kabar.test/read/1"


def came(status: int, headers: dict[str, list[str]]) -> TxResponse:
    """Return a head as Twisted gives it."""
    version = (b"HTTP", 1, 1)
    head: TxResponse = TxResponse._construct(
        version, status, b"OK", TxHeaders(headers), StringTransport(), None
    )
    return head


def parts() -> dict[str, Any]:
    """What a download is made of, without a network."""
    return {"contextFactory": None, "crawler": get_crawler()}


def agent() -> Agent:
    """Return an agent of Twisted's, without a network."""
    return Agent(MemoryReactorClock())


def told(download: _ScrapyAgent, result: Any) -> dict[str, Any]:
    """Return all that a response says, and what was raised with it."""
    raised = None
    try:
        response: Any = download._cb_bodydone(result, URL)
    except StopDownload as stop:
        response, raised = stop.response, stop
    names = ("url", "status", "headers", "body", "flags", "certificate", "ip_address", "protocol")
    return {name: getattr(response, name) for name in names} | {
        "class": type(response),
        "raised": raised,
    }


@pytest.mark.parametrize(
    "stop",
    [None, StopDownload(fail=False), StopDownload(fail=True)],
    ids=["whole", "cut", "failed"],
)
@pytest.mark.parametrize(
    ("status", "headers", "body"),
    [
        (200, {"Content-Type": ["text/html; charset=utf-8"]}, b"<p>Panen garam"),
        (200, {"content-type": ["text/html"], "content-encoding": ["gzip"]}, b"\x1f\x8b\x08"),
        (404, {"Via": ["1.1 a", "1.1 b"], "Set-Cookie": ["a=1", "b=2"]}, b"{}"),
        (204, {}, b""),
    ],
)
def test_the_answer_is_that_of_scrapys_handler(
    status: int, headers: dict[str, list[str]], body: bytes, stop: StopDownload | None
) -> None:
    result = {
        "txresponse": came(status, headers),
        "body": body,
        "flags": ["partial"] if status == 404 else None,
        "ip_address": "103.10.10.10",
        "stop_download": stop,
    }

    mine = Download(agent(), **parts())

    assert told(mine, result) == told(_ScrapyAgent(**parts()), result)


def test_the_headers_of_an_answer_are_made_once() -> None:
    mine = Download(agent(), **parts())
    head = came(200, {"Content-Type": ["text/html"], "ETag": ['"1"']})

    at_the_head = mine._headers_from_twisted_response(head)

    assert mine._cb_bodydone({"txresponse": head}, URL).headers is at_the_head
    assert at_the_head == _ScrapyAgent._headers_from_twisted_response(head)
