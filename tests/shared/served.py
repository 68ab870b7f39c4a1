"""Servers of our own for the machines of a test, each in a thread: a site that notes who asked it
when, and an S3 that can be away, or can ignore If-None-Match."""

import asyncio
import logging
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final
from urllib.request import Request, urlopen

from aiohttp import ClientSession, web
from moto.server import ThreadedMotoServer

from simulator.server import Clock, Site
from simulator.world import World

BUCKET: Final = "kabar"
_HOP: Final = {"transfer-encoding", "content-encoding", "connection"}

Handle = Callable[[web.BaseRequest], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request to the site: when, by whom, for what."""

    at: float
    agent: str
    path: str


class WatchedSite(Site):
    """A simulated site that notes every request."""

    def __init__(self, world: World) -> None:
        super().__init__(world, Clock(world.evening), keep=10_000)
        self.world = world
        self.asked: list[Asked] = []
        self.address = ""

    async def handle(self, request: web.BaseRequest) -> web.Response:
        agent = request.headers.get("User-Agent", "")
        self.asked.append(Asked(time.monotonic(), agent, f"{request.host}{request.raw_path}"))
        return await super().handle(request)


@contextmanager
def watched(world: World) -> Iterator[WatchedSite]:
    """The site of a world at work."""
    site = WatchedSite(world)
    with _served(site.handle) as site.address:
        yield site


class Line:
    """The way to an S3: forwards everything, unless it is `cut`; `strips` the condition of a
    creation where the store is to ignore it."""

    def __init__(self, target: str) -> None:
        self._target = target
        self.cut = False
        self.strips = False

    async def handle(self, request: web.BaseRequest) -> web.Response:
        """Answer as the S3 does."""
        if self.cut:
            return web.Response(status=503)
        headers = request.headers.copy()
        if self.strips:
            headers.popall("If-None-Match", None)
        data = await request.read()
        async with (
            ClientSession(auto_decompress=False) as client,
            client.request(
                request.method, f"{self._target}{request.raw_path}", headers=headers, data=data
            ) as answer,
        ):
            body = await answer.read()
            kept = [(k, v) for k, v in answer.headers.items() if k.lower() not in _HOP]
            if request.method == "HEAD":
                return web.Response(status=answer.status, headers=kept)
            plain = [(k, v) for k, v in kept if k.lower() != "content-length"]
            return web.Response(status=answer.status, headers=plain, body=body)


@contextmanager
def s3() -> Iterator[tuple[Line, dict[str, str]]]:
    """An S3 with the bucket `kabar`: the way to it, and the environment that leads there."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # a line for each request
    moto = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    try:
        host, port = moto.get_host_and_port()
        line = Line(f"http://{host}:{port}")
        with _served(line.handle) as address:
            with urlopen(Request(f"http://{address}/{BUCKET}", method="PUT")):
                pass
            yield (
                line,
                {
                    "AWS_ENDPOINT_URL": f"http://{address}",
                    "AWS_ALLOW_HTTP": "true",
                    "AWS_ACCESS_KEY_ID": "uji",
                    "AWS_SECRET_ACCESS_KEY": "uji",
                    "AWS_REGION": "us-east-1",
                },
            )
    finally:
        moto.stop()


@contextmanager
def _served(handle: Handle) -> Iterator[str]:
    """A server on a free port of the loopback, in a thread; yields `host:port`."""
    loop = asyncio.new_event_loop()
    ready, ports = threading.Event(), list[int]()

    async def begin() -> web.ServerRunner:
        runner = web.ServerRunner(web.Server(handle))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        ports.append(runner.addresses[0][1])
        ready.set()
        return runner

    def run() -> None:
        runner = loop.run_until_complete(begin())
        loop.run_forever()
        loop.run_until_complete(runner.cleanup())
        loop.close()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait()
    try:
        yield f"127.0.0.1:{ports[0]}"
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
