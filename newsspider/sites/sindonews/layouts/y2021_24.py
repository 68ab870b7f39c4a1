"""2021-24: the class `detail-title` on a box around `<h1>`, author and date in one box."""

from newsspider.reading.article.layout import Layout

LAYOUT = Layout(
    name="2021-24",
    signature=(
        (".detail-title h1",),
        (".detail-desc",),
        ("#detail-desc",),
        (".detail-date-artikel",),
    ),
    headline=(".detail-title h1", ".detail-title", "h1"),
    date=(".detail-date-artikel",),
    authors=(".detail-nama-redaksi a", ".detail-nama-redaksi"),
    body=("#detail-desc", ".detail-desc"),
    image=(".detail-img",),
    caption=(".detail-caption-img", ".detail-img figcaption"),
    breadcrumbs=(".breadcrumb",),
    tags=(".topik a", ".article-tags a"),
)
