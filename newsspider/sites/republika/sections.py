"""The sections of Republika (its kanals), as hosts and addresses name them."""

from typing import Final

from newsspider.sites.site import Section

HOME: Final = "https://republika.co.id"

SECTIONS: Final = {
    name: Section(name)
    for name in (
        "news", "nasional", "internasional", "ekonomi", "khazanah", "sport", "ameera", "esgnow",
        "iqra", "rejabar", "rejogja", "ihram",
    )
}  # fmt: skip
"""Sections with text articles, by name; no list is of one section alone."""


def home(section: str) -> str:
    """Return the front page of a section; of the whole site for none, as for "www"."""
    if section == "ihram":
        return "https://ihram.co.id"
    if section in SECTIONS:
        return f"https://{section}.republika.co.id"
    return f"{HOME}/kanal/{section}" if section not in ("", "www") else HOME
