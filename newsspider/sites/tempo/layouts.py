"""The layouts of Tempo, newest first."""

from typing import Final

from newsspider.reading.article.amp_layout import AMP
from newsspider.reading.article.layout import Layout

LAYOUTS: Final = (
    Layout(
        name="2025-26",
        signature=(("#content-wrapper",),),
        headline=("article h1", "h1"),
        parts=("#content-wrapper",),
        image=("article figure", "figure"),
        caption=("article figcaption", "figcaption"),
        tags=("a[href^='/tag/']", "a[href*='tempo.co/tag/']"),
    ),
    Layout(
        name="magazine",
        signature=((".detail-in", ".foto-detail"), (".detail-in", ".pw-containers")),
        headline=("h1.title", "h1"),
        own_headline=True,  # print and web have one each
        date=(".detail-title h4.date", "h4.date"),
        authors=(".block-avatar .text-avatar a, .detail-in > h5",),
        body=(".detail-in",),
        noise=(".detail-in > h5", ".detail-in p > small"),
        shows_gates=True,
        image=(".foto-detail figure", ".foto-detail"),
        caption=(".foto-detail figcaption",),
        breadcrumbs=(".breadcrumbs",),
        tags=(".box-tag-detail a",),
    ),
    Layout(
        name="2021-24",
        signature=(("#isi",), ("article.detail-artikel",)),
        headline=(".detail-title h1.title", "h1.title", "h1"),
        date=(".detail-title h4.date", ".detail-title .date", "h4.date"),
        authors=(".block-avatar .text-avatar a", ".detail-title .title.bold a"),
        body=("article:not(.berikutnya) #isi", "#isi", ".detail-in"),
        image=(".foto-detail figure", ".foto-detail"),
        caption=(".foto-detail figcaption", "figcaption"),
        breadcrumbs=(".breadcrumbs",),
        tags=(".box-tag-detail a",),
    ),
    Layout(
        name="2013-17",
        signature=((".artikel h1",), (".block-tanggal",), (".p-artikel",), ("h1.judul-artikel",)),
        headline=(".artikel h1", "h1.judul-artikel", ".news-detail h2", "h1"),
        date=(".block-tanggal", "h5.tanggal", ".date-news-detail"),
        authors=(".artikel .reporter",),
        body=(".artikel", ".p-artikel", ".news-detail article"),
        image=(".artikel .single-img", ".artikel figure", ".artikel .foto"),
        breadcrumbs=(".breadcrumb",),
        tags=(".tag a",),
    ),
    Layout(
        name="2015-english",
        signature=((".judul-konten",), (".tubuh-berita",)),
        headline=(".judul-konten",),
        date=("#blok-sitemap + .tanggal", "#blok-sitemap ~ .tanggal"),
        body=(".tubuh-berita",),
        image=(".foto-konten",),
        caption=(".foto-desc",),
        breadcrumbs=("#blok-sitemap",),
    ),
    AMP,
)
