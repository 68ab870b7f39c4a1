"""Entries of feeds and sitemaps: of what an entry holds, only its own link, title and dates."""

import pytest

from newsspider.reading.feeds import Entry, entries

OWN = "https://ekbis.sindonews.com/read/1745210/34/panen-garam-1789524000"
OTHER = "https://ekbis.sindonews.com/read/1745000/34/gudang-garam-1789400000"
RSS = f"<link>{OWN}</link><title>Panen Garam</title>"
ATOM = f'<link href="{OWN}"/><title>Panen Garam</title>'


def rss(item: str) -> list[Entry]:
    return list(entries(f'<?xml version="1.0"?><rss><channel><item>{item}</item></channel></rss>'))


def atom(entry: str, root: str = "") -> list[Entry]:
    text = f'<feed xmlns="http://www.w3.org/2005/Atom"{root}><entry>{entry}</entry></feed>'
    return list(entries(text))


@pytest.mark.parametrize(
    "box",
    [
        f"<image><title>Gambar</title><url>https://a.example/b.jpg</url><link>{OTHER}</link></image>",
        f"<source url='{OTHER}'><title>Kantor Berita</title><link>{OTHER}</link></source>",
        f"<enclosure url='{OTHER}' type='image/jpeg'/>",
        f"<media:content url='{OTHER}'><media:title>Gambar</media:title></media:content>",
        f"<media:group><title>Gambar</title><link>{OTHER}</link></media:group>",
        f"<textInput><title>Cari</title><link>{OTHER}</link></textInput>",
        f"<author><name>Widya</name><title>Redaktur</title><link>{OTHER}</link></author>",
        f"<atom:link rel='self' href='{OTHER}'/>",
        f"<atom:link rel='replies' href='{OTHER}'/><comments>{OTHER}</comments>",
        f"<content:encoded><p><title>x</title><link>{OTHER}</link></p></content:encoded>",
        f"<itunes:title>Siniar</itunes:title><itunes:image href='{OTHER}'/>",
        f"<guid isPermaLink='false'>{OTHER.partition('//')[2]}</guid>",
    ],
)
def test_a_box_of_an_rss_item_is_not_the_item(box: str) -> None:
    assert rss(box + RSS) == rss(RSS + box) == [Entry(OWN, "Panen Garam")]


@pytest.mark.parametrize(
    "link",
    [
        '<link rel="alternate" type="application/nostr+json" href="nostr:naddr1"/>',
        '<link rel="alternate" href="gemini://sindonews.com/1"/>',
        '<link rel="alternate" href="mailto:redaksi@sindonews.com"/>',
        f'<link rel="alternate" type="application/json" href="{OTHER}"/>',
        f'<link rel="alternate" type="image/jpeg" href="{OTHER}"/>',
        f'<link rel="enclosure" type="text/html" href="{OTHER}"/>',
        f'<link rel="self" href="{OTHER}"/>',
        f'<link rel="via related" href="{OTHER}"/>',
        f'<source><id>{OTHER}</id><title>Asal</title><link href="{OTHER}"/></source>',
        f'<content type="xhtml"><div><title>x</title><link href="{OTHER}"/></div></content>',
        f"<contributor><name>A</name><uri>{OTHER}</uri></contributor><id>tag:sindonews.com,1</id>",
    ],
)
def test_another_link_of_an_atom_entry_is_not_its_page(link: str) -> None:
    assert atom(link + ATOM) == atom(ATOM + link) == [Entry(OWN, "Panen Garam")]


@pytest.mark.parametrize(
    "link",
    [
        f'<link rel="ALTERNATE" type="text/html; charset=utf-8" href="{OWN}"/>',
        f'<link rel="http://www.iana.org/assignments/relation/alternate" href="{OWN}"/>',
        f'<link rel="alternate nofollow" href="{OWN}"/>',
        f"<id>{OWN}</id>",
        f"<link>{OWN}</link>",
        f'<id>tag:sindonews.com,2026:1</id><link type="application/xhtml+xml" href="{OWN}"/>',
    ],
)
def test_the_page_of_an_atom_entry_in_every_form(link: str) -> None:
    assert atom(f"<title>Panen Garam</title>{link}") == [Entry(OWN, "Panen Garam")]


def test_an_entry_with_no_page_is_left_out_and_one_of_another_scheme_kept_to_be_counted() -> None:
    assert atom(f'<link rel="self" href="{OTHER}"/><title>Panen</title>') == []
    assert atom('<link href="nostr:naddr1"/>') == [Entry("nostr:naddr1")]


@pytest.mark.parametrize(
    ("root", "entry"),
    [
        (' xml:base="https://ekbis.sindonews.com/"', ""),
        ("", ' xml:base="https://ekbis.sindonews.com/"'),
        (' xml:base="https://ekbis.sindonews.com/x/"', ' xml:base="/"'),
    ],
)
def test_links_go_by_xml_base(root: str, entry: str) -> None:
    path = OWN.removeprefix("https://ekbis.sindonews.com/")
    text = (
        f'<feed xmlns="http://www.w3.org/2005/Atom"{root}><entry{entry}>'
        f'<link href="{path}"/></entry></feed>'
    )

    assert list(entries(text)) == [Entry(OWN)]


@pytest.mark.parametrize(
    "title",
    [
        "&lt;![CDATA[Panen Garam]]&gt;",
        "<![CDATA[<![CDATA[Panen Garam]]]]>",
        "&amp;lt;![CDATA[Panen Garam]]&amp;gt;",
        "<![CDATA[&lt;b&gt;Panen&lt;/b&gt; Garam]]>",
        "Panen&lt;br /&gt;Garam",
        "<![CDATA[<p>Panen</p><p>Garam</p>]]>",
        "<![CDATA[Panen <script>muat()</script>Garam]]>",
        '<div xmlns="http://www.w3.org/1999/xhtml">Panen<br/>Garam</div>',
    ],
)
def test_a_title_is_what_a_reader_sees(title: str) -> None:
    assert [e.headline for e in rss(f"<title>{title}</title><link>{OWN}</link>")] == ["Panen Garam"]


def test_pictures_of_a_sitemap_are_no_pages() -> None:
    text = (
        "<urlset><url>"
        '<image xmlns="http://www.google.com/schemas/sitemap-image/1.1"><loc>https://a.example/b.jpg'
        "</loc><title>Gambar</title></image>"
        "<video:video><video:title>Video</video:title></video:video>"
        f"<loc>{OWN}</loc><news:news><news:publication><news:name>SINDO</news:name>"
        "</news:publication><news:publication_date>2026-09-16T09:15:00+07:00"
        "</news:publication_date><news:title>Panen Garam</news:title></news:news></url></urlset>"
    )

    assert list(entries(text)) == [Entry(OWN, "Panen Garam", "2026-09-16T09:15:00+07:00")]


@pytest.mark.parametrize(
    "link", [f"<![CDATA[ {OWN} ]]>", f"&lt;![CDATA[{OWN}]]&gt;", f"<![CDATA[<![CDATA[{OWN}]]]]>"]
)
def test_a_link_is_its_address_however_it_is_wrapped(link: str) -> None:
    assert rss(f"<title>Panen Garam</title><link>{link}</link>") == [Entry(OWN, "Panen Garam")]
