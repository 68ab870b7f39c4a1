"""Sections of Merdeka.com with text articles, each a folder (pages of 2021, lists of 2026)."""

from typing import Final

from newsspider.sites.site import Section

HOME: Final = "https://www.merdeka.com"
SECTIONS: Final = {
    name: Section(name)
    for name in (
        "peristiwa", "politik", "uang", "dunia", "trending", "gaya", "jateng", "jabar", "jatim",
        "sumut",
    )
}  # fmt: skip


def front(section: str) -> str:
    """Return the front page of a section; of the whole site for none."""
    return f"{HOME}/{section}"
