"""What an address of Tempo is of: three forms, each with a counter of its own."""

import pytest

from newsspider.sites.tempo.addresses import parse


@pytest.mark.parametrize(
    ("url", "identity", "section"),
    [
        ("http://nasional.tempo.co/read/news/2015/09/08/078698765/judul", "read:078698765",
         "nasional"),
        ("http://en.tempo.co/read/news/2015/10/12/055708999,uk.html/Judul", "en:055708999", "en"),
        ("https://tekno.tempo.co/read/1732345/judul?page_num=2", "read:1732345", "tekno"),
        ("https://tekno.tempo.co/amp/1732345/judul", "read:1732345", "tekno"),
        ("https://www.tempo.co/ekonomi/judul-1203456", "www:1203456", "ekonomi"),
        ("https://www.tempo.co/amp/ekonomi/judul-1203456", "www:1203456", "ekonomi"),
        ("https://majalah.tempo.co/read/lingkungan/167201/judul", "majalah:167201", "majalah"),
        ("https://newsletter.tempo.co/read/1732345/judul", "newsletter:1732345", "newsletter"),
    ],
)  # fmt: skip
def test_each_form_counts_for_itself(url: str, identity: str, section: str) -> None:
    address = parse(url)
    assert (address.kind, address.id, address.section) == ("article", f"tempo:{identity}", section)
    assert address.canonical is not None
    assert parse(address.canonical).id == address.id
    assert "/amp" not in address.canonical


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://www.tempo.co/", "front"),
        ("https://www.tempo.co/ekonomi", "section"),
        ("https://www.tempo.co/indeks?page=2&category=date", "index"),
        ("https://rss.tempo.co/bisnis", "feed"),
        ("https://www.tempo.co/tag/garam", "topic"),
        ("https://www.tempo.co/penulis/slamet-riyadi-2011", "author"),
        ("https://www.tempo.co/video/arsip/judul-1203003", "video"),
        ("https://www.tempo.co/newsletter/judul-1203003", "other"),
        ("https://www.tempo.co/info-tempo/judul-1203333", "advertisement"),
        ("http://nasional.tempo.co/read/beritafoto/2015/09/08/078698765/judul", "photo"),
        ("https://tempo.co.evil.example/read/1732345/judul", "foreign"),
    ],
)
def test_what_is_no_article_has_its_kind(url: str, kind: str) -> None:
    assert parse(url).kind == kind
