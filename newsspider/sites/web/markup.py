"""What is taken to hold of the pages of any news site: no layout, and the names of no house."""

import re
from typing import Final

from newsspider.reading.article.site_markup import Paging, Publisher, SiteMarkup, TextMarkup
from newsspider.reading.body.common_noise import ASIDES, CLOSING, NOISE
from newsspider.sites.web.addresses import parse

_NAME_OF_A_HOST: Final = r"[\w-]{2,30}(?:\.[a-z]{2,7}){1,2}"
MARKUP: Final = SiteMarkup(
    site="web",
    address=parse,
    layouts=(),
    publisher=Publisher(own=_NAME_OF_A_HOST, alone=_NAME_OF_A_HOST),
    front=lambda section: "",
    text=TextMarkup(noise=NOISE, asides=ASIDES, closing=CLOSING),
    paging=Paging(
        leads_on=re.compile(
            r"[?&](?:page|hal(?:aman)?|paged)=(?:[2-9]|\d\d|all)\b|/page/[2-9]/?\Z"
        ),
        words=("page=", "hal=", "halaman=", "paged=", "/page/"),
    ),
)
