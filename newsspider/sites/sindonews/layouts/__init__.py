"""The layouts that SINDOnews has served, newest first, and how a page is told to be in one."""

from typing import Final

from newsspider.reading.page import Page
from newsspider.sites.sindonews.layouts import (
    generic,
    newsread,
    regional_2018_20,
    y2014_17,
    y2018_21,
    y2021_24,
    y2025_26,
)
from newsspider.sites.sindonews.layouts.layout import Layout

__all__ = ["GENERIC", "LAYOUTS", "Layout", "recognise"]

GENERIC: Final = generic.LAYOUT
LAYOUTS: Final = (
    newsread.LAYOUT,
    y2025_26.LAYOUT,
    y2021_24.LAYOUT,
    regional_2018_20.LAYOUT,
    y2018_21.LAYOUT,
    y2014_17.LAYOUT,
)


def recognise(page: Page) -> Layout:
    """The layout of a page, by what is on it."""
    for layout in LAYOUTS:
        if any(all(map(page.elements, group)) for group in layout.signature):
            return layout
    return GENERIC
