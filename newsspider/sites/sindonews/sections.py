"""The kanals (sections, each a sub-domain) of SINDOnews, and the sub-channels they are cut into.

Names, numbers and years are those seen in addresses, menus and the `<select>` of the daily index,
2013-2026. A kanal that left the menu keeps its line: its articles are still read.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Section:
    """One kanal.

    `cid` is the number that the daily index, `/more/` and the search know it by (None: never
    seen); `since` and `until` are the years in which it carried new articles, as far as seen.
    """

    name: str
    index_number: int | None
    since: int
    until: int | None = None

    @property
    def host(self) -> str:
        """Host name of its front page and articles."""
        return f"{self.name}.sindonews.com"


_ALL: Final = (
    Section("nasional", 5, 2012),
    Section("metro", 6, 2012),  # left the menu of the index by July 2026; feed and sitemap stay
    Section("daerah", 7, 2012),
    Section("ekbis", 8, 2012),
    Section("international", 9, 2012),
    Section("sports", 10, 2012),
    Section("kalam", 67, 2020),
    Section("edukasi", 144, 2020),
    Section("lifestyle", 154, 2012),
    Section("otomotif", 611, 2020),
    Section("tekno", 612, 2020),
    Section("sains", None, 2020, 2025),
    Section("gensindo", None, 2020, 2025),
    Section("soccer", None, 2012, 2020),
    Section("autotekno", None, 2014, 2020),
    Section("informasia", None, 2018, 2020),
)

SECTIONS: Final = {section.name: section for section in _ALL}
"""Kanals with text articles, by name."""

ALL_SECTIONS: Final = 0
"""The `cid` that means every kanal at once."""

REGIONS: Final = frozenset({"jatim", "jateng", "jabar", "makassar", "sumut", "sumsel"})
"""Regional sub-domains of 2018-2020, which counted their articles from 1, each for itself."""

LEGACY_ONLY: Final = frozenset({"soccer", "autotekno", "informasia"})
"""Kanals closed before the numbers started again: whatever they carry is of the old CMS."""

PENA_ONLY: Final = frozenset({"otomotif", "tekno", "sains", "edukasi", "gensindo"})
"""Kanals opened with or after the new CMS."""

NATIVE_ADVERTISING: Final = frozenset({776, 778})
"""Sub-channels that hold advertising written like news ("Native Ads Sindonews")."""

_SUBCHANNELS: Final = {
    "nasional": (12, 13, 14, 15),
    "metro": (170, 171),
    "daerah": (21, 22, 29, 31, 174, 193, 701, 704, 707, 713, 720),
    "ekbis": (32, 33, 34, 38, 178, 179),
    "international": (40, 41, 42, 43, 45, 46),
    "sports": (11, 49, 50, 51),
    "soccer": (54, 58),
    "kalam": (69, 70),
    "autotekno": (120, 124, 133),
    "tekno": (122, 123, 207, 776),
    "lifestyle": (155, 156, 158, 159, 166, 185, 186, 187, 600),
    "edukasi": (211, 212),
    "sains": (766, 767, 768),
    "gensindo": (700,),
    "otomotif": (778,),
}

SECTION_OF_CHANNEL: Final = {
    channel: section for section, channels in _SUBCHANNELS.items() for channel in channels
}
"""Kanal of a sub-channel number, for addresses whose host is no kanal (`www.sindonews.com`)."""

SUBSECTIONS: Final = frozenset({
    "politik", "hukum", "hankam", "sosial", "makro", "sektor-riil", "bursa-finansial", "properti",
    "bola", "motorsport", "tinju", "amerika", "eropa", "fokus", "timurtengah", "timur-tengah",
    "asiapasifik", "asia-pasifik", "hikmah", "kampus", "sekolah", "nusantara", "perkotaan",
    "kriminal", "gadget", "telco", "health", "travel", "kuliner", "fashion",
})  # fmt: skip
"""Paths of sub-section fronts, `nasional.sindonews.com/politik` (2026)."""
