"""The layout of accelerated mobile pages (AMP), which most sites set with plain tags.

A site lists it behind its own layouts, whose classes many such pages keep.
"""

from typing import Final

from newsspider.reading.article.generic_layout import GENERIC
from newsspider.reading.article.layout import Layout

AMP: Final = Layout(
    name="amp",
    signature=(("html[amp]",), ("html[⚡]",)),
    headline=("article h1", "main h1", "h1"),
    date=("article time", "main time", "time", *GENERIC.date),
    authors=GENERIC.authors,
    body=(*GENERIC.body, ".amp-content", "article .content", "#content", "article", "main"),
    image=("article figure", "main figure", "figure", "amp-img"),
    caption=GENERIC.caption,
    breadcrumbs=GENERIC.breadcrumbs,
    tags=GENERIC.tags,
)
