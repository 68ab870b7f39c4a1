"""The layouts of ANTARA, newest first."""

from typing import Final

from newsspider.reading.article.amp_layout import AMP
from newsspider.reading.article.layout import Layout

LAYOUTS: Final = (
    Layout(
        name="2023-26",
        signature=((".wrap__article-detail-content",), (".wrap__article-detail-title",)),
        headline=(".wrap__article-detail-title h1", "h1"),
        date=(".wrap__article-detail-info .list-inline-item", ".wrap__article-detail-info"),
        authors=(".wrap__article-detail-content p.text-muted", "p.text-muted.small"),
        body=(".wrap__article-detail-content",),
        noise=(".wrap__article-detail-content p.text-muted",),
        image=(".wrap__article-detail-image figure", ".wrap__article-detail-image"),
        caption=(".wrap__article-detail-image figcaption",),
        breadcrumbs=(".breadcrumbs", ".breadcrumb"),
        tags=(".blog-tags a",),
    ),
    Layout(
        name="2018-22",
        signature=(("h1.post-title",), (".post-content", ".article-date")),
        headline=("h1.post-title", "h1"),
        date=("span.article-date", ".article-date"),
        authors=(".post-content p.text-muted", "p.text-muted.small"),
        body=(".post-content",),
        noise=(".post-content p.text-muted",),
        image=("figure.image-overlay", ".post-content figure"),
        caption=("figure.image-overlay figcaption", ".wp-caption-text"),
        breadcrumbs=(".breadcrumb", ".breadcrumbs"),
        tags=("ul.tags-widget li a", ".tags-widget a"),
    ),
    Layout(
        name="2015-17",
        signature=(("#content_news",),),
        headline=("h1.title", "[itemprop~=headline]", "h1"),
        date=("time[itemprop~=datePublished]", ".bjbrt .date time", ".date time"),
        authors=(".byline",),
        body=("#content_news",),
        noise=("#content_news p.mt10", "#content_news p.date"),
        image=("#image_news",),
        caption=("#caption_news",),
        breadcrumbs=(".breadcrumb",),
        tags=(".tag a", ".tags a"),
    ),
    AMP,
)
