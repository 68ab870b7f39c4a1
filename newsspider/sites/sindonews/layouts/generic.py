"""A page of SINDOnews in no layout that we know (gensindo and makassar had their own, unseen).

Microdata and plain tags, then whatever box holds most running text.
"""

from newsspider.sites.sindonews.layouts.layout import Layout

LAYOUT = Layout(
    name="generic",
    signature=(),
    headline=("[itemprop~=headline]", "article h1", "main h1", "h1", "article h2"),
    date=(
        "[itemprop~=datePublished]", "article time", "time", ".date", ".tanggal", ".published",
        ".entry-date", ".post-date", ".article-date", ".date-article", ".news-date",
    ),
    authors=(
        "[itemprop~=author]", ".author", ".reporter", ".penulis", ".byline",
        "article a[rel=author]",
    ),
    body=(
        "[itemprop~=articleBody]", ".article-body", ".article-content", ".article__content",
        ".entry-content", ".post-content", ".news-content", ".detail-content", ".content-detail",
        ".detail-text", ".isi-berita", ".read-content", ".content-article",
    ),
    image=("[itemprop~=image]", "article figure", "main figure", "figure", ".featured-image"),
    caption=("article figcaption", "main figcaption", "figcaption", ".caption"),
    breadcrumbs=("[itemprop~=breadcrumb]", ".breadcrumb", ".breadcrumbs"),
    tags=(".tags a", ".tag a", ".tag-list a", ".article-tags a", ".topik a"),
)  # fmt: skip
