"""What a setting has switched off is not imported, and what is switched on is used."""

from typing import Final

import pytest
from scrapy.settings import Settings
from scrapy.utils.misc import load_object

from newsspider import settings as ours
from newsspider.crawl.switched_off import LeaveSwitchedOff

SWITCHED: Final = [
    ("EXTENSIONS", "scrapy.extensions.remote_control.RemoteControl", "REMOTE_CONTROL_ENABLED"),
    ("EXTENSIONS", "scrapy.extensions.telnet.TelnetConsole", "TELNETCONSOLE_ENABLED"),
    (
        "DOWNLOADER_MIDDLEWARES",
        "scrapy.downloadermiddlewares.cookies.CookiesMiddleware",
        "COOKIES_ENABLED",
    ),
]


def used(components: str, given: dict[str, object]) -> set[str]:
    """The paths of the components that Scrapy loads with these settings of a command line."""
    settings = Settings()
    settings.setmodule(ours)
    settings.setdict(given, "cmdline")
    LeaveSwitchedOff().update_settings(settings)
    return set(settings.get_component_priority_dict_with_base(components))


@pytest.mark.parametrize(("components", "path", "switch"), SWITCHED)
def test_only_what_is_switched_on_is_loaded(components: str, path: str, switch: str) -> None:
    as_ever, switched_on = used(components, {}), used(components, {switch: "1"})
    assert switched_on == as_ever | {path}
    assert path not in as_ever
    load_object(path)  # Scrapy still has it where the base settings say


@pytest.mark.parametrize(("components", "path", "switch"), SWITCHED)
def test_what_a_user_names_is_loaded(components: str, path: str, switch: str) -> None:
    assert path in used(components, {components: {path: 450}})
