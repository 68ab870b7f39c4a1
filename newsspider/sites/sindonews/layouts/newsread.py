"""`/newsread/`, 2019-26: the lighter rendering (AMP), with the desktop page's classes or none."""

from newsspider.reading.article.layout import Layout

LAYOUT = Layout(
    name="newsread",
    signature=(("html[amp]",), ("html[⚡]",)),
    headline=("h1.detail-title", ".detail-title h1", "article h1", "h1"),
    date=(".detail-date-artikel", "time", ".date", ".time"),
    authors=(".detail-nama-redaksi a", ".detail-nama-redaksi", "article a[rel=author]", ".author"),
    body=(
        "#detail-desc", ".detail-desc", "[itemprop~=articleBody]", ".article-content",
        ".amp-content", "#content", ".content",
    ),
    image=(".detail-img", "article figure", "amp-img"),
    caption=(".detail-caption-img", "article figcaption", "figcaption"),
    breadcrumbs=(".breadcrumb",),
    tags=(".article-tags a", ".topik a"),
)  # fmt: skip
