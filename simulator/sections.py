"""The kanals of the simulated site: their sub-channels, and how much of the news each carries."""

from collections.abc import Mapping
from typing import Final

SECTIONS: Final[Mapping[str, int]] = {
    "nasional": 18,
    "international": 16,
    "daerah": 14,
    "ekbis": 14,
    "sports": 12,
    "metro": 6,
    "lifestyle": 6,
    "edukasi": 5,
    "kalam": 4,
    "tekno": 3,
    "otomotif": 2,
    "sains": 0,  # has no number in the daily index; `World.unnumbered` gives it articles
}
"""Kanal → articles of a hundred."""

CHANNELS: Final[Mapping[str, Mapping[int, str]]] = {
    "nasional": {12: "Politik", 13: "Hukum", 14: "Hankam", 15: "Sosial"},
    "international": {40: "Asia Pasifik", 41: "Eropa", 42: "Amerika", 43: "Timur Tengah"},
    "daerah": {29: "Cerita Pagi", 174: "Nusantara", 701: "Jawa Barat", 704: "Jawa Timur"},
    "ekbis": {33: "Makro", 34: "Sektor Riil", 178: "Bursa & Finansial", 179: "Properti"},
    "sports": {11: "Bola", 49: "Motorsport", 50: "Tinju", 51: "All Sports"},
    "metro": {170: "Kriminal", 171: "Perkotaan"},
    "lifestyle": {155: "Health", 156: "Travel", 166: "Ragam", 185: "Kuliner"},
    "edukasi": {211: "Kampus", 212: "Sekolah"},
    "kalam": {69: "Tausyiah", 70: "Hikmah"},
    "tekno": {122: "Gadget", 123: "How To", 207: "Telco"},
    "otomotif": {120: "Mobil", 121: "Motor"},
    "sains": {766: "Sains", 767: "Alam", 768: "Antariksa"},
}
"""Kanal → number and name of its sub-channels."""

BY_SHARE: Final = tuple(section for section, share in SECTIONS.items() for _ in range(share))
"""A hundred kanals, each as often as its share."""

UNNUMBERED: Final = next(section for section, share in SECTIONS.items() if not share)
"""The kanal that only the list of all kanals lists by day."""
