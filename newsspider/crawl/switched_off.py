"""Components of Scrapy's that a setting has switched off, and that are dear to import all the same.

Scrapy imports every component of its own, and asks each whether it is wanted.
"""

from typing import Final

from scrapy.settings import BaseSettings

_SWITCHES: Final = {
    "EXTENSIONS_BASE": {
        "scrapy.extensions.remote_control.RemoteControl": "REMOTE_CONTROL_ENABLED",  # aiohttp
        "scrapy.extensions.telnet.TelnetConsole": "TELNETCONSOLE_ENABLED",  # twisted.conch
    },
    "DOWNLOADER_MIDDLEWARES_BASE": {
        "scrapy.downloadermiddlewares.cookies.CookiesMiddleware": "COOKIES_ENABLED",  # requests
    },
}


def switched_off(settings: BaseSettings) -> frozenset[str]:
    """Return the paths of the components that are not wanted, and need not be imported."""
    return frozenset(
        path
        for switches in _SWITCHES.values()
        for path, switch in switches.items()
        if not settings.getbool(switch)
    )


class LeaveSwitchedOff:
    """Add-on: takes from Scrapy's own components those that their settings have switched off.

    From its base settings, since a component that stands in `EXTENSIONS` is imported even where its
    order is None. One that is switched on again is used as ever.
    """

    def update_settings(self, settings: BaseSettings) -> None:
        """Called before any component is loaded."""
        off = switched_off(settings)
        for name in _SWITCHES:
            kept = {path: at for path, at in settings.getdict(name).items() if path not in off}
            settings.set(name, kept, "addon")
