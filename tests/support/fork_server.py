"""Starts programs of Python by fork, from a process that has imported what crawls need.

`python -m tests.support.fork_server FD` is told over the socket `FD` what to start, and is small,
without threads and without a reactor: a program begins as it does from a shell, but for the
second or two of imports. It ends as Python ends, exit handlers and all.
"""

import array
import gc
import io
import json
import os
import resource
import runpy
import socket
import sys
import threading
import time
import warnings
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from scrapy.utils.misc import walk_modules_iter

_ROOMS: Final = (
    *("base_spiders", "cli", "commands", "crawl", "downloadermiddlewares", "exit_status"),
    *("extensions", "pipelines", "report", "sites", "spidermiddlewares", "spiders", "store"),
    "transport",
)
PRELOADED: Final = (
    *(f"newsspider.{room}" for room in _ROOMS),
    *("scrapy.commands", "scrapy.downloadermiddlewares", "scrapy.extensions"),
    *("scrapy.spidermiddlewares", "scrapy.dupefilters", "scrapy.logformatter", "scrapy.squeues"),
    *("scrapy.pqueues", "tldextract"),
)
"""What commands import, or name in their settings; without the libraries of the extras, some of
which start threads of their own, and all of which a crawl does without."""
_LONGEST: Final = 1 << 20  # bytes of an order
_DESCRIPTORS: Final = 4


@dataclass(frozen=True, slots=True)
class Order:
    """A program to start: `python -m MODULE ARGUMENTS…`, and in which surroundings.

    `encoding` is that of its output; `limits` are numbers of `resource` with what each is set to.
    """

    module: str
    arguments: list[str]
    environment: dict[str, str]
    folder: str
    umask: int
    encoding: str = "utf-8"
    limits: list[tuple[int, int]] = field(default_factory=list)

    def to_bytes(self) -> bytes:
        """Return the order as it goes over the socket."""
        return json.dumps(asdict(self)).encode(errors="surrogateescape")


def main(orders: socket.socket) -> None:
    """Start what is ordered until nobody orders any more."""
    with warnings.catch_warnings(action="ignore"):  # of modules that nobody uses
        for package in PRELOADED:
            list(walk_modules_iter(package))
    assert "twisted.internet.reactor" not in sys.modules
    tasks = Path("/proc/self/task")
    assert len(list(tasks.iterdir())) == 1 if tasks.exists() else threading.active_count() == 1
    gc.freeze()
    while (received := _receive(orders)) is not None:
        order, (stdin, stdout, stderr, answers) = received
        if os.fork() == 0:
            orders.close()
            if (program := os.fork()) == 0:
                os.close(answers)
                return _become(order, stdin, stdout, stderr)
            _tell_the_end(program, answers)
        for descriptor in (stdin, stdout, stderr, answers):
            os.close(descriptor)
        _bury()
    return None


def _receive(orders: socket.socket) -> tuple[Order, Any] | None:
    data, descriptors, _, _ = socket.recv_fds(orders, _LONGEST, _DESCRIPTORS)
    return (Order(**json.loads(data)), descriptors) if data else None


def _tell_the_end(program: int, answers: int) -> None:
    """Tell the number of the program, and once it has ended its exit code; then leave."""
    told = socket.socket(fileno=answers)
    told.sendall(array.array("i", [program]).tobytes())
    _, status = os.waitpid(program, 0)
    told.sendall(array.array("i", [os.waitstatus_to_exitcode(status)]).tobytes())
    os._exit(0)


def _bury() -> None:
    """Collect those who told an end."""
    while True:
        try:
            if os.waitpid(-1, os.WNOHANG) == (0, 0):
                return
        except ChildProcessError:
            return


def _become(order: Order, *streams: int) -> None:
    """Run the program in this process."""
    for number, descriptor in enumerate(streams):
        os.dup2(descriptor, number)
        os.close(descriptor)
    out, err = os.fdopen(1, "wb", closefd=False), os.fdopen(2, "wb", closefd=False)
    sys.stdin = io.TextIOWrapper(os.fdopen(0, "rb", closefd=False), order.encoding)
    sys.stdout = io.TextIOWrapper(out, order.encoding)
    sys.stderr = io.TextIOWrapper(err, order.encoding, "backslashreplace", line_buffering=True)
    os.environ.clear()
    os.environ.update(order.environment)
    time.tzset()
    os.chdir(order.folder)
    os.umask(order.umask)
    for what, size in order.limits:
        resource.setrlimit(what, (size, size))
    sys.argv = [order.module, *order.arguments]
    runpy.run_module(order.module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main(socket.socket(fileno=int(sys.argv[1])))
