"""The editions of ANTARA: addresses of articles name no section but the edition."""

from typing import Final

from newsspider.sites.site import Section

SECTIONS: Final = {"www": Section("www")}
"""The national edition; articles of all others are read where their addresses are given."""


def home(edition: str) -> str:
    """Return the front page of an edition, which has a host of its own ("jabar", "en")."""
    return f"https://{edition or 'www'}.antaranews.com"
