"""The simulated site, with every article page changed on its way out."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Final

from simulator.answer import Ask
from simulator.routes import answer
from simulator.world import World
from tests.support.crawling import Crawled, crawl

WORLD: Final = World(until=date(2026, 7, 24), articles=120, days=3, layout="2025-26")
TWO_DAYS: Final = ("-a", "since=2026-07-22", "-a", "until=2026-07-23")
LAST_DAY: Final = ("-a", "since=2026-07-24", "-a", "until=2026-07-24")


class Server(ThreadingHTTPServer):
    """The default of five waiting connections is less than a crawl makes at once."""

    request_queue_size = 128


@contextmanager
def site(change: Callable[[str], str]) -> Iterator[str]:
    """The simulated site with every article page changed; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found = answer(Ask.of(WORLD, WORLD.evening, self.headers["Host"], self.path))
            text = change(found.body) if found.kind.startswith("article") else found.body
            body = text.encode()
            self.send_response(found.status)
            self.send_header("Content-Type", found.content_type)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Connection", "close")  # else a client asks again on a closed one
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Nothing on the console of the tests."""

    server = Server(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def crawled(output: Path, change: Callable[[str], str], *options: str) -> Crawled:
    """Crawl the changed site."""
    with site(change) as address:
        return crawl(address, output, *options)


def unchanged(text: str) -> str:
    """Return a page as it is."""
    return text
