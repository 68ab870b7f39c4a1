"""The layouts that liputan6 has served, newest first. Phones and desktops get different ones."""

from typing import Final

from newsspider.reading.article.amp_layout import AMP
from newsspider.reading.article.layout import Layout

_CAPTION: Final = ".read-page--photo-gallery--item__caption"
# Where nothing but a picture or a video stands below a title, that is the picture's.
_PICTURE_TITLES: Final = ".article-content-body__item:not(:has(p)):not(:has(li)) > h2"

PHOTOS = Layout(
    name="photos",
    signature=((_CAPTION,),),
    headline=("h1.read-page--header__title", "h1.read-page--header--title", "h1"),
    date=(
        "time.read-page--header__datetime", "time[itemprop~=datePublished]",
        "time.read-page--header--author__datetime",
    ),
    authors=(".read-page--header__author .fn",),
    body=(".read-page--photo-gallery", ".read-page__content-body"),
    image=(".read-page--photo-gallery--item",),
    caption=(_CAPTION,),
    tags=(".read-page--tags__link",),
    text=(
        _CAPTION, ".read-page--photo-gallery figure", ".read-page__content-body figure",
        ".read-page--photo-gallery--item",
    ),
)  # fmt: skip
DESKTOP = Layout(
    name="2018-26",
    signature=(
        ("h1.read-page--header--title",),
        (".read-page-box__author__name",),
        (".article-content-body__item-page",),
    ),
    headline=("h1.read-page--header--title", ".read-page--header h1", "h1.entry-title", "h1"),
    date=(
        ".read-page-box__author__updated", "time.read-page--header--author__datetime",
        ".read-page--header--author__datetime", ".read-page--header time",
    ),
    authors=(
        ".read-page-box__author__name", ".read-page--header--author__name",
        ".read-page--header--author__link",
    ),
    body=(".article-content-body", "[itemprop~=articleBody]"),
    image=(
        ".read-page--top-media", ".read-page--photo-gallery--item", ".article-content-body figure",
    ),
    caption=(".read-page--photo-gallery--item__caption", "figcaption"),
    breadcrumbs=(".read-page--breadcrumb",),
    tags=(".tags--snippet__link", ".tags--topics--item__link"),
    noise=(
        ".read-page--summary", ".article-content-body__item-index", ".article-content-body__break",
    ),
    text=(".article-content-body__item-page", ".article-content-body__item-content"),
)  # fmt: skip
PHONE = Layout(
    name="2020-22-phone",
    signature=((".article-header__title",), (".article-content-body__item",)),
    headline=(".article-header__title", ".article-header h1"),
    date=(".article-header__datetime",),
    authors=(".article-header__author-link",),
    body=(".article-content-body",),
    image=(".read-page-upper .article-photo-gallery--item", ".article-photo-gallery--item"),
    caption=(".read-page-upper .article-photo-gallery--item__description",),
    tags=(".tags--topics--item__link",),
    noise=(
        ".article-content-body__break", ".article-content-body__load-more",
        ".article-content-body__body-progress", ".article-photo-gallery--item", _PICTURE_TITLES,
    ),
    text=(".article-content-body__item", ".article-raw-content"),
)  # fmt: skip
Y2013_17 = Layout(
    name="2013-17",
    signature=((".read-page__content-body p",),),
    headline=("h1.read-page--header__title", ".read-page--header h1"),
    date=("time.read-page--header__datetime", "time[itemprop~=datePublished]"),
    authors=(".read-page--header__author .fn", ".read-page--header__author"),
    body=(".read-page__content-body",),
    image=(".read-page--top-media", ".read-page__content-body img"),
    caption=(".read-page--photo-gallery--item__caption", "figcaption"),
    breadcrumbs=(".read-page--breadcrumb",),
    tags=(".read-page--tags__link",),
)
LAYOUTS: Final = (DESKTOP, PHONE, Y2013_17, PHOTOS, AMP)
