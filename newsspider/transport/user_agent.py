"""The User-Agent: who crawls, and how the site's owner reaches the person behind it."""

import logging
from typing import TYPE_CHECKING

from scrapy.settings import SETTINGS_PRIORITIES

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

logger = logging.getLogger(__name__)


class ContactAddon:
    """Add-on: puts CONTACT into the User-Agent, unless one was given on the command line."""

    def update_settings(self, settings: "BaseSettings") -> None:
        """Sets above project priority, since add-ons rank below what settings.py says."""
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
