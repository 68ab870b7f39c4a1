"""A request and what came back for it, as bytes of the wire. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal

from propcache.api import cached_property

Truncated = Literal["length", "time", "disconnect"]
"""Why an answer is not whole, in the words of `WARC-Truncated`."""

_INTERIM: Final = re.compile(rb"HTTP/\S+ 1\d\d\b[^\n]*\n(?:[^\r\n][^\n]*\n)*\r?\n")
_HEAD: Final = re.compile(rb"HTTP/\S+ (\d{3})\b[^\n]*\n(?:[^\r\n][^\n]*\n)*\r?\n")
_MEDIA_TYPE: Final = re.compile(rb"^content-type:[ \t]*([\w.+-]+/[\w.+-]+)", re.I | re.M)


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """A request for `url` at `date` (aware, whole seconds), and its answer as far as it came.

    `answer` is the final response: interim ones (1xx) are messages of their own. `listed` says how
    a list showed the article that was asked for, `via` what redirected here, `seconds` how long it
    took.
    """

    url: str
    date: datetime
    request: bytes
    answer: bytes
    ip_address: str | None = None
    truncated: Truncated | None = None
    seconds: float = 0.0
    via: str | None = None
    listed: dict[str, Any] | None = None

    @cached_property
    def _parsed(self) -> re.Match[bytes] | None:
        return _HEAD.match(self.answer)

    @property
    def status(self) -> int | None:
        """Return the status code; None of what is no HTTP, or was cut within its head."""
        return int(self._parsed[1]) if self._parsed else None

    @property
    def head(self) -> bytes:
        """Return status line and headers with the empty line; nothing without a whole head."""
        return self._parsed[0] if self._parsed else b""

    @property
    def payload(self) -> bytes:
        """Return what follows the head, as it came: still chunked and compressed."""
        return self.answer[len(self.head) :] if self._parsed else b""

    @property
    def media_type(self) -> str | None:
        """Return the media type that the answer states, without its parameters."""
        found = _MEDIA_TYPE.search(self.head)
        return found[1].decode("ascii").lower() if found else None


def final_answer(received: bytes) -> bytes:
    r"""Return what a server sent without the interim responses before the final one.

    >>> final_answer(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\n\r\nhalo")
    b'HTTP/1.1 200 OK\r\n\r\nhalo'
    """
    start = 0
    while found := _INTERIM.match(received, start):
        start = found.end()
    return received[start:]
