"""2014-17: one `<article>` with bare tags; from 2017 in an `.article-box`.

The day of the date line is padded with a space ("Kamis,  6 Oktober 2015 - 05:23 WIB").
"""

from newsspider.reading.article.layout import Layout

LAYOUT = Layout(
    name="2014-17",
    signature=((".time", ".content"), (".article-box",), ("[itemprop~=headline]", ".content")),
    headline=(".article-box h1", "article h1", "h1"),
    date=(".time",),
    authors=(".reporter a", "article a[rel=author]"),
    body=(".article-box .content", "article .content", ".content"),
    image=(".article-box figure", "article figure", ".image-content", ".image", ".article-image"),
    caption=("article figcaption", ".caption", ".image-content", "figcaption"),
    breadcrumbs=(".breadcrumb", ".breadcrumbs"),
    tags=(".tag-list a", ".tags a", ".tag a", ".topik a", ".category-relative a"),
)
