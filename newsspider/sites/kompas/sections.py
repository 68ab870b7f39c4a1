"""Sections of Kompas.com, as its index names them (`?site=`, 2018-2026)."""

from typing import Final

from newsspider.sites.site import Section

SECTIONS: Final = {
    name: Section(name)
    for name in (
        "nasional", "megapolitan", "regional", "global", "tren", "health", "food", "edukasi",
        "money", "umkm", "tekno", "lifestyle", "homey", "properti", "bola", "travel", "otomotif",
        "sains", "hype", "skola",
    )
}  # fmt: skip
LISTED_UNDER: Final = {"internasional": "global", "ekonomi": "money", "entertainment": "hype"}
"""Sections of older addresses, and the one of the index that has them."""

_ON_WWW: Final = frozenset(("global", "hype", "tren"))


def front(section: str) -> str:
    """Return the address of a section's front page: most have a host, the newest ones a path."""
    if section in _ON_WWW:
        return f"https://www.kompas.com/{section}"
    return f"https://{section or 'www'}.kompas.com/"
