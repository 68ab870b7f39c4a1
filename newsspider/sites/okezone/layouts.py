"""The layouts that Okezone has served, newest first. Phones and desktops get different ones."""

from typing import Final

from newsspider.reading.article.amp_layout import AMP
from newsspider.reading.article.layout import Layout

Y2025_26 = Layout(
    name="2025-26",
    signature=((".title-article",), (".c-detail",)),
    headline=(".title-article h1",),
    date=(".journalist span",),
    authors=(".journalist a",),
    body=(".c-detail",),
    image=(".img-article",),
    caption=(".img-article .desc-foto", ".desc-foto"),
    breadcrumbs=(".breadcrumb",),
    tags=("#tag a", ".box-tag a"),
)
PHONE = Layout(
    name="2020-23-phone",
    signature=((".hd-title",),),
    headline=(".hd-title h1",),
    date=(".namerep b",),
    authors=(".namerep a",),
    body=(".description.read", "[itemprop~=articleBody]"),
    image=(".headline .img", ".img"),
    caption=(".detailcaption",),
    breadcrumbs=(".breadcrumb",),
    tags=(".detail-tag a",),
)
Y2017_23 = Layout(
    name="2017-23",
    signature=((".namerep", "#contentx"), (".reporter", "#contentx")),
    headline=(".title h1", ".titles h1"),
    date=(".namerep b", ".reporter b", "time.tgl"),
    authors=(".namerep a", ".reporter a"),
    body=("#contentx",),
    image=(".detfoto",),
    caption=(".detfoto span", ".detfoto figcaption"),
    breadcrumbs=(".breadcrumb",),
    tags=(".detail-tag a",),
)
Y2013_17 = Layout(
    name="2013-17",
    signature=((".dtlnews",), ("time.tgl", ".nmreporter")),
    headline=(".titles h1", "h1"),
    date=("time.tgl",),
    authors=(".nmreporter div", ".nmreporter"),
    body=("#contentx", ".dtlnews"),
    image=(".detail-img", ".caption-img-ab", ".img-detail"),
    caption=(".caption-img-ab",),
    breadcrumbs=(".breadcrumb",),
    tags=(".meta-bottom-content span a",),
)
LAYOUTS: Final = (Y2025_26, PHONE, Y2013_17, Y2017_23, AMP)
