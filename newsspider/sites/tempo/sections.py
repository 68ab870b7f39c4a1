"""The sections of Tempo (its kanals), as the feeds of 2025 and the hosts of 2017-24 name them."""

from typing import Final

from newsspider.sites.site import Section

HOME: Final = "https://www.tempo.co"

_HOSTS: Final = frozenset(("en", "majalah", "magz", "koran", "newsletter"))

SECTIONS: Final = {
    name: Section(name)
    for name in (
        "nasional", "bisnis", "metro", "dunia", "hukum", "politik", "ekonomi", "tekno", "gaya",
        "seleb", "bola", "travel", "cekfakta",
    )
}  # fmt: skip
"""Sections with text articles, by name."""


def home(section: str) -> str:
    """Return the front page of a section; of the whole site for none."""
    if section in _HOSTS:
        return f"https://{section}.tempo.co"
    return f"{HOME}/{section}" if section else HOME
