"""Sections of Okezone, each on a host of its own (rows of June 2025, markup of July 2026)."""

from typing import Final

from newsspider.sites.site import Section

SECTIONS: Final = {
    name: Section(name)
    for name in (
        "news", "nasional", "megapolitan", "economy", "women", "lifestyle", "celebrity", "sports",
        "bola", "ototekno", "techno", "muslim", "edukasi", "health",
    )
}  # fmt: skip


def home(section: str) -> str:
    """Return the front page of a section; of the whole site for none."""
    return f"https://{section or 'www'}.okezone.com/"
