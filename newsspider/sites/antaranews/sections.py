"""The sections of ANTARA, as its feeds of 2026 name them."""

from typing import Final

from newsspider.sites.site import Section

HOME: Final = "https://www.antaranews.com"

SECTIONS: Final = {
    name: Section(name)
    for name in (
        "politik", "hukum", "metro", "dunia", "ekonomi-finansial", "ekonomi-bisnis",
        "ekonomi-bursa",
    )
}  # fmt: skip
"""Sections with a feed, by name; addresses of articles name none."""


def home(edition: str) -> str:
    """Return the front page of an edition, which has a host of its own ("jabar", "en")."""
    return f"https://{edition}.antaranews.com" if edition else HOME
