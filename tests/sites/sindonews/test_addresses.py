"""Addresses: every real one, every variant of one, and any text at all."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsspider.sites.sindonews.addresses import parse
from newsspider.sites.sindonews.article_address import ArticleAddress
from newsspider.sites.sindonews.sections import SECTION_OF_CHANNEL, SECTIONS
from newsspider.sites.sindonews.site import SINDONEWS

# Addresses seen in public, 2013-2026, with the kind and identity a person gave them.
_SEEN = Path(__file__).parent / "data" / "sindonews-addresses.tsv"
with _SEEN.open(encoding="utf-8", newline="") as lines:
    SEEN = [tuple(row.values()) for row in csv.DictReader(lines, delimiter="\t")]
ARTICLES = [url for _, identity, url in SEEN if identity != "-"]

WWW = "https://www.sindonews.com"
PLAIN = "https://international.sindonews.com/read/652345/41/judul-berita-1641872520"


@pytest.mark.parametrize(("kind", "identity", "url"), SEEN)
def test_a_real_address_has_its_kind_and_identity(kind: str, identity: str, url: str) -> None:
    assert parse(url).kind == kind
    assert (parse(url).id or "-") == identity


def test_no_two_real_articles_share_an_identity() -> None:
    assert len({parse(url).id for url in ARTICLES}) == len(ARTICLES)


@pytest.mark.parametrize(
    "variant",
    [
        PLAIN,
        PLAIN + "/",
        PLAIN + "?showpage=all",
        PLAIN + "/10",
        PLAIN + "/20/",
        PLAIN + "/5",
        PLAIN + "/10?showpage=all",
        PLAIN + "?utm_source=wa&utm_medium=share&_gl=1*abc*_ga*MTIz",
        PLAIN + "&utm_source=wa",
        PLAIN + "#:~:text=Rusia%20mengerahkan",
        PLAIN + "?fbclid=x#komentar",
        PLAIN.replace("https:", "http:"),
        PLAIN.replace("https:", ""),
        PLAIN.replace(".com/", ".com:443/"),
        PLAIN.replace("https:", "http:").replace(".com/", ".com:80/"),
        PLAIN.replace("international", "International").replace(".com", ".COM"),
        PLAIN.replace("https", "HTTPS"),
        PLAIN.replace("//", "//www."),
        PLAIN.replace("/read/", "/newsread/"),
        PLAIN.replace("/read/", "//read//"),
        PLAIN.replace("judul-berita", "judul%2Dberita"),
        PLAIN.replace("/read/", "/%72ead/"),
        f"  {PLAIN}\n",
    ],
)
def test_a_variant_is_of_the_same_article_and_has_the_same_canonical(variant: str) -> None:
    assert parse(variant).id == "sindonews:pena:652345"
    assert parse(variant).canonical == PLAIN


@pytest.mark.parametrize(
    ("url", "identity"),
    [
        # Another kanal host, another slug, another sub-channel: still the number's article.
        ("https://nasional.sindonews.com/read/652345/15/judul-baru-1641872520", "pena:652345"),
        ("https://www.sindonews.com/read/652345/15/judul-baru-1641872520", "pena:652345"),
        ("https://sindonews.com/read/652345/15/judul-baru-1641872520", "pena:652345"),
        # The headline had no letters of ours, so the slug is the time alone.
        ("https://kalam.sindonews.com/read/652345/70/-1641872520", "pena:652345"),
        # The same number before and after the CMS changed.
        ("https://soccer.sindonews.com/read/1290527/54/susunan-1521308147", "legacy:1290527"),
        ("https://ekbis.sindonews.com/read/1290527/34/umkm-1703900000", "pena:1290527"),
        ("https://daerah.sindonews.com/berita/1290527/31/hatta", "legacy:1290527"),
        # A number at the end of an old address is part of its headline, not a time.
        ("https://daerah.sindonews.com/berita/760166/31/nomor-1521308147", "legacy:760166"),
        # February to June 2020: both CMSs at work, the size of the number tells.
        ("https://kalam.sindonews.com/read/14789/70/demi-allah-1588403113", "pena:14789"),
        ("https://nasional.sindonews.com/read/1549871/15/psbb-1585900000", "legacy:1549871"),
        # Regional counters, and regional hosts on the new CMS's counter.
        ("https://sumut.sindonews.com/read/3691/1/pergi-tak-pamit-1566954515", "sumut:3691"),
        ("https://jatim.sindonews.com/read/3691/1/pergi-tak-pamit-1566954515", "jatim:3691"),
        ("https://jabar.sindonews.com/read/8612/1/harta-karun-1558000000", "jabar:8612"),
        ("https://daerah.sindonews.com/artikel/jabar/8612/harta-karun", "jabar:8612"),
        ("https://jatim.sindonews.com/berita/3691/1/pergi-tak-pamit", "jatim:3691"),
        ("https://makassar.sindonews.com/read/28828/713/banjir-1589400000", "pena:28828"),
        ("https://jatim.sindonews.com/read/1572279/704/khofifah-1748253936", "pena:1572279"),
        # Without a time: the kanal may tell.
        ("https://soccer.sindonews.com/read/920306/54/judul", "legacy:920306"),
        ("https://tekno.sindonews.com/read/920306/122/judul", "pena:920306"),
    ],
)
def test_identity_follows_the_counter_the_number_was_drawn_from(url: str, identity: str) -> None:
    found = parse(url)
    assert isinstance(found, ArticleAddress)
    assert found.id == f"sindonews:{identity}"
    assert found.settled


@pytest.mark.parametrize(
    "junk",
    [
        "%20", ".", ",", ")", "%29", "%3Futm_source=wa", "%3F", "%26utm_source%3Dwa", "%23komentar",
        '"', "%22", "%E2%80%9D", "%E2%80%8B", "…", "'", ";", "!", "*", "]", ">", "%3E", "%2520",
        "%0A", ".html", ".%20", ",&fbclid=x", "&quot;", ":", "|", "=",
    ],
)  # fmt: skip
@pytest.mark.parametrize("page", ["", "/10", "/undefined", "/null"])
def test_what_was_copied_along_is_no_part_of_the_address(junk: str, page: str) -> None:
    url = "https://nasional.sindonews.com/read/1290527/54/panen-raya-1521308147"

    assert parse(f"{url}{junk}{page}").id == "sindonews:legacy:1290527"
    assert parse(f"{url}{junk}{page}").canonical == url


@pytest.mark.parametrize("junk", ["%20", ".", ")", "%E2%80%9D", "…", ",%20"])
@pytest.mark.parametrize(
    "url",
    [
        "https://nasional.sindonews.com/read/1290527/54/panen-raya-1521308147/10",
        "https://nasional.sindonews.com/berita/1290527/54/panen-raya",
        "https://www.sindonews.com/artikel/jabar/3691/panen-raya",
        "https://nasional.sindonews.com/read/1731775/15/panen-1500000000-raya-1784876400",
    ],
)
def test_junk_behind_any_form_of_an_address_changes_nothing(url: str, junk: str) -> None:
    assert parse(url + junk).id == parse(url).id is not None
    assert parse(url + junk).canonical == parse(url).canonical


def test_a_number_without_a_time_is_not_settled_by_the_address() -> None:
    found = parse("https://international.sindonews.com/read/695263/41/breaking-news-putin")
    assert isinstance(found, ArticleAddress)
    assert (found.id, found.settled, found.timestamp) == ("sindonews:pena:695263", False, None)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("https://video.sindonews.com/play/106867/hut-ke-79-tni", "video"),
        ("https://video.sindonews.com/tv/rcti", "video"),
        ("https://tv.sindonews.com/", "front"),
        ("https://photo.sindonews.com/view/14628/bksda-sulut", "photo"),
        ("https://infografis.sindonews.com/photo/14035/mengenal-1645814962", "infographic"),
        ("https://scope.sindonews.com/artikel/707/proyeksi-ekonomi", "scope"),
        ("https://hi-lite.sindonews.com/read/14035/700/konser-1745814962", "hi_lite"),
        ("https://mpi.sindonews.com/article/okezone/3065123", "partner"),
        ("https://tekno.sindonews.com/read/447848/776/inovasi-vivo-1622988418", "advertisement"),
        ("https://www.sindonews.com/topic/7652/perang-rusia", "topic"),
        ("https://international.sindonews.com/topic/7652/perang-rusia/20", "topic"),
        ("https://www.sindonews.com/blog/1234/muhaimin", "author"),
        ("https://index.sindonews.com/blog/1234/muhaimin", "author"),
        ("https://www.sindonews.com/indeks/9/20?t=2022-01-11", "index"),
        ("https://index.sindonews.com/index/0/10?t=2019-01-11", "index"),
        ("https://index.sindonews.com/", "index"),
        ("https://jatim.sindonews.com/loadmore/10/", "index"),
        ("https://www.sindonews.com/feed", "feed"),
        ("https://nasional.sindonews.com/rss/", "feed"),
        ("https://sindikasi.sindonews.com/rss/nasional", "feed"),
        ("https://www.sindonews.com/sitemap.xml", "sitemap"),
        ("https://ekbis.sindonews.com/sitemap-news.xml", "sitemap"),
        ("https://ekbis.sindonews.com/sitemap-2024-01.xml.gz", "sitemap"),
        ("https://search.sindonews.com/go?q=banjir&type=artikel", "search"),
        ("https://www.sindonews.com/search/gokanal/10?q=banjir", "search"),
        ("https://ekbis.sindonews.com/more/33/20", "section"),
        ("https://www.sindonews.com/terkini/36", "section"),
        ("https://nasional.sindonews.com/politik", "section"),
        ("https://nasional.sindonews.com", "front"),
        ("https://www.sindonews.com/", "front"),
        ("https://kalam.sindonews.com/surah/1", "other"),
        ("https://redaksi.sindonews.com/kontak", "other"),
        ("https://pict.sindonews.com/dyn/850/pena/news/a.jpg", "other"),
        ("https://sin.do/u/android", "short_link"),
        ("https://daerah.sindonews.com/artikel/pena/652345/judul", "other"),
        ("https://nasional.sindonews.com/read/652345/15", "other"),
        ("https://nasional.sindonews.com/read/652345/15/..", "other"),
        ("https://nasional.sindonews.com/read/652345/15/a/../../../etc/passwd", "other"),
        ("https://nasional.sindonews.com/read/652345/15/judul-1641872520/amp/x", "other"),
        ("https://cdn.sindonews.net/dyn/620/content/2019/08/28/15/1434156/x.jpg", "foreign"),
        ("https://evilsindonews.com/read/1/2/judul-1641872520", "foreign"),
        ("https://sindonews.com.evil.id/read/1/2/judul-1641872520", "foreign"),
        ("https://nasional.sindonews.com./read/1/2/judul-1641872520", "foreign"),
        ("https://a@nasional.sindonews.com/read/1/2/judul-1641872520", "foreign"),
        ("https://nasional.sindonews.com@evil.id/read/1/2/judul-1641872520", "foreign"),
        ("https://evil.id\\@nasional.sindonews.com/read/1/2/judul-1641872520", "foreign"),
        ("https://nasional.sindonews.com:8080/read/1/2/judul-1641872520", "foreign"),
        ("https://nasional.sindonews.com:x/read/1/2/judul-1641872520", "foreign"),
        ("https://nasional.sìndonews.com/read/1/2/judul-1641872520", "foreign"),
        ("https://nasional.\uff53indonews.com/read/1/2/judul-1641872520", "foreign"),
        ("https://127.0.0.1/read/1/2/judul-1641872520", "foreign"),
        ("https://[::1]/read/1/2/judul-1641872520", "foreign"),
        ("https://[::1/read/1/2/judul-1641872520", "foreign"),
        ("javascript:alert(1)", "foreign"),
        ("mailto:redaksi@sindonews.com", "foreign"),
        ("ftp://nasional.sindonews.com/read/1/2/judul-1641872520", "foreign"),
        ("/read/652345/15/judul-1641872520", "foreign"),
        (f"https://nasional.sindonews.com/read/1/2/{'a' * 60_000}", "foreign"),
        ("", "foreign"),
    ],
)
def test_everything_else_has_a_kind(url: str, kind: str) -> None:
    assert parse(url).kind == kind
    assert kind == "advertisement" or parse(url).id is None


@given(st.text() | st.text(alphabet="htps:/.@[]%#?&=sindonews.comread0123456789-\\ \x00\udcff"))
def test_any_text_has_a_kind(text: str) -> None:
    assert isinstance(parse(text).kind, str)
    assert parse(f"https://nasional.sindonews.com/read/{text}").kind


@given(
    base=st.sampled_from(ARTICLES),
    scheme=st.sampled_from(["http", "https", "HTTP"]),
    query=st.sampled_from(["", "?showpage=all", "?utm_source=wa&showpage=all", "?_ga=1.2.3"]),
    fragment=st.text(max_size=20).map(lambda text: f"#{text}"),
    offset=st.sampled_from(["", "/", "/5", "/10", "/20/"]),
)
def test_identity_outlives_scheme_query_fragment_and_offset(
    base: str, scheme: str, query: str, fragment: str, offset: str
) -> None:
    plain = str(parse(base).canonical)
    host_and_path = plain.removeprefix("https://")
    host, _, path = host_and_path.partition("/")
    variant = f"{scheme}://{host.upper()}/{path}{offset}{query}{fragment}"
    assert parse(variant).id == parse(base).id
    assert parse(variant).canonical == plain
    assert parse(plain).canonical == plain


@given(
    one=st.tuples(st.integers(1, 999_999_999), st.integers(1_200_000_000, 2_100_000_000)),
    other=st.tuples(st.integers(1, 999_999_999), st.integers(1_200_000_000, 2_100_000_000)),
)
def test_two_numbers_are_two_articles(one: tuple[int, int], other: tuple[int, int]) -> None:
    ids = {
        parse(f"https://ekbis.sindonews.com/read/{number}/34/judul-{time}").id
        for number, time in (one, other)
    }
    assert len(ids) == 2 or one[0] == other[0]


@given(st.text(min_size=1))
def test_a_canonical_address_is_its_own_canonical(slug: str) -> None:
    first = parse(f"https://ekbis.sindonews.com/read/12/34/{slug}").canonical
    assert first is None or parse(first).canonical == first


def test_further_pages_and_the_whole_text_are_built_from_any_variant() -> None:
    assert parse(PLAIN + "/10?utm_source=wa").whole_text == PLAIN + "?showpage=all"
    assert parse(PLAIN + "?showpage=all").page(10) == PLAIN + "/10"
    assert parse(PLAIN + "/20").page(0) == PLAIN
    video = parse("https://video.sindonews.com/play/106867/hut-ke-79-tni")
    assert (video.whole_text, video.page(10)) == (None, None)


def test_offset_and_whole_text_are_read_off_an_address() -> None:
    page = parse(PLAIN + "/10")
    whole = parse(PLAIN + "?a=b&showpage=all")
    assert isinstance(page, ArticleAddress)
    assert isinstance(whole, ArticleAddress)
    assert (page.offset, page.whole, whole.offset, whole.whole) == (10, False, 0, True)


def test_the_end_of_the_address_dates_the_article() -> None:
    assert parse(PLAIN).published_hint == datetime(2022, 1, 11, 3, 42, tzinfo=UTC)
    undated = parse("https://tekno.sindonews.com/read/12/122/telepon-0812345678")
    assert undated.published_hint is None


LISTS = SINDONEWS.lists
DATED = LISTS.daily_index("international", date(2022, 1, 11), 20)
SOURCES = [
    ("index", DATED),
    ("index", LISTS.older_index(DATED or "")),
    ("index", LISTS.front_index("ekbis")),
    *(("feed", url) for name in (None, *SECTIONS) for url in LISTS.feeds(name)),
    *(("sitemap", LISTS.news_sitemap(name)) for name in SECTIONS),
    ("topic", LISTS.topic("7652/perang-rusia")),
    ("topic", LISTS.topic(f"{WWW}/topic/7652/perang-rusia")),
    ("author", LISTS.author("1234/muhaimin")),
    ("search", LISTS.search("banjir rob")),
]


@pytest.mark.parametrize(("kind", "url"), SOURCES)
def test_every_source_of_the_site_has_the_kind_it_was_built_as(kind: str, url: str) -> None:
    assert parse(url).kind == kind


def test_a_section_without_a_number_has_no_index_of_its_own() -> None:
    assert LISTS.daily_index("sains", date(2022, 1, 11)) is None
    assert LISTS.front_index("sains") is None
    assert LISTS.daily_index(None, date(2022, 1, 11)) == f"{WWW}/indeks/0/0?t=2022-01-11"


@pytest.mark.parametrize(
    "named", ["perang-rusia", f"{WWW}/blog/7/x", "https://example.org/topic/7/x"]
)
def test_what_is_no_topic_has_no_page(named: str) -> None:
    assert LISTS.topic(named) is None


def test_every_sub_channel_belongs_to_a_known_section() -> None:
    assert set(SECTION_OF_CHANNEL.values()) <= set(SECTIONS)
