"""Headline, date, names, caption, tags, crumbs, rows: blocks part words, the unseen is out."""

import pytest

from newsspider.extract import Page, extract, listing
from newsspider.items import Breadcrumb
from tests.support.drawn_pages import DATE, HEADLINE, NOW, draw

UNSEEN = [
    "<script>lama</script>",
    "<style>lama</style>",
    "<template><i>lama</i></template>",
    "<noscript>lama</noscript>",
    "<span hidden>lama</span>",
    '<span style="display:none">lama</span>',
    '<span class="sr-only">lama</span>',
]


@pytest.mark.parametrize("unseen", UNSEEN)
def test_what_is_not_seen_is_in_no_field(unseen: str) -> None:
    article = extract(
        draw(
            headline_box=f'<h1 class="detail-title">{HEADLINE}{unseen}</h1>',
            date=f"{unseen}{DATE}{unseen}",
            authors=f'<a rel="author">{unseen}Widya Lestari</a>',
            caption=f"Petani garam.{unseen} Foto/Koperasi{unseen}",
            tags=f"<a>{unseen}garam</a>",
        )
    )

    assert article.headline == HEADLINE
    assert article.date_published_raw == DATE
    assert article.authors == ["Widya Lestari"]
    assert article.image is not None
    assert (article.image.caption, article.image.credit_text) == ("Petani garam.", "Koperasi")
    assert article.keywords == ["garam"]


@pytest.mark.parametrize("box", ["<template>{}</template>", "<div hidden>{}</div>"])
def test_a_field_within_an_unseen_box_is_none(box: str) -> None:
    other = '<h1 class="detail-title">Judul Contoh</h1><div class="detail-date-artikel">' + (
        "Selasa, 1 September 2026 - 00:00 WIB</div>"
    )
    page = draw(headline_box=box.format(other) + f'<h1 class="detail-title">{HEADLINE}</h1>')

    article = extract(page)

    assert article.headline == HEADLINE
    assert article.date_published == "2026-09-16T09:15:00+07:00"


@pytest.mark.parametrize(
    "both",
    ["{}<br>{}", "{}<br/><br/>{}", "<div>{}</div><div>{}</div>", "{}<div>{}</div>",
     "<ul><li>{}</li><li>{}</li></ul>"],
)  # fmt: skip
def test_blocks_part_words_and_names(both: str) -> None:
    article = extract(
        draw(
            headline_box=both.join(['<h1 class="detail-title">', "</h1>"]).format(
                "Panen Garam", "di Rembang"
            ),
            date=both.format("Rabu, 16 September 2026", "09:15 WIB"),
            authors=both.format("Widya Lestari", both.format("Bagus Prakoso", "Reporter")),
            caption=both.format("Petani garam", "di Rembang. Foto/Koperasi"),
            tags=f"<a>{both.format('panen', 'garam')}</a>",
        )
    )

    assert article.headline == "Panen Garam di Rembang"
    assert article.date_published == "2026-09-16T09:15:00+07:00"
    assert article.date_published_raw == "Rabu, 16 September 2026 09:15 WIB"
    assert article.authors == ["Widya Lestari", "Bagus Prakoso"]
    assert article.image is not None
    assert article.image.caption == "Petani garam di Rembang."
    assert article.keywords == ["panen garam"]


def test_crumbs_part_words_and_leave_out_the_unseen() -> None:
    path = (
        '<div class="breadcrumb"><a href="https://ekbis.sindonews.com/">Ekonomi<br>Bisnis</a>'
        '<a hidden href="https://ekbis.sindonews.com/more/1">Lama</a>'
        '<a href="https://ekbis.sindonews.com/more/34"><span class="sr-only">Ke</span>Sektor'
        "<p>Riil</p></a></div>"
    )

    article = extract(draw(headline_box=path + f'<h1 class="detail-title">{HEADLINE}</h1>'))

    assert article.breadcrumbs == [
        Breadcrumb(name="Ekonomi Bisnis", url="https://ekbis.sindonews.com/"),
        Breadcrumb(name="Sektor Riil", url="https://ekbis.sindonews.com/more/34"),
    ]


def test_related_headlines_part_words_and_leave_out_the_unseen() -> None:
    more = (
        '<div class="title-section">Berita<br>Terkait</div><ul>'
        '<li><a href="/read/1745000/34/gudang-garam-1789400000">Gudang Garam<br>Dibuka</a></li>'
        '<li hidden><a href="/read/1744000/34/contoh-1789300000">Contoh</a></li></ul>'
    )

    article = extract(draw(tags="<a>garam</a></div>" + more + "<div>"))

    assert [(link.headline, link.url) for link in article.related] == [
        (
            "Gudang Garam Dibuka",
            "https://ekbis.sindonews.com/read/1745000/34/gudang-garam-1789400000",
        )
    ]


ROW = (
    '<div class="list-article"><div class="title-article"><a href="https://ekbis.sindonews.com/read/'
    '{number}/34/panen-garam-178952400{number}">{title}</a></div>'
    '<div class="date-article">{date}</div></div>'
)


def rows(*drawn: str) -> list[tuple[str | None, str | None]]:
    body = f'<html><body><div class="warp-article">{"".join(drawn)}</div></body></html>'
    page = Page.from_bytes("https://www.sindonews.com/indeks/9/0", body.encode(), NOW)
    return [(row.headline, row.date_published) for row in listing(page).articles]


SEEN = ROW.format(number=1, title="Panen Garam", date=DATE)
MOMENT = "2026-09-16T09:15:00+07:00"


@pytest.mark.parametrize(
    "box",
    [
        "<template>{}</template>",
        "<noscript>{}</noscript>",
        "<div hidden>{}</div>",
        '<div style="display:none"><section>{}</section></div>',
        '<div style="visibility : hidden">{}</div>',
        "<dialog>{}</dialog>",
        "<script type='text/x-template'>{}</script>",
    ],
)
def test_a_row_that_nobody_sees_is_no_row(box: str) -> None:
    unseen = box.format(ROW.format(number=2, title="Contoh", date=DATE))

    assert rows(SEEN, unseen) == [("Panen Garam", MOMENT)]
    assert rows(unseen, SEEN) == [("Panen Garam", MOMENT)]


@pytest.mark.parametrize(
    ("title", "date"),
    [
        ("Panen<br>Garam", "Rabu, 16 September 2026<br>09:15 WIB"),
        ("Panen Garam", "<p>Rabu, 16 September 2026</p><p>09:15 WIB</p>"),
        ("<h3>Panen<br>Garam</h3>", "<span>Rabu, 16 September 2026</span><div>09:15 WIB</div>"),
        ("Panen Garam<script>1</script>", f"{DATE}<style>a{{}}</style>"),
        ('Panen <span class="sr-only">(baru)</span>Garam', f"<i hidden>1 Mei 2020</i>{DATE}"),
        ("Panen Garam", '<time datetime="2026-09-16T09:15:00+07:00">kemarin</time>'),
        ("Panen Garam", '<abbr title="2026-09-16T02:15:00Z">1 hari lalu</abbr>'),
        ("Panen Garam", '<span data-timestamp="1789524900">1 hari lalu</span>'),
    ],
)
def test_a_row_says_what_a_reader_sees(title: str, date: str) -> None:
    [(headline, published)] = rows(ROW.format(number=1, title=title, date=date))

    assert headline == "Panen Garam"
    assert published in (MOMENT, "2026-09-16T02:15:00+00:00")


def test_a_date_without_a_class_is_read_over_its_break() -> None:
    row = ROW.format(number=1, title="Panen Garam", date="").replace(
        "</div></div>", "</div><div>Rabu, 16 September 2026<br>09:15 WIB</div></div>", 1
    )

    assert rows(row) == [("Panen Garam", MOMENT)]
