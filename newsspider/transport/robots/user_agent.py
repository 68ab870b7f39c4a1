"""The User-Agent: who crawls, and how the site's owner reaches the person behind it."""

import logging
import re
from typing import TYPE_CHECKING, Final

from scrapy.settings import SETTINGS_PRIORITIES

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)

_ADDRESS: Final = re.compile(r"\S*://\S*|\S+@\S+")
_FIRST: Final = re.compile(r"\s*([\w-]+)")
_PRODUCT: Final = re.compile(r"(?<![\w.:/-])([\w-]+)/|\bcompatible;\s*([\w-]+)", re.ASCII)
_BROWSERS: Final = frozenset({"mozilla", "applewebkit", "gecko", "chrome", "safari", "version"})


def product_tokens(user_agent: str) -> frozenset[str]:
    """Return the names, lower case, by which a robots.txt may address who sends `user_agent`.

    The product token is part of what is sent (RFC 9309 section 2.2.1). Where there are others,
    those of browsers, which every crawler may repeat, are none.

    >>> sorted(product_tokens("Mozilla/5.0 (compatible; mybot/1.0; +https://mybot.example/about)"))
    ['mybot']
    >>> sorted(product_tokens("newsspider/0.1 (+you@example.org)"))
    ['newsspider']
    """
    text = _ADDRESS.sub(" ", user_agent)
    found = {name.lower() for pair in _PRODUCT.findall(text) for name in pair if name}
    if first := _FIRST.match(text):
        found.add(first[1].lower())
    return frozenset(found - _BROWSERS or found)


class ContactAddon:
    """Add-on: puts CONTACT into the User-Agent, unless one was given on the command line."""

    def update_settings(self, settings: "BaseSettings") -> None:
        """Set above project priority, since add-ons rank below what settings.py says."""
        priority = settings.getpriority("USER_AGENT") or 0
        if priority > SETTINGS_PRIORITIES["project"]:
            return
        contact = " ".join(str(settings["CONTACT"] or "").split())
        if contact:
            settings.set("USER_AGENT", f"{settings['USER_AGENT']} (+{contact})", "cmdline")
        elif not (settings["REPLAY_DIR"] or settings["CONNECT_TO"]):
            logger.warning(
                "CONTACT is not set: give the site's owner a way to reach you, "
                "-s CONTACT=you@example.org or a page that says who crawls"
            )
