"""2025-26: the class `detail-title` on `<h1>` itself, the date beside the author's box."""

from newsspider.reading.article.layout import Layout

LAYOUT = Layout(
    name="2025-26",
    signature=(
        ("h1.detail-title",),
        (".wrap-header-detail",),
        (".paging-artikel",),
        (".article-tags",),
    ),
    headline=("h1.detail-title", ".detail-title h1", "h1"),
    date=(".detail-date-artikel",),
    authors=(".detail-nama-redaksi a", ".detail-nama-redaksi", "article a[rel=author]"),
    body=("#detail-desc", ".detail-desc"),
    image=(".detail-img",),
    caption=(".detail-caption-img", ".detail-img figcaption"),
    breadcrumbs=(".breadcrumb",),
    tags=(".article-tags a", ".topik a"),
)
