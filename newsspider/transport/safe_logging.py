"""Log lines that only we can write: hostile text cannot end a line or drive a terminal."""

import logging
import re
import traceback
from typing import TYPE_CHECKING, Any, Final

from newsspider.redaction import redacted_text

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

# C0 and C1 controls but the newline, line and paragraph separators, and what turns the direction
# of writing: all that moves what is seen away from where it stands.
_CONTROL: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

# Their messages are laid out by pprint, which has escaped the values already.
_LAID_OUT: Final = frozenset(
    {
        "scrapy.addons",
        "scrapy.core.scraper",
        "scrapy.crawler",
        "scrapy.middleware",
        "scrapy.statscollectors",
        "scrapy.utils.log",
    }
)

_OF_ITSELF: Final = (
    "scrapy.addons",
    "scrapy.crawler",
    "scrapy.extensions.memusage",
    "scrapy.middleware",
    "scrapy.statscollectors",
)


def visible(text: str) -> str:
    r"""Return `text` with control characters spelt out, newlines left.

    >>> visible("a\x1b[31m\u202eb")
    'a\\x1b[31m\\u202eb'
    """
    return _CONTROL.sub(lambda found: ascii(found[0])[1:-1], text)


def one_line(text: str) -> str:
    r"""Return `visible` on one line.

    >>> one_line("a\r\n2026-01-01 [root] ERROR: forged")
    'a\\r\\n2026-01-01 [root] ERROR: forged'
    """
    return visible(text).replace("\n", "\\n")


class OneLineRecord(logging.LogRecord):
    """A record whose message is one line; tracebacks and tables go on indented, so that nothing
    in them starts where a record starts."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.exc_info and self.exc_info[1]:
            lines = "".join(traceback.format_exception(self.exc_info[1]))
            self.exc_text = _indented(visible(lines.rstrip("\n")), first=True)

    def getMessage(self) -> str:
        message = super().getMessage()
        if self.name in _LAID_OUT:
            return _indented(visible(redacted_text(message)))
        return one_line(message)


def _indented(text: str, *, first: bool = False) -> str:
    return ("    " if first else "") + text.replace("\n", "\n    ")


def _keep_short(level: str) -> None:
    """Leave what Scrapy says of itself at every start and end to a log of DEBUG.

    The counts that it dumps, and the settings that were given, stand in the manifest of the run.
    """
    if level != "DEBUG":
        for name in _OF_ITSELF:
            logging.getLogger(name).setLevel(logging.WARNING)


class SafeLogging:
    """Add-on: every record of this process is a `OneLineRecord`, whoever logs it."""

    def update_settings(self, settings: "BaseSettings") -> None:
        """Called early, before anything of the site is logged."""
        logging.setLogRecordFactory(OneLineRecord)
        _keep_short(settings["LOG_LEVEL"])
