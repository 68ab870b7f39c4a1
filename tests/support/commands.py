"""`scrapy COMMAND` in a process of its own, forked from one that has imported what it needs.

A command sees a process as a shell starts it: its own streams, environment, umask and signals.
What is to be proven of Python's start itself is started by `subprocess`.
"""

import array
import atexit
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import IO, Any, Final, Self

from tests.support.fork_server import Order
from tests.support.project import PROJECT, environment

_NUMBER: Final = array.array("i").itemsize


class Program:
    """A program that runs, or has ended; to be left as a context, which kills it if need be."""

    def __init__(self, order: Order, *streams: int) -> None:
        self._answers, theirs = socket.socketpair()
        with theirs:
            socket.send_fds(_fork_server(), [order.to_bytes()], [*streams, theirs.fileno()])
        self.pid: int = self._number()
        self.returncode: int | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.kill()
        self.wait()
        self._answers.close()

    def wait(self, timeout: float | None = None) -> int:
        """Return the exit code, negative for a signal; raises `subprocess.TimeoutExpired`."""
        if self.returncode is None:
            if not select.select([self._answers], [], [], timeout)[0]:
                raise subprocess.TimeoutExpired("a forked program", timeout or 0)
            self.returncode = self._number()
        return self.returncode

    def poll(self) -> int | None:
        """Return the exit code, or None while the program runs."""
        try:
            return self.wait(0)
        except subprocess.TimeoutExpired:
            return None

    def send_signal(self, number: int) -> None:
        """Send a signal, unless the program has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """Send SIGKILL, unless the program has ended."""
        self.send_signal(signal.SIGKILL)

    def _number(self) -> int:
        received = self._answers.recv(_NUMBER, socket.MSG_WAITALL)
        assert received, "the process that forks has ended"
        return array.array("i", received)[0]


def start(
    *arguments: str | Path,
    stdin: IO[Any] | None = None,
    stdout: int | None = None,
    stderr: int | None = None,
    module: str = "scrapy",
    folder: Path = PROJECT,
    variables: Mapping[str, str | None] | None = None,
    encoding: str = "utf-8",
    limits: Sequence[tuple[int, int]] = (),
) -> Program:
    """Start `python -m MODULE ARGUMENTS…`, `scrapy` where no module is named.

    A variable that is None is taken out of the environment; `encoding` is that of the terminal;
    `limits` are pairs as of `resource.setrlimit`. Output goes to descriptors, or nowhere.
    """
    surroundings = environment()
    for name, value in (variables or {}).items():
        surroundings.pop(name, None)
        surroundings.update({} if value is None else {name: value})
    order = Order(
        module=module,
        arguments=[*map(str, arguments)],
        environment=surroundings,
        folder=str(folder),
        umask=_umask(),
        encoding=encoding,
        limits=list(limits),
    )
    with Path(os.devnull).open("r+b") as nothing:
        nowhere = nothing.fileno()
        out, err = (nowhere if stream is None else stream for stream in (stdout, stderr))
        return Program(order, nowhere if stdin is None else stdin.fileno(), out, err)


def scrapy(
    *arguments: str | Path,
    stdout: int | None = None,
    stdin: bytes = b"",
    encoding: str = "utf-8",
    **surroundings: Any,
) -> "subprocess.CompletedProcess[str]":
    """Run the command to its end and return what it printed and its exit code.

    `stdout` is a descriptor to print to in place of what is returned; `stdin` is what it can read;
    the others are those of `start`.
    """
    with (
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
        tempfile.TemporaryFile() as given,
    ):
        given.write(stdin)
        given.seek(0)
        target = out.fileno() if stdout is None else stdout
        streams: Any = {"stdout": target, "stderr": err.fileno(), "stdin": given}
        with start(*arguments, encoding=encoding, **streams, **surroundings) as program:
            code = program.wait()
        return subprocess.CompletedProcess(arguments, code, _text(out, encoding), _text(err))


@contextmanager
def heard(*arguments: str | Path, **surroundings: Any) -> Iterator[tuple[Program, IO[str]]]:
    """Start a program as `start` does, and give what it prints while it runs."""
    reader, writer = os.pipe()
    with os.fdopen(reader, encoding="utf-8") as told:
        try:
            program = start(*arguments, stdout=writer, **surroundings)
        finally:
            os.close(writer)
        with program:
            yield program, told


@cache
def _fork_server() -> socket.socket:
    """Return the line to the process that forks; it is started at the first use, and ends with
    this one."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        number = theirs.fileno()
        line = [sys.executable, "-m", "tests.support.fork_server", str(number)]
        server = subprocess.Popen(line, env=environment(), cwd=PROJECT, pass_fds=[number])
    atexit.register(server.wait)
    atexit.register(ours.close)
    return ours


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _text(file: IO[bytes], encoding: str = "utf-8") -> str:
    file.seek(0)
    return file.read().decode(encoding)


@contextmanager
def nobody_reads() -> Iterator[int]:
    """A pipe whose reader has left."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        yield writer
    finally:
        os.close(writer)


@contextmanager
def opened(path: Path | str, flags: int = os.O_WRONLY) -> Iterator[int]:
    """A descriptor of a file."""
    descriptor = os.open(path, flags)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
