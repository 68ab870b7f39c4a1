"""The layouts that Merdeka.com has served, newest first."""

from typing import Final

from newsspider.reading.article.amp_layout import AMP
from newsspider.reading.article.layout import Layout

Y2025_26 = Layout(
    name="2025-26",
    signature=((".articles-content__title",), (".articles-content__body",)),
    headline=(".articles-content__title",),
    date=(".articles-content__date", ".articles-content time", "article time"),
    authors=("[data-tracking=author_name]",),
    body=(".articles-content__body",),
    image=(".articles-content figure", ".articles-content__image"),
    caption=(".articles-content figcaption", "figcaption"),
    breadcrumbs=("nav.breadcrumb-navigation",),
    tags=(".tags-articles__list a",),
    noise=(".articles-content__sinopsis", ".page-break"),
)
# All pages of an article are in one document, those from the second on hidden until asked for.
Y2013_24 = Layout(
    name="2013-24",
    signature=((".mdk-news-body",), (".mdk-body-paragraph",)),
    headline=(".mdk-news-head h1", ".mdk-dt-headline h1"),
    date=(".mdk-date-reporter span", ".date-post"),
    authors=(".mdk-date-reporter span + span", ".reporter a"),
    body=(".mdk-news-body", ".mdk-body-paragraph"),
    image=(".mdk-news-image", ".mdk-news-head .imagecontent", ".imagecontent"),
    caption=(".mdk-news-image .imageinfo",),
    breadcrumbs=(".mdk-breadcrumb",),
    noise=(".mdk-date-reporter",),
    text=(".paging-content", ".mdk-body-paragraph"),
    more={"keywords": (".tag__list h2 a", ".tag__list a")},
)
LAYOUTS: Final = (Y2025_26, Y2013_24, AMP)
