"""The project's settings, with the second site's spider among the others."""

from newsspider.settings import *  # noqa: F403

SPIDER_MODULES = ["newsspider.spiders", "tests.second_site.spiders"]
