"""2018-21: three body containers at one time, by kanal: `#content`, `.desc-artikel-detail` (sports,
tekno, autotekno) and the whole `div.article` (edukasi)."""

from newsspider.reading.article.layout import Layout

LAYOUT = Layout(
    name="2018-21",
    signature=(
        ("#content",),
        (".desc-artikel-detail",),
        (".section-detail-center",),
        ("div.article", ".reporter"),
        ("div.article", "time"),
        ("div.article", "h1"),
    ),
    headline=("div.article h1", ".section-detail-center h1", "article h1", "h1"),
    date=("div.article time", ".section-detail-center time", "time", ".date-artikel", ".date"),
    authors=(
        "p.author a", ".reporter .author", ".reporter a", ".auth-detail a", ".author a",
        ".reporter",
    ),
    body=(
        "#content",
        ".desc-artikel-detail",
        "[itemprop~=articleBody]",
        "div.article",
    ),
    image=(
        "div.article > figure", "div.article figure", ".section-detail-center figure",
        "article figure", ".img-detail", ".image-content", "figure",
    ),
    caption=(
        "div.article figcaption", ".section-detail-center figcaption", "article figcaption",
        ".caption", ".image-content", "figcaption",
    ),
    breadcrumbs=(".breadcrumb", ".sin-breadcrumb"),
    tags=(".tag-list a", ".topik a", ".category-relative a", ".tags a", ".tag a"),
)  # fmt: skip
