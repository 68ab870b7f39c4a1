"""How Kompas.com sets its articles and its lists, in tables."""

import re
from typing import Final

from newsspider.dates import WIB
from newsspider.reading.article.site_markup import (
    ImageMarkup,
    ListMarkup,
    Paging,
    Publisher,
    SiteMarkup,
    TextMarkup,
)
from newsspider.reading.body import common_noise
from newsspider.reading.lists.list_markup import IndexMarkup
from newsspider.sites.kompas.addresses import PAGES, parse
from newsspider.sites.kompas.layouts import LAYOUTS
from newsspider.sites.kompas.sections import front

_PUBLISHER: Final = Publisher(
    bylines=frozenset(("kompas", "kompas.com", "kompas cyber media", "kompascom")),
    own=r"kompas(?:\.com|\s?otomotif|\s?tekno|\s?female|\s?health|\s?travel|\s?bola|\.id|\.tv)?",
    alone=r"kompas\.com",
    title_suffix=re.compile(
        r"(?:\s+halaman\s+(?:all|\d+))?\s+-\s+kompas\.com(?:\s+\w+)?\s*\Z", re.IGNORECASE
    ),
)
_TEXT: Final = TextMarkup(
    noise=common_noise.NOISE
    | {
        "premium_div", "flying_carpet_div", "native-wrap", "video-box-wrap", "ads-on-body",
        "kcm-track", "kgnw-player", "kgnowGate", "gate-kgplus", "read__paging", "kcm-read-copy",
        "penulis-editor", "social__share",
    },
    noise_prefixes=("kcm__", "div-gpt-ad", "gpt-", "ads-"),
    noise_ids=frozenset(("kgmModal-onetap",)),
    asides=common_noise.ASIDES
    | {"aTerkait", "kcm-read-terkait", "berita-terkait-content", "inject-baca-juga"},
    aside_prefixes=("inject-baca-juga", "kompasidRec"),
    promotion=re.compile(
        r"simak breaking news dan berita pilihan.*"
        r"|dapatkan update berita pilihan.*|(?:penulis|editor)\s*:.{2,80}",
        re.IGNORECASE | re.DOTALL,
    ),
    promotion_starts=("simak", "dapatkan", "penulis", "editor"),
)  # fmt: skip
MARKUP: Final = SiteMarkup(
    site="kompas",
    address=parse,
    layouts=LAYOUTS,
    publisher=_PUBLISHER,
    front=front,
    text=_TEXT,
    image=ImageMarkup(
        captions=frozenset(("photo__caption",)),
        captioned=frozenset(("photo",)),
        credits=frozenset(("pb_10",)),
    ),
    lists=ListMarkup(
        boxes={"related": (".kcm-read-terkait", ".berita-terkait-content", ".aTerkait")},
        no_story=re.compile(r"kompas\.com/?(?:\?|#|\Z)|kompas\.com/tag/"),
    ),
    paging=Paging(leads_on=PAGES.leads_on),
    gates=(".gate-kgplus", ".kgnowGate"),
)
INDEX_MARKUP: Final = IndexMarkup(
    address=parse,
    zone=WIB,
    containers=re.compile(
        r"(?:^|\s)(?:article__list|articleList|articleItem|kcm-main-list|latest--indeks)(?:\s|$)"
    ),
)
