"""The layouts that Kompas.com has served, newest first."""

from typing import Final

from newsspider.reading.article.amp_layout import AMP
from newsspider.reading.article.layout import Layout

# The reporters come first, the editor last; an opinion names nobody there.
Y2018_26 = Layout(
    name="2018-26",
    signature=((".read__title",), (".read__content",)),
    headline=(".read__title",),
    date=(".read__time",),
    authors=(
        ".credit-title-name h6:not(:last-child)",
        ".credit-title-name .credit-title-nameEditor:not(:last-child)",
        "#penulis a",
    ),
    body=(".read__content",),
    image=(".photo__wrap", ".cover-photo", ".read__content figure"),
    caption=(".photo__caption", ".cover-photo figcaption"),
    breadcrumbs=(".breadcrumb__wrap",),
    tags=(".tag__article__wrap a",),
    noise=(".photo__caption", ".video-box-wrap", ".kcm-track"),
)
OTOMOTIF_2015_16 = Layout(
    name="2015-16-otomotif",
    signature=((".baca-content", ".div-read"),),
    headline=(".baca-content h1",),
    date=(".baca-content .kcm-date", ".kcm-date"),
    authors=(".penulis-editor tr:first-child td:last-child",),
    body=(".div-read",),
    image=(".baca-content .photo",),
    tags=(".tag-article a",),
)
Y2015_16 = Layout(
    name="2015-16",
    signature=((".kcm-read-text",),),
    headline=(".kcm-read-top h2",),
    date=(".kcm-read-top .msmall", ".kcm-read-top .kcm-date"),
    authors=(".kcm-read-copy tr:first-child td:last-child",),
    body=(".kcm-read-text",),
    image=(".kcm-read-top .photo", ".kcm-read .photo"),
    breadcrumbs=(".kcm-breadcrumb",),
    tags=(".kcm-read-tag a",),
)
LAYOUTS: Final = (Y2018_26, OTOMOTIF_2015_16, Y2015_16, AMP)
