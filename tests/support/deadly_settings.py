"""The settings of the package, with the spider of the deadly site."""

from newsspider.settings import *  # noqa: F403

SPIDER_MODULES = ["tests.support.deadly_site"]
