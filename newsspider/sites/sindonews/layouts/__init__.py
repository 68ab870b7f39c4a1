"""The layouts that SINDOnews has served, newest first."""

from typing import Final

from newsspider.sites.sindonews.layouts import (
    newsread,
    regional_2018_20,
    y2014_17,
    y2018_21,
    y2021_24,
    y2025_26,
)

LAYOUTS: Final = (
    newsread.LAYOUT,
    y2025_26.LAYOUT,
    y2021_24.LAYOUT,
    regional_2018_20.LAYOUT,
    y2018_21.LAYOUT,
    y2014_17.LAYOUT,
)
