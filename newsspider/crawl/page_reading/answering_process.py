"""A process that answers what it is asked, in turn, over a socket which the event loop serves.

Not `concurrent.futures`: its pool hands each question and each answer through threads of this
process, and a thread waits up to five milliseconds for a busy event loop to let go of the
interpreter. That is longer than a page takes to be read, so that both processes were idle a third
of the time.
"""

import asyncio
import atexit
import pickle
import socket
import sys
import traceback
from collections import deque
from collections.abc import Callable, Collection
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.context import SpawnProcess
from queue import SimpleQueue
from threading import Thread
from typing import Any, Final, Self

_SIZE: Final = 8  # bytes in front of an answer that say how long it is


class ProcessDied(Exception):
    """The process ended, or was killed after it had been silent for too long."""


class AnsweringProcess(asyncio.Protocol):
    """The end of the asker. A process that does not answer for `patience` seconds, None for ever,
    is killed; what was asked meanwhile is answered by `ProcessDied`."""

    def __init__(self, process: SpawnProcess, patience: float | None) -> None:
        self._process = process
        self._patience = patience
        self._asked: deque[asyncio.Future[Any]] = deque()
        self._came = bytearray()
        self._silence: asyncio.TimerHandle | None = None
        self._transport: asyncio.Transport | None = None

    @classmethod
    async def start(
        cls,
        begin: Callable[[], Callable[[Any], Any]],
        within: float,
        patience: float | None,
        *,
        without: Collection[str] = (),
    ) -> Self:
        """Start a process that answers by what `begin` returns there.

        It does `without` some packages: to import them fails there, for what needs them only where
        they are installed. Raises `ProcessDied` where all that is not done `within` so many
        seconds.
        """
        own, its = socket.socketpair()
        # Not fork: the threads and open files of a crawl are no start for another process.
        given = its, tuple(without), pickle.dumps(begin)
        process = get_context("spawn").Process(target=_answer, args=given)
        process.start()
        its.close()
        # At exit multiprocessing waits for its processes; this one hears no signal to end itself.
        atexit.register(process.kill)
        loop = asyncio.get_running_loop()
        _, asker = await loop.create_unix_connection(lambda: cls(process, within), sock=own)
        try:
            await asker._answer_to(b"")
        except BaseException:
            asker.kill()
            raise
        asker._patience = patience
        return asker

    @property
    def is_alive(self) -> bool:
        """Whether it may still be asked."""
        return self._transport is not None and not self._transport.is_closing()

    async def ask(self, question: Any) -> Any:
        """Return the answer, or raise what it raised; raise `ProcessDied` where none comes."""
        return await self._answer_to(pickle.dumps(question, pickle.HIGHEST_PROTOCOL))

    def kill(self) -> None:
        """End it, also in the middle of an answer."""
        self._process.kill()
        if self._transport is not None:
            self._transport.abort()

    async def wait(self) -> None:
        """Wait until it has ended."""
        await asyncio.to_thread(self._process.join)
        atexit.unregister(self._process.kill)

    async def _answer_to(self, question: bytes) -> Any:
        if self._transport is None or self._transport.is_closing():
            raise ProcessDied
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._asked.append(answer)
        if self._silence is None:
            self._listen()
        self._transport.write(question)
        succeeded, found = await answer
        if not succeeded:
            raise found
        return found

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Note where questions go."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Hand out the answers that are whole."""
        came = self._came
        came += data
        while len(came) >= _SIZE:
            end = _SIZE + int.from_bytes(came[:_SIZE])
            if len(came) < end:
                return
            answer = pickle.loads(came[_SIZE:end])
            del came[:end]
            asked = self._asked.popleft()
            if not asked.done():
                asked.set_result(answer)
            self._listen()

    def connection_lost(self, error: Exception | None) -> None:
        """Tell all who wait."""
        while self._asked:
            asked = self._asked.popleft()
            if not asked.done():
                asked.set_exception(ProcessDied())
        self._listen()

    def _listen(self) -> None:
        """Count the silence from now on, as long as an answer is awaited."""
        if self._silence is not None:
            self._silence.cancel()
            self._silence = None
        if self._asked and self._patience is not None:
            loop = asyncio.get_running_loop()
            self._silence = loop.call_later(self._patience, self.kill)


def _answer(asker: socket.socket, without: tuple[str, ...], begin: bytes) -> None:
    """Answer in this process, first that it has begun, until there is nobody who asks."""
    for package in without:
        sys.modules.setdefault(package, None)  # type: ignore[arg-type]
    work = pickle.loads(begin)()
    _send(asker, (True, None))
    came: SimpleQueue[tuple[Any] | None] = SimpleQueue()
    Thread(target=_take, args=(asker, came), name="take what is asked", daemon=True).start()
    for (question,) in iter(came.get, None):
        _send(asker, _answer_of(work, question))


def _take(asker: socket.socket, came: "SimpleQueue[tuple[Any] | None]") -> None:
    """Take in what is asked while another question is answered: a socket holds two pages."""
    try:
        with asker.makefile("rb") as questions, suppress(EOFError):
            while True:
                came.put((pickle.load(questions),))
    finally:
        came.put(None)


def _answer_of(work: Callable[[Any], Any], question: Any) -> tuple[bool, Any]:
    try:
        return True, work(question)
    except Exception as error:  # noqa: BLE001 - it is raised where the question came from
        error.add_note(traceback.format_exc())
        return False, error


def _send(asker: socket.socket, answer: tuple[bool, Any]) -> None:
    said = pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
    asker.sendall(len(said).to_bytes(_SIZE) + said)
