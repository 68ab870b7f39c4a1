"""The layout of a page that is in no known layout of its site: microdata, plain tags, and classes
that content management systems use."""

from typing import Final

from newsspider.reading.article.layout import Layout

GENERIC: Final = Layout(
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
