"""What a failed request says: whose fault it was, and why."""

from typing import Final

from scrapy.exceptions import IgnoreRequest
from twisted.python.failure import Failure

from newsspider.transport.causes import reason
from newsspider.transport.pace.pacing import Stopping
from newsspider.transport.robots.disallowed import Disallowed

GONE: Final = (404, 410)
REFUSED: Final = (401, 403, 429)

# What no network raises: a middleware of ours did, and Scrapy brings it here like a failed request.
_BUGS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NameError,
    TypeError,
)


def reason_of(failure: Failure) -> str:
    """Return where a request failed and why, on one line."""
    request = getattr(failure, "request", None)
    where = request.url if request is not None else "?"
    assert failure.value is not None
    return f"{where}: {reason(failure.value, where)}"


def fate_of(failure: Failure) -> str:
    """Return what became of a request in one word: `left` to the next run, `disallowed`, `failed`.

    `left` is what was not requested because the crawl is ending, which is said once, not each time.
    """
    if isinstance(failure.value, Stopping):
        return "left"
    return "disallowed" if isinstance(failure.value, Disallowed) else "failed"


def is_bug(failure: Failure) -> bool:
    """Tell whether only a mistake of ours raises such a thing."""
    return isinstance(failure.value, _BUGS)


def is_refusal(failure: Failure) -> bool:
    """Tell whether the site or its robots.txt keeps a page from us."""
    if isinstance(failure.value, Stopping):
        return False
    response = getattr(failure.value, "response", None)
    if response is None:
        return isinstance(failure.value, IgnoreRequest)
    return response.status in REFUSED
