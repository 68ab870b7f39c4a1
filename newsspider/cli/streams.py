"""Standard streams and log files that fail: they cost the crawl words, never articles."""

import io
import json
import logging
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final, TextIO

from newsspider.errors import BadArgument, from_os

_NARROW: Final = 20  # columns; narrower ones leave no room for a table
_WIDE: Final = 1_000


def make_usable() -> None:
    """Make of the streams and the terminal what the code after this may take for granted: open
    streams, no character that cannot be printed, a width that a table can have."""
    _hold_open()
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and not _NARROW <= int(columns) <= _WIDE:
        del os.environ["COLUMNS"]  # 0 stands for "not known"; nobody has a terminal of a million


def speaks_unicode() -> bool:
    """Return whether standard output can show any character."""
    return (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")


def json_line(value: object, indent: int | None = None) -> str:
    r"""Return `value` as JSON, with `\u` escapes where the terminal is not one of Unicode: nothing
    of it is lost there."""
    return json.dumps(value, ensure_ascii=not speaks_unicode(), indent=indent)


def end_with_the_reader() -> None:
    """Let the process end as soon as nobody reads what it prints, as programs do in a
    pipe (`| head`). For those that have nothing to lose."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def outlive_the_reader() -> None:
    """Print nothing once nobody reads it, and let the work go on."""
    sys.stdout = _Unheard(sys.stdout)


class _Unheard(io.TextIOBase):
    """A text stream whose reader may leave."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._stream.encoding

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()

    def write(self, text: str) -> int:
        try:
            return self._stream.write(text)
        except BrokenPipeError:
            give_up(self._stream)
            return len(text)

    def flush(self) -> None:
        try:
            self._stream.flush()
        except BrokenPipeError:
            give_up(self._stream)


def _hold_open() -> None:
    """Give closed standard descriptors to /dev/null.

    A shell's `2>&-` would otherwise hand their numbers to the files we open next, and whatever is
    printed then would stand among the articles.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            null = os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
            os.set_inheritable(null, True)
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", closefd=False)
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", closefd=False)


def say(line: str) -> None:
    """Write a line on standard error, or nowhere when nobody reads it any more."""
    try:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
    except (OSError, ValueError):
        give_up(sys.stderr)


def outlive_the_log(site: str) -> None:
    """Give up a log that cannot be written, from now on, with one line on standard error."""

    def end_log(handler: logging.Handler, record: logging.LogRecord) -> None:
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            as_before(handler, record)
            return
        stream = getattr(handler, "stream", None)
        give_up(stream)
        if stream is not sys.stderr and not told:
            told.append(error)  # Scrapy opens its log twice
            say(f"{site}: the log goes no further: {error.strerror or error}")

    told: list[OSError] = []
    as_before = logging.Handler.handleError
    logging.Handler.handleError = end_log  # type: ignore[method-assign, assignment]


def refuse_bad_log(path: str | None, level: str) -> None:
    """Make the folder of the log file.

    Raises `OutputUnwritable` for a log that cannot be made, `BadArgument` for an unknown level.
    """
    if level not in logging.getLevelNamesMapping():
        raise BadArgument(f"LOG_LEVEL={level}: write DEBUG, INFO, WARNING, ERROR or CRITICAL")
    if not path:
        return
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NONBLOCK, 0o666))
    except OSError as error:
        raise from_os(error, f"creating the log {path}") from None


def make_nothing_unseen(level: str) -> None:
    """Keep records below the level of the log from being made: Scrapy has two for each page.

    Errors always are, since `Uncaught` counts them.
    """
    number: int = logging.getLevelNamesMapping()[level]
    logging.disable(min(number, logging.ERROR) - 1)


def give_up(stream: object) -> None:
    """Let what is buffered, and all that comes, run into /dev/null."""
    with suppress(OSError, ValueError, AttributeError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())  # type: ignore[attr-defined]
        os.close(null)
