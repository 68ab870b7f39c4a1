"""The sections of Media Indonesia (its kanals), as its menu of January 2026 names them."""

from typing import Final

from newsspider.sites.site import Section

HOME: Final = "https://mediaindonesia.com"

SECTIONS: Final = {
    name: Section(name)
    for name in (
        "politik-dan-hukum", "ekonomi", "humaniora", "megapolitan", "nusantara", "internasional",
        "olahraga", "sepak-bola", "otomotif", "teknologi", "hiburan", "travel", "kuliner",
        "fashion", "jabar", "opini", "kolom-pakar",
    )
}  # fmt: skip
"""Sections with text articles, by name."""


def home(section: str) -> str:
    """Return the front page of a section; of the whole site for none."""
    return f"{HOME}/{section}" if section else HOME
