"""The settings that keep the crawl within bounds, and the words of Scrapy that we rely on."""

import inspect
from typing import Final

import pytest
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.core.engine import ExecutionEngine, _Slot
from scrapy.settings import Settings
from scrapy.utils.misc import load_object

from newsspider import settings as ours


@pytest.fixture
def settings() -> Settings:
    loaded = Settings()
    loaded.setmodule(ours)
    return loaded


PATHS: Final = ["ADDONS", "DOWNLOADER_MIDDLEWARES", "EXTENSIONS", "DOWNLOAD_HANDLERS"]


@pytest.mark.parametrize("name", PATHS)
def test_every_component_named_can_be_loaded(settings: Settings, name: str) -> None:
    named = settings.getdict(name)
    if name == "DOWNLOAD_HANDLERS":
        assert all(load_object(path) for path in named.values() if path)
    else:
        assert all(load_object(path) for path in named)


@pytest.mark.parametrize("name", PATHS[:3])
def test_components_stand_in_their_order(settings: Settings, name: str) -> None:
    order = [place for place in settings.getdict(name).values() if place is not None]
    assert order == sorted(order)


@pytest.mark.parametrize(
    "name",
    ["REMOTE_CONTROL_ENABLED", "TELNETCONSOLE_ENABLED", "COOKIES_ENABLED", "METAREFRESH_ENABLED"],
)
def test_what_opens_ports_or_follows_pages_is_off(settings: Settings, name: str) -> None:
    assert not settings.getbool(name)


def test_only_the_web_is_fetched_from(settings: Settings) -> None:
    handlers = settings.getwithbase("DOWNLOAD_HANDLERS")
    assert {scheme for scheme, handler in handlers.items() if handler} == {"http", "https"}


def test_certificates_are_checked_and_robots_obeyed(settings: Settings) -> None:
    assert settings.getbool("DOWNLOAD_VERIFY_CERTIFICATES")
    assert settings.getbool("ROBOTSTXT_OBEY")
    assert not settings.getbool("AUTOTHROTTLE_ENABLED")


def test_scrapy_still_has_the_names_that_pace_asks_for() -> None:
    """Private ones: whether the engine is closing, and the pool of connections."""
    assert "self._slot" in inspect.getsource(ExecutionEngine.__init__)
    assert "closing" in _Slot.__init__.__code__.co_names
    assert "self._pool" in inspect.getsource(HTTP11DownloadHandler.__init__)
