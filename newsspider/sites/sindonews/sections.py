"""The sections of SINDOnews (its kanals, each a sub-domain), and their sub-channels.

Names and numbers are those seen in addresses, menus and the `<select>` of the daily index,
2013-2026. A section that left the menu keeps its line: its articles are still read.
"""

from dataclasses import dataclass
from typing import Final

from newsspider.sites.site import Section


@dataclass(frozen=True, slots=True)
class SindonewsSection(Section):
    """A section, with the number that the daily index, `/more/` and the search know it by.

    `index_number` is None where none was ever seen: only the index of all sections lists those.
    """

    index_number: int | None = None

    @property
    def host(self) -> str:
        """Return the host name of its front page and articles."""
        return f"{self.name}.sindonews.com"


_ALL: Final = (
    SindonewsSection("nasional", index_number=5),
    SindonewsSection("metro", index_number=6),  # not in its menu by July 2026
    SindonewsSection("daerah", index_number=7),
    SindonewsSection("ekbis", index_number=8),
    SindonewsSection("international", index_number=9),
    SindonewsSection("sports", index_number=10),
    SindonewsSection("kalam", index_number=67),
    SindonewsSection("edukasi", index_number=144),
    SindonewsSection("lifestyle", index_number=154),
    SindonewsSection("otomotif", index_number=611),
    SindonewsSection("tekno", index_number=612),
    SindonewsSection("sains"),
    SindonewsSection("gensindo"),
    SindonewsSection("soccer"),
    SindonewsSection("autotekno"),
    SindonewsSection("informasia"),
)

SECTIONS: Final = {section.name: section for section in _ALL}
"""Sections with text articles, by name."""

ALL_SECTIONS: Final = 0
"""The `index_number` that means every section at once."""

REGIONS: Final = frozenset({"jatim", "jateng", "jabar", "makassar", "sumut", "sumsel"})
"""Regional sub-domains of 2018-2020, which counted their articles from 1, each for itself."""

LEGACY_ONLY: Final = frozenset({"soccer", "autotekno", "informasia"})
"""Sections closed before the numbers started again: whatever they carry is of the old CMS."""

PENA_ONLY: Final = frozenset({"otomotif", "tekno", "sains", "edukasi", "gensindo"})
"""Sections opened with or after the new CMS."""

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
"""Section of a sub-channel number, for addresses whose host is none (`www.sindonews.com`)."""

SUBSECTIONS: Final = frozenset({
    "politik", "hukum", "hankam", "sosial", "makro", "sektor-riil", "bursa-finansial", "properti",
    "bola", "motorsport", "tinju", "amerika", "eropa", "fokus", "timurtengah", "timur-tengah",
    "asiapasifik", "asia-pasifik", "hikmah", "kampus", "sekolah", "nusantara", "perkotaan",
    "kriminal", "gadget", "telco", "health", "travel", "kuliner", "fashion",
})  # fmt: skip
"""Paths of sub-section fronts, `nasional.sindonews.com/politik` (2026)."""
