"""Finds spiders by the names of their modules, so that a crawl of one site imports no other."""

import builtins
from importlib import import_module
from pkgutil import iter_modules
from typing import Final, Self

from scrapy import Request, Spider
from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoader
from scrapy.utils.spider import iter_spider_classes

_OURS: Final = "newsspider.spiders"


class SpidersByName:
    """Scrapy's spider loader (`SPIDER_LOADER_CLASS`), but for the package of our own spiders.

    There a module has the name of its spider, so that only the one which is asked for is imported.
    Those of other packages in SPIDER_MODULES are found as Scrapy does.
    """

    def __init__(self, settings: BaseSettings) -> None:
        packages = settings.getlist("SPIDER_MODULES")
        self._own = _modules_of(_OURS) if _OURS in packages else []
        others = {
            "SPIDER_MODULES": [package for package in packages if package != _OURS],
            "SPIDER_LOADER_WARN_ONLY": settings["SPIDER_LOADER_WARN_ONLY"],
        }
        self._others = SpiderLoader.from_settings(BaseSettings(others))

    @classmethod
    def from_settings(cls, settings: BaseSettings) -> Self:
        """Build the loader."""
        return cls(settings)

    def load(self, spider_name: str) -> type[Spider]:
        """Return the spider of a name; raises `KeyError` where there is none."""
        if spider_name not in self._own:
            return self._others.load(spider_name)
        module = import_module(f"{_OURS}.{spider_name}")
        return next(each for each in iter_spider_classes(module) if each.name == spider_name)

    def list(self) -> list[str]:
        """Return the names of all spiders."""
        return [*self._own, *self._others.list()]

    def find_by_request(self, request: Request) -> builtins.list[str]:
        """Return the names of the spiders whose site an address lies on."""
        own = [name for name in self._own if self.load(name).handles_request(request)]
        return [*own, *self._others.find_by_request(request)]


def _modules_of(package: str) -> list[str]:
    return [module.name for module in iter_modules(import_module(package).__path__)]
