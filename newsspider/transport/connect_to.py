"""CONNECT_TO: one server on this machine answers for every host, as curl's --connect-to does."""

from typing import TYPE_CHECKING

from newsspider.errors import BadArgument
from newsspider.transport.url_policy import server

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


class ConnectTo:
    """Add-on: where CONNECT_TO is set, every request goes there over plain HTTP."""

    def update_settings(self, settings: "BaseSettings") -> None:
        """Set with the priority of the command line: add-ons rank below what settings.py says.

        Raises `BadArgument` for a value that is no host and port.
        """
        if not settings["CONNECT_TO"]:
            return
        try:
            server(settings["CONNECT_TO"])
        except ValueError as problem:
            raise BadArgument(f"CONNECT_TO: {problem}") from None
        handler = "newsspider.transport.handlers.ConnectToHandler"
        handlers = settings.getdict("DOWNLOAD_HANDLERS") | {"http": handler, "https": handler}
        settings.set("DOWNLOAD_HANDLERS", handlers, "cmdline")
