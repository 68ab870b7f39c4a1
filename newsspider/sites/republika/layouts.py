"""The layouts of Republika, newest first."""

from typing import Final

from newsspider.reading.article.amp_layout import AMP
from newsspider.reading.article.layout import Layout

LAYOUTS: Final = (
    Layout(
        name="2023-26",
        signature=((".max-card__title",), (".date-item__headline",), (".article-content article",)),
        headline=(".max-card__title h1", "h1"),
        date=(".date.date-item__headline", ".date-item__headline"),
        body=(".article-content article", ".article-content", ".content-read"),
        image=(".max-card__image", ".article-content figure", ".max-card figure"),
        caption=(".caption-img", ".source-img"),
        breadcrumbs=(".breadcrumb",),
        tags=(".tags a", ".tag a", ".list-tag a"),
    ),
    Layout(
        name="2019-22",
        signature=((".wrap_detail", ".date_detail"), ("div.artikel", ".date_detail")),
        headline=(".wrap_detail h1", "h1"),
        date=(".date_detail p", ".date_detail"),
        authors=(".wrap_detail .by", ".red"),
        body=("div.artikel",),
        image=(".img_detail",),
        caption=(".img_set_teaser_left p", ".img_set_teaser_left"),
        breadcrumbs=(".breadcrumb",),
        tags=(".tagging a", ".tag a"),
    ),
    Layout(
        name="2014-16",
        signature=((".jdl-detail",), (".content-detail", ".date-detail")),
        headline=(".jdl-detail h2", ".jdl-detail h1"),
        date=(".date-detail",),
        authors=(".red",),
        body=(".content-detail",),
        image=(".img-detail", ".content-detail figure"),
        caption=(".caption",),
        breadcrumbs=(".breadcome", ".breadcrumb"),
        tags=(".tagging a", ".tag a"),
    ),
    Layout(
        name="2017",
        signature=((".teaser.global-detail",), (".h5.global-detail",)),
        headline=(".h5.global-detail", ".wrap-title h1"),
        date=(".date-detail.global-detail", ".date-detail"),
        authors=(".set-sosmed .red",),
        body=(".teaser.global-detail",),
        image=(".img-detail .img-set", ".img-detail"),
        caption=(".set-cp .caption",),
        breadcrumbs=(".breadcome",),
        tags=(".tagging a",),
    ),
    AMP,
)
