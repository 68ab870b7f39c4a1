"""A server that answers as no server should: bytes on raw sockets, by a script a test writes.

It runs in a thread of the test, on a port of its own, and keeps what every request asked for and
when. A crawl is sent to it by CONNECT_TO, so that it stands in for every host of the site.
"""

import asyncio
import socket
import ssl
import struct
import threading
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from time import monotonic
from typing import Final, Self
from urllib.parse import urlsplit

PAGE: Final = b"<!DOCTYPE html><html><body><p>Halaman ini utuh.</p></body></html>"
ROBOTS: Final = b"User-agent: *\nDisallow: /rahasia\n"

_REASONS: Final = {
    200: "OK",
    204: "No Content",
    301: "Moved",
    304: "Not Modified",
    404: "Not Found",
}


@dataclass(frozen=True, slots=True)
class Hit:
    """One request as the server saw it, its `head` as it came; `n` counts the requests for this
    address from 1."""

    at: float
    host: str
    path: str
    headers: Mapping[str, str]
    n: int
    head: bytes


class Hangup(Exception):
    """The connection ends here."""


class Wire:
    """The server's end of a connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer
        self.head = b""

    async def asked(self) -> tuple[str, dict[str, str]]:
        """The target and the headers of the next request; raises `Hangup` when there is none."""
        try:
            head = self.head = await self._reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            raise Hangup from None
        lines = head.decode("latin-1").split("\r\n")
        pairs = (line.split(":", 1) for line in lines[1:] if ":" in line)
        return lines[0].split(" ")[1], {name.lower(): value.strip() for name, value in pairs}

    async def send(self, data: bytes) -> None:
        """Bytes as they are; raises `Hangup` when nobody listens any more."""
        try:
            self._writer.write(data)
            await self._writer.drain()
        except ConnectionError:
            raise Hangup from None

    async def reply(
        self, body: bytes = PAGE, status: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        """A whole and honest response; `headers` come on top, and win."""
        fields = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        fields |= headers or {}
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
        reason = _REASONS.get(status, "Status")
        await self.send(f"HTTP/1.1 {status} {reason}\r\n{head}\r\n".encode() + body)

    async def hang(self) -> None:
        """Silence until the other side gives up."""
        with suppress(ConnectionError):
            await self._reader.read()
        raise Hangup

    def reset(self) -> None:
        """Ends the connection with a TCP reset."""
        peer: socket.socket = self._writer.get_extra_info("socket")
        peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._writer.transport.abort()
        raise Hangup


Behaviour = Callable[[Wire, Hit], Awaitable[None]]


class FaultServer:
    """Answers by `routes`: path, or host and path, to behaviour; 404 for what is not there.

    A key that ends with "*" stands for all paths that begin so, but /robots.txt, which is `ROBOTS`
    unless it has a route of its own.
    """

    def __init__(
        self,
        routes: Mapping[str, Behaviour],
        host: str = "127.0.0.1",
        port: int = 0,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.hits: list[Hit] = []
        self.host = host
        self.port = port
        self._tls = tls
        self._routes = dict(routes)
        self._counts: Counter[str] = Counter()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        starting = asyncio.start_server(
            self._serve, self.host, self.port, limit=1 << 20, ssl=self._tls
        )
        self._server = asyncio.run_coroutine_threadsafe(starting, self._loop).result(10)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *exc_info: object) -> None:
        asyncio.run_coroutine_threadsafe(self._end(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    @property
    def address(self) -> str:
        """For CONNECT_TO."""
        return f"{self.host}:{self.port}"

    def paths(self) -> list[str]:
        """What was asked for, in order, without robots.txt."""
        return [hit.path for hit in self.hits if hit.path != "/robots.txt"]

    def gaps(self) -> list[float]:
        """Seconds between one request and the next, robots.txt included."""
        times = [hit.at for hit in self.hits]
        return [later - earlier for earlier, later in pairwise(times)]

    async def _end(self) -> None:
        self._server.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        wire = Wire(reader, writer)
        try:
            while True:
                target, headers = await wire.asked()
                await self._answer(wire, target, headers)
        except Hangup:
            pass
        finally:
            writer.close()

    async def _answer(self, wire: Wire, target: str, headers: dict[str, str]) -> None:
        host = headers.get("host", "")
        self._counts[host + target] += 1
        hit = Hit(monotonic(), host, target, headers, self._counts[host + target], wire.head)
        self.hits.append(hit)
        await self._route(host, target)(wire, hit)

    def _route(self, host: str, target: str) -> Behaviour:
        path = urlsplit(target).path
        for key in (host + target, host + path, target, path):
            if key in self._routes:
                return self._routes[key]
        if path == "/robots.txt":
            return robots
        for key, behaviour in self._routes.items():
            if key.endswith("*") and path.startswith(key[:-1]):
                return behaviour
        return missing


async def missing(wire: Wire, hit: Hit) -> None:
    """404."""
    await wire.reply(b"", 404)


async def robots(wire: Wire, hit: Hit) -> None:
    """A robots.txt that allows nearly everything."""
    await wire.reply(ROBOTS, headers={"Content-Type": "text/plain"})


async def page(wire: Wire, hit: Hit) -> None:
    """A whole page."""
    await wire.reply()


def replies(
    body: bytes = PAGE, status: int = 200, headers: Mapping[str, str] | None = None
) -> Behaviour:
    """Always this response."""

    async def behaviour(wire: Wire, hit: Hit) -> None:
        await wire.reply(body, status, headers)

    return behaviour


def at_first(fault: Behaviour, times: int = 1, then: Behaviour = page) -> Behaviour:
    """The fault for the first requests of an address, then something else."""

    async def behaviour(wire: Wire, hit: Hit) -> None:
        await (fault if hit.n <= times else then)(wire, hit)

    return behaviour


def sends(data: bytes) -> Behaviour:
    """These bytes, and the connection closes."""

    async def behaviour(wire: Wire, hit: Hit) -> None:
        await wire.send(data)
        raise Hangup

    return behaviour


async def hangs(wire: Wire, hit: Hit) -> None:
    """Takes the request and says nothing."""
    await wire.hang()


async def resets(wire: Wire, hit: Hit) -> None:
    """A TCP reset instead of an answer."""
    wire.reset()


async def resets_midway(wire: Wire, hit: Hit) -> None:
    """A TCP reset in the middle of the body."""
    await wire.send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n" + PAGE)
    wire.reset()


def drips(head: bytes, drop: bytes, every: float = 0.2) -> Behaviour:
    """`head` at once, then a drop now and then for ever."""

    async def behaviour(wire: Wire, hit: Hit) -> None:
        await wire.send(head)
        while True:
            await wire.send(drop)
            await asyncio.sleep(every)

    return behaviour


def floods(head: bytes, chunk: bytes, times: int) -> Behaviour:
    """`head`, then the chunk that often, as fast as it is taken."""

    async def behaviour(wire: Wire, hit: Hit) -> None:
        await wire.send(head)
        for _ in range(times):
            await wire.send(chunk)
        raise Hangup

    return behaviour


def redirects(to: str, status: int = 302) -> Behaviour:
    """To an address; "{at}" in it is the time, so that no two are the same."""

    async def behaviour(wire: Wire, hit: Hit) -> None:
        await wire.reply(b"", status, {"Location": to.replace("{at}", str(hit.at))})

    return behaviour
