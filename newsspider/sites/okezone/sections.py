"""Sections of Okezone, each on a host of its own, with the numbers of their feeds (July 2026)."""

from typing import Final

from newsspider.sites.site import Section

CHANNELS: Final = {
    "news": 1, "sports": 2, "economy": 11, "women": 12, "celebrity": 13, "bola": 14,
    "muslim": 613, "edukasi": 623, "ototekno": 630,
}  # fmt: skip
SECTIONS: Final = {name: Section(name) for name in CHANNELS}
LISTED_UNDER: Final = {
    "nasional": "news", "megapolitan": "news", "lifestyle": "women", "health": "women",
    "techno": "ototekno",
}  # fmt: skip
"""Hosts of articles of other years, and the section whose index has their articles now."""


def home(section: str) -> str:
    """Return the front page of a section; of the whole site for none."""
    return f"https://{section or 'www'}.okezone.com/"
