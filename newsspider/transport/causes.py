"""What kept an answer from coming, in words for a person. Pure."""

from typing import Final
from urllib.parse import urlsplit

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from twisted.internet.error import ConnectError, ConnectionClosed

_FAILURES: Final = (DownloadFailedError, ConnectError, ConnectionClosed)

_WORDS: Final = (
    (DownloadConnectionRefusedError, "connection refused by {}"),
    (CannotResolveHostError, "no address for {}"),
    (DownloadTimeoutError, "no answer in time from {}"),
    (ResponseDataLossError, "answer cut off by {}"),
)


def words_for(error: BaseException, host: str) -> str:
    """Return why nothing came from `host`, on one line.

    >>> words_for(DownloadConnectionRefusedError("Connection was refused"), "www.kabar.test")
    'connection refused by www.kabar.test'
    >>> words_for(ConnectionResetError(104, "Connection reset by peer"), "www.kabar.test")
    'connection to www.kabar.test lost: [Errno 104] Connection reset by peer'
    """
    for kind, words in _WORDS:
        if isinstance(error, kind):
            return words.format(host)
    said = " ".join(str(error).split()) or type(error).__name__
    if "certificate" in said.lower():
        return f"certificate of {host} does not hold"
    return f"connection to {host} lost: {said:.120}"


def reason(error: BaseException, url: str) -> str:
    """Return what became of a request for `url`: the answer that was none, or why none came.

    >>> reason(TimeoutError("late"), "https://www.kabar.test/a")
    'connection to www.kabar.test lost: late'
    """
    response = getattr(error, "response", None)
    if response is not None:
        return f"answered {response.status}"
    if isinstance(error, (OSError, *_FAILURES, *(kind for kind, _ in _WORDS))):
        return words_for(error, urlsplit(url).netloc)
    return str(error) if isinstance(error, IgnoreRequest) else repr(error)
