"""Trafilatura in a process of its own, which reads one of its pages when it is told to."""

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from newsspider.extract import Page

_PROGRAM: Final = """
import sys, time, trafilatura
from pathlib import Path
pages = [Path(sys.argv[1], str(n)).read_bytes() for n in range(int(sys.argv[2]))]
for line in sys.stdin:
    start = time.process_time()
    trafilatura.bare_extraction(pages[int(line)], with_metadata=True)
    print(time.process_time() - start, flush=True)
"""


class Peer:
    """A peer that has the bytes of some pages."""

    def __init__(self, told: IO[str], answers: IO[str]) -> None:
        self._told, self._answers = told, answers

    def seconds(self, number: int) -> float:
        """Return the CPU seconds that it takes to read one of the pages, with its metadata."""
        self._told.write(f"{number}\n")
        self._told.flush()
        return float(self._answers.readline())


@contextmanager
def trafilatura(python: str, pages: Sequence[Page]) -> Iterator[Peer]:
    """Give a peer for as long as it is used; `python` is that of an environment that has it."""
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(pages):
            Path(folder, str(number)).write_bytes(page.body)
        order = [python, "-c", _PROGRAM, folder, str(len(pages))]
        pipe = subprocess.PIPE
        with subprocess.Popen(order, stdin=pipe, stdout=pipe, text=True) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            yield Peer(process.stdin, process.stdout)
            process.stdin.close()  # which ends it
