"""Inputs read by processes of this machine, one each at a time; one that dies costs only its own.

A pool of `concurrent.futures` would end all its processes with the first that is killed.
"""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import wait
from typing import Final

from newsspider.batch.extract_file import Failed, Order, Outcome
from newsspider.batch.inputs import Input
from newsspider.batch.out_place import OutPlace
from newsspider.batch.worker import work
from newsspider.exit_status import TRY_LATER

_TRIES: Final = 3  # of an input whose process died: killed for its memory, most often
_CONTEXT: Final = get_context("forkserver")  # none of the threads and locks of this process
_CONTEXT.set_forkserver_preload(["newsspider.batch.worker"])


class _Worker:
    """A process and the input that it reads."""

    def __init__(self, order: Order, out: OutPlace) -> None:
        self.connection, theirs = _CONTEXT.Pipe()
        self.process = _CONTEXT.Process(target=work, args=(theirs, order, out), daemon=True)
        self.process.start()
        theirs.close()
        self.reads: Input | None = None

    def give(self, source: Input) -> None:
        """Let the process read an input."""
        self.reads = source
        with suppress(OSError):  # it died just now, which is noticed by whoever waits for it
            self.connection.send(source)

    def outcome(self) -> Outcome | Failed | None:
        """Return what became of the input; None where the process died."""
        try:
            found: Outcome | Failed = self.connection.recv()
        except (EOFError, OSError):
            return None
        self.reads = None
        return found

    def end(self) -> None:
        """End the process, whatever it does: what it writes has no name yet."""
        self.process.kill()
        self.process.join()
        self.connection.close()


class _Crew:
    """Workers, and the inputs that none of them reads yet."""

    def __init__(self, order: Order, inputs: Sequence[Input], out: OutPlace, jobs: int) -> None:
        self._order, self._out = order, out
        self._waiting = deque(inputs)
        self._deaths: Counter[Input] = Counter()
        self.workers = [_Worker(order, out) for _ in range(min(jobs, len(inputs)))]

    def is_at_work(self) -> bool:
        """Hand out what waits; return whether anything is being read."""
        for worker in self.workers:
            if worker.reads is None and self._waiting:
                worker.give(self._waiting.popleft())
        return any(worker.reads for worker in self.workers)

    def outcomes(self) -> list[Outcome | Failed]:
        """Wait for a worker; return what became of the inputs of those that are done."""
        ready = wait([worker.connection for worker in self.workers if worker.reads])
        done = [worker for worker in self.workers if worker.connection in ready]
        return [found for worker in done if (found := self._outcome(worker))]

    def _outcome(self, worker: _Worker) -> Outcome | Failed | None:
        """Return what became of an input; None where it is to be tried again."""
        source, found = worker.reads, worker.outcome()
        if found is not None or source is None:
            return found
        worker.end()
        self.workers[self.workers.index(worker)] = _Worker(self._order, self._out)
        self._deaths[source] += 1
        if self._deaths[source] < _TRIES:
            self._waiting.appendleft(source)
            return None
        words = (
            f"its process died {_TRIES} times: killed, or out of memory; run again with less --jobs"
        )
        return Failed(input=source.source, exit_code=TRY_LATER, words=words)


def read_in_processes(
    order: Order, inputs: Sequence[Input], out: OutPlace, jobs: int
) -> Iterator[Outcome | Failed]:
    """Yield what became of each input, as they are done; at most `jobs` are read at a time."""
    crew = _Crew(order, inputs, out, jobs)
    try:
        while crew.is_at_work():
            yield from crew.outcomes()
    finally:
        for worker in crew.workers:
            worker.end()
