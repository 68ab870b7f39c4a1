"""`scrapy COMMAND` in a process of its own, forked from this one: nothing is imported again.

A command sees a process as a shell starts it: its own streams, environment, umask and signals.
"""

import io
import os
import signal
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from scrapy import cmdline
from scrapy.utils.misc import walk_modules_iter

from tests.support.crawling import PROJECT

for package in ("scrapy.commands", "newsspider.commands"):
    list(walk_modules_iter(package))

SETTINGS: Final = {"SCRAPY_SETTINGS_MODULE": "tests.support.forked_settings"}


def scrapy(
    *arguments: str,
    variables: Mapping[str, str | None] | None = None,
    encoding: str = "utf-8",
    stdout: int | None = None,
    stdin: bytes = b"",
) -> "subprocess.CompletedProcess[str]":
    """Run the command to its end and return what it printed and its exit code.

    A variable that is None is taken out of the environment; `encoding` is that of the terminal;
    `stdout` a descriptor to print to in place of what is returned; `stdin` is what it can read.
    """
    with (
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
        tempfile.TemporaryFile() as given,
    ):
        given.write(stdin)
        given.seek(0)
        target = out.fileno() if stdout is None else stdout
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # of forking beside threads
            child = os.fork()
        if child == 0:
            os.dup2(given.fileno(), 0)
            _become(arguments, variables or {}, encoding, target, err.fileno())
        _, status = os.waitpid(child, 0)
        code = os.waitstatus_to_exitcode(status)
        return subprocess.CompletedProcess(arguments, code, _text(out, encoding), _text(err))


def _text(file: IO[bytes], encoding: str = "utf-8") -> str:
    file.seek(0)
    return file.read().decode(encoding)


def _become(
    arguments: tuple[str, ...],
    variables: Mapping[str, str | None],
    encoding: str,
    stdout: int,
    stderr: int,
) -> None:
    code = 70
    try:
        os.dup2(stdout, 1)
        os.dup2(stderr, 2)
        sys.stdout = io.TextIOWrapper(
            os.fdopen(1, "wb", closefd=False), encoding, write_through=False
        )
        sys.stderr = io.TextIOWrapper(
            os.fdopen(2, "wb", closefd=False), encoding, "backslashreplace", line_buffering=True
        )
        sys.stdin = io.TextIOWrapper(os.fdopen(0, "rb", closefd=False), encoding)
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)  # as Python starts
        os.environ.update(SETTINGS)
        for name, value in variables.items():
            os.environ.pop(name, None)
            os.environ.update({} if value is None else {name: value})
        os.chdir(PROJECT)
        cmdline.execute(["scrapy", *arguments])
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else int(left.code is not None)
    except BaseException:  # noqa: BLE001 - what Python itself does at the end of a process
        sys.excepthook(*sys.exc_info())
        code = 1
    finally:
        try:
            sys.stdout.flush()
        except OSError as error:  # as Python says at exit
            os.write(2, f"Exception ignored in sys.stdout: {error}\n".encode())
            code = 120
        os._exit(code)


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
