"""Regional sub-domains (jatim, jateng, jabar, makassar, sumut, sumsel), 2018-20: `<p>` bodies."""

from newsspider.reading.article.layout import Layout

LAYOUT = Layout(
    name="2018-20-regional",
    signature=(("section.article",), (".tahoma", ".reporter")),
    headline=("h1.tahoma", ".tahoma", "h1"),
    date=("time", ".info-article time", ".date", ".time", ".tanggal"),
    authors=("span.reporter", ".reporter"),
    body=("section.article", ".article"),
    image=("figure", "section.article figure", ".image-content"),
    caption=("figcaption",),
    breadcrumbs=(".breadcrumb",),
    tags=(".category-relative a",),
)
