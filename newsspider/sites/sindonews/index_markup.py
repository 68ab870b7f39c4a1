"""How SINDOnews draws its lists: the daily index of 2018-25 and of 2025-26, and search results."""

import re
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.lists.list_markup import IndexMarkup
from newsspider.sites.sindonews.addresses import parse

INDEX_MARKUP: Final = IndexMarkup(
    address=parse,
    zone=WIB,
    containers=re.compile(
        r"(?:^|\s)(?:list-article|warp-article|indeks-(?:news|rows|title)|news-search)(?:\s|$)"
    ),
    asides=re.compile(
        r"(?:^|\s)(?:nav-(?:kanal|more|side|download-apps|portal-ception)|warp-list-"
        r"(?:terpopuler|berita-terkait|detail-artikel-komersial|detail-berita-lain))(?:\s|$)",
        re.IGNORECASE,
    ),
    nothing_found="Silahkan masukkan kata kunci yang lain",
)
