"""Bytes, as a page."""

import pickle
from datetime import UTC, datetime

import pytest

from newsspider.extract import NotAnArticle, Page
from newsspider.reading.html.lines import line_of
from newsspider.reading.html.links import absolute
from newsspider.reading.html.parsing.page_bytes import MAX_BYTES, check_limits, decode
from newsspider.reading.text import clean

NOW = datetime(2026, 7, 24, tzinfo=UTC)
URL = "https://nasional.sindonews.com/read/1731775/15/judul-1784876400"


@pytest.mark.parametrize(
    ("body", "content_type", "encoding", "text"),
    [
        ("Jum’at".encode(), "text/html; charset=iso-8859-1", "utf-8", "Jum’at"),
        ("Jum’at".encode(), None, "utf-8", "Jum’at"),
        (b"\xef\xbb\xbfJumat", "text/html", "utf-8", "Jumat"),
        ("Jum’at".encode()[:-4], "text/html", "utf-8", "Jum"),
        ("Jum’at".encode("cp1252"), "text/html", "cp1252", "Jum’at"),
        ("Jum’at".encode("cp1252"), "text/html; charset=latin1", "cp1252", "Jum’at"),
        (b'<meta charset="iso-8859-2">\xb3', None, "iso8859-2", '<meta charset="iso-8859-2">ł'),
        ("Jum’at".encode("utf-16"), "text/html", "utf-16-le", "Jum’at"),
        ("<p>Jum’at</p>".encode("utf-16-le"), "text/html", "utf-16-le", "<p>Jum’at</p>"),
        ("\n<p>Jum’at</p>".encode("utf-16-be"), None, "utf-16-be", "\n<p>Jum’at</p>"),
        (b"rusak \xff", "text/html; charset=utf-8", "utf-8", "rusak \ufffd"),
        (b"\x81", "text/html; charset=does-not-exist", "cp1252", "\ufffd"),
    ],
)
def test_valid_utf_8_is_utf_8_and_the_rest_is_read_as_browsers_do(
    body: bytes, content_type: str | None, encoding: str, text: str
) -> None:
    assert decode(body, content_type) == (encoding, text)


@pytest.mark.parametrize(
    "headline",
    [
        "<h1><table><tr><td>Panen</td><td>Raya</td></tr></table></h1>",
        "<H1 class=a>Panen <TABLE width='9'><TBODY><TR><TD>Raya</TABLE></H1>",
        "<h1><p>Panen</p><p>Raya</p></h1>",
        "<h1><p>Panen<p>Raya</h1>",
        "<h1><form><fieldset>Panen</fieldset></form>Raya</h1>",
        "<h1>Panen <pre>Raya</pre></h1>",
    ],
)
def test_a_headline_keeps_the_boxes_that_a_browser_leaves_in_it(headline: str) -> None:
    source = f"<html><body><div>{headline}<p>Petani lega.</p></div></body></html>"
    page = Page.from_bytes(URL, source.encode(), NOW)

    assert [clean(line_of(element)) for element in page.elements("h1")] == ["Panen Raya"]
    assert [element.text for element in page.elements("div > p")] == ["Petani lega."]


@pytest.mark.parametrize("headline", ["<h1>Panen Raya", "<h1>Panen Raya</h2>"])
def test_a_headline_that_nobody_closed_takes_no_paragraph(headline: str) -> None:
    source = f"<html><body>{headline}<p>Petani lega.</p></body></html>"
    page = Page.from_bytes(URL, source.encode(), NOW)

    assert [element.text for element in page.elements("h1")] == ["Panen Raya"]
    assert [element.text for element in page.elements("p")] == ["Petani lega."]


@pytest.mark.parametrize(
    ("base", "joined"),
    [
        ("", "https://nasional.sindonews.com/read/1731775/15/lain-1"),
        ('<base href="https://www.sindonews.com/">', "https://www.sindonews.com/lain-1"),
        (
            '<base target="_top"><base href=" /berita/ ">',
            "https://nasional.sindonews.com/berita/lain-1",
        ),
        ('<base href="//ekbis.sindonews.com/a/b">', "https://ekbis.sindonews.com/a/lain-1"),
        ('<base href="javascript:">', "https://nasional.sindonews.com/read/1731775/15/lain-1"),
        ('<base href="http://[">', "https://nasional.sindonews.com/read/1731775/15/lain-1"),
        (
            '<template><base href="/b/"></template><base href="/a/">',
            "https://nasional.sindonews.com/a/lain-1",
        ),
        (
            '<noscript><base href="/b/"></noscript>',
            "https://nasional.sindonews.com/read/1731775/15/lain-1",
        ),
        ('<base href="/a/"><base href="/b/">', "https://nasional.sindonews.com/a/lain-1"),
    ],
)
def test_relative_links_go_by_the_base_that_the_page_sets(base: str, joined: str) -> None:
    page = Page.from_bytes(URL, f"<html><head>{base}</head><body>x</body></html>".encode(), NOW)

    assert absolute(page, "lain-1") == joined
    assert absolute(page, "https://a.example/b") == "https://a.example/b"


@pytest.mark.parametrize("expected", [None, frozenset[str](), frozenset(("judul",))])
def test_what_only_screen_readers_read_is_not_shown_whatever_classes_a_layout_names(
    expected: frozenset[str] | None,
) -> None:
    body = b"""<nav><ul><li class="sr-only"><a>1</a></li><li><a>2</a></li></ul></nav>
        <div class="judul sr-only"><p><a>3</a></p></div><p class="judul"><a>4</a></p>
        <p role="note"><a>5</a><a role="tooltip">6</a></p>"""
    page = Page.from_bytes(URL, body, NOW)
    if expected is not None:
        page.index.expect(expected)
    assert [link.text for link in page.shown(page.iter("a"))] == ["2", "4", "5"]


def test_a_page_travels_to_another_process_without_its_tree() -> None:
    page = Page.from_bytes(URL, b"<h1>Judul</h1>", NOW, "text/html")
    assert page.root.tag == "html"

    again = pickle.loads(pickle.dumps(page))

    assert again == page
    assert again.root.tag == "html"


def test_a_refusal_travels_back() -> None:
    refusal = pickle.loads(pickle.dumps(NotAnArticle("no_body", URL)))

    assert (refusal.reason, refusal.url) == ("no_body", URL)


def test_a_moment_without_zone_is_utc() -> None:
    assert Page.from_bytes(URL, b"", datetime(2026, 7, 24)).fetched_at == NOW  # noqa: DTZ001


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"a" * (MAX_BYTES + 1), id="larger than 5 MiB"),
        pytest.param(b"<p>" * 400_000, id="more tags than a page has"),
        pytest.param(b"<p " + b" ".join(b"a%d=1" % i for i in range(20_000)), id="a long tag"),
    ],
)
def test_what_would_hold_up_the_parser_is_refused_before_parsing(body: bytes) -> None:
    with pytest.raises(NotAnArticle, match="larger than any article"):
        check_limits(body)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b'<img src="data:image/png;base64,' + b"A" * 200_000 + b'">', id="data image"),
        pytest.param(b"<script>var a='" + b"a<b;" * 40_000 + b"'</script>", id="long script"),
        pytest.param(b"<p>" + b"kata " * 40_000 + b"</p>", id="long text"),
    ],
)
def test_what_is_only_long_is_not_refused(body: bytes) -> None:
    check_limits(body)


def test_nesting_beyond_the_parser_is_noticed() -> None:
    deep = Page.from_bytes(URL, b"<div>" * 3000 + b"teks", NOW)
    flat = Page.from_bytes(URL, b"<div>" * 1000 + b"teks", NOW)

    assert (deep.too_deep, flat.too_deep) == (True, False)


@pytest.mark.parametrize(
    ("body", "complete"),
    [
        (b"<html><body>teks</body></html>", True),
        (b"<html><body>teks</BODY >\n<!-- render 0.2 s -->", True),
        (b"<html><body>teks</di", False),
        (b"<html><body>" + b"</body>" + b"teks " * 4000, False),
    ],
)
def test_a_page_that_breaks_off_is_noticed(body: bytes, complete: bool) -> None:
    assert Page.from_bytes(URL, body, NOW).complete is complete


def test_broken_json_ld_is_noticed_when_it_is_asked_for() -> None:
    body = b'<script type="application/ld+json">{"@type": "NewsArticle" oops</script>'
    page = Page.from_bytes(URL, body, NOW)

    assert page.json_ld("BreadcrumbList") == []
    assert not page.json_ld_broken
    assert page.json_ld("NewsArticle") == []
    assert page.json_ld_broken


def test_a_selector_is_there_to_try_things_with() -> None:
    page = Page.from_bytes(URL, b"<h1>Judul</h1>", NOW)

    assert page.selector.css("h1::text").get() == "Judul"


def _headlines(body: bytes) -> list[str | None]:
    page = Page.from_bytes("https://daerah.sindonews.com/read/1/2/x", body, NOW)
    return [element.text for element in page.root.iter("h1")]


def test_what_follows_end_tags_that_came_too_early_is_read() -> None:
    rest = b"<h1>Panen raya</h1>" + b"<p>Warga memanen padi di tiga desa.</p>" * 99
    assert _headlines(b"<html><body></body></html>" + rest + b"</body></html>") == ["Panen raya"]


def test_the_page_behind_an_error_of_a_proxy_is_read() -> None:
    error = b"<html><body><h1>504</h1></body></html>"
    rest = b"<!DOCTYPE html><html><body><h1>Panen raya</h1>" + b"<p>Padi.</p>" * 200
    assert _headlines(error + rest) == ["Panen raya"]


def test_of_two_pages_in_one_answer_the_first_is_read() -> None:
    one = b"<html><body><h1>Panen raya</h1>" + b"<p>Padi.</p>" * 200 + b"</body></html>"
    assert _headlines(one + one.replace(b"Panen raya", b"Harga telur")) == ["Panen raya"]


def test_a_page_that_ends_early_or_breaks_its_headline_after_many_errors_is_mended() -> None:
    errors = "</x>" * 200  # the parser reports no more than a hundred
    headline = "<h1><p>Panen</p><p>Raya</p></h1>"
    text = "<p>Petani lega.</p>" * 99
    source = f"<html><body>{errors}<div>{headline}</div></body></html>{text}</body></html>"
    page = Page.from_bytes(URL, source.encode(), NOW)

    assert [clean(line_of(element)) for element in page.elements("h1")] == ["Panen Raya"]
    assert len(list(page.iter("p"))) == 99


def test_an_end_tag_that_is_a_text_of_a_script_stays_in_it() -> None:
    script = "tulis('</body>')" + " " * 2_000
    source = f"<html><body><p>Panen</p><script>{script}</script></body></html>"
    page = Page.from_bytes(URL, source.encode(), NOW)

    assert [element.text for element in page.iter("script")] == [script]
