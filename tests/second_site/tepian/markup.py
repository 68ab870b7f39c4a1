"""How Kabar Tepian sets its articles: one layout, in tables."""

import re
from datetime import timedelta, timezone
from typing import Final

from newsspider.reading.article.layout import Layout
from newsspider.reading.article.site_markup import Paging, Publisher, SiteMarkup
from newsspider.reading.lists.list_markup import IndexMarkup
from tests.second_site.tepian.addresses import HOST, parse

ZONE: Final = timezone(timedelta(hours=8), "WITA")
MARKUP: Final = SiteMarkup(
    site="tepian",
    address=parse,
    layouts=(
        Layout(
            name="berita",
            signature=(("article.berita > h1.judul",),),
            headline=("article.berita > h1.judul",),
            date=(".berita .tanggal",),
            authors=(".berita .penulis",),
            body=(".berita .isi",),
        ),
    ),
    publisher=Publisher(own=r"kabar\s+tepian", alone=r"kabar\s+tepian"),
    front=lambda section: f"https://{HOST}/{section}",
    paging=Paging(leads_on=re.compile(r"[?&]hal=\d{1,2}(?:&|$)")),
)
INDEX_MARKUP: Final = IndexMarkup(address=parse, zone=ZONE)
