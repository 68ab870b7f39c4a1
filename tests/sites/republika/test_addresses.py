"""What an address of Republika is of: the code is the identity in every form since 2014."""

import pytest

from newsspider.sites.republika.addresses import parse


@pytest.mark.parametrize(
    ("url", "code", "section"),
    [
        ("http://nasional.republika.co.id/berita/nasional/daerah/16/02/15/o2l07x284-judul",
         "o2l07x284", "nasional"),
        ("http://www.republika.co.id/berita/jurnal-haji/berita/17/02/17/oli9fp396-judul",
         "oli9fp396", "jurnal-haji"),
        ("http://www.republika.co.id/berita/nasional/umum/14/09/11/nbpq8k-judul-berita", "nbpq8k",
         "nasional"),
        ("http://www.ihram.co.id/berita/jurnal-haji/berita/17/02/17/oli9fp396-judul", "oli9fp396",
         "ihram"),
        ("https://republika.co.id/berita//sy24g3512/judul", "sy24g3512", "www"),
        ("https://republika.co.id/share/sy24g3512", "sy24g3512", "www"),
        ("https://m.republika.co.id/amp_version/sy24g3512", "sy24g3512", "www"),
        ("https://ekonomi.republika.co.id/berita/sy24g3512/judul-part2", "sy24g3512", "ekonomi"),
    ],
)  # fmt: skip
def test_every_form_of_an_article_has_its_code(url: str, code: str, section: str) -> None:
    address = parse(url)
    assert (address.kind, address.id, address.section) == ("article", f"republika:{code}", section)
    assert address.canonical is not None
    assert parse(address.canonical).id == address.id
    assert parse(address.canonical).offset == 0


def test_a_page_is_a_part_behind_the_slug() -> None:
    address = parse("https://ekonomi.republika.co.id/berita/sy24g3512/judul")
    assert address.page(2) == "https://ekonomi.republika.co.id/berita/sy24g3512/judul-part2"
    assert parse(str(address.page(2))).offset == 2


def test_the_day_in_an_old_address_is_the_earliest_moment() -> None:
    old = "http://nasional.republika.co.id/berita/nasional/daerah/16/02/15/o2l07x284-judul"
    hint = parse(old).published_hint
    assert hint is not None
    assert hint.isoformat() == "2016-02-15T00:00:00+07:00"
    assert parse(old.replace("16/02/15", "16/22/15")).published_hint is None


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://republika.co.id", "front"),
        ("https://khazanah.republika.co.id/", "front"),
        ("https://republika.co.id/index/50/2026/07/24", "index"),
        ("https://republika.co.id/rss", "feed"),
        ("https://republika.co.id/files/xml/sitemap.xml", "sitemap"),
        ("https://republika.co.id/tag/zakat", "topic"),
        ("https://visual.republika.co.id/berita/sz9k00314/judul", "photo"),
        ("http://www.republika.co.id/berita/inpicture/nasional/15/03/09/nkxa1d280-judul", "photo"),
        ("https://republika.co.id/berita/serial/next", "other"),
        ("https://republika.id/posts/1234/judul", "foreign"),
    ],
)
def test_what_is_no_article_has_its_kind(url: str, kind: str) -> None:
    assert parse(url).kind == kind
