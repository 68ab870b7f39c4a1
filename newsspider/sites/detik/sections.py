"""The sections of detikcom (its kanals) and where each has its front page, as menus of 2023 name
them."""

from typing import Final

from newsspider.sites.site import Section

_HOSTS: Final = (
    "news", "finance", "inet", "sport", "oto", "travel", "hot", "health", "food", "wolipop",
)  # fmt: skip
_FOLDERS: Final = (
    "edu", "hikmah", "properti", "jabar", "jatim", "jateng", "jogja", "sumut", "sumbagsel", "bali",
    "sulsel",
)  # fmt: skip

SECTIONS: Final = {name: Section(name) for name in (*_HOSTS, *_FOLDERS)}
"""Sections with text articles, by name: those with a host of their own, then folders of `www`."""


def home(section: str) -> str:
    """Return the front page of a section; of the whole site for none.

    >>> home("inet"), home("jabar"), home("")
    ('https://inet.detik.com', 'https://www.detik.com/jabar', 'https://www.detik.com')
    """
    if not section:
        return "https://www.detik.com"
    is_folder = section in _FOLDERS
    return f"https://www.detik.com/{section}" if is_folder else f"https://{section}.detik.com"
