"""When an article was published, by every form in which a page says so."""

import pytest

from newsspider.extract import Page, extract
from tests.support.drawn_pages import DATE, NOW, URL, draw


def test_a_page_in_another_language_has_its_date_by_dateparser_and_says_so() -> None:
    article = extract(draw(lang="de", date="Mittwoch, 16. September 2026, 09:15 Uhr"))

    assert article.date_published == "2026-09-16T09:15:00+07:00"
    assert "date_by_dateparser" in article.warnings


def test_an_indonesian_line_is_the_grammars_whatever_the_page_declares() -> None:
    article = extract(draw(lang="de"))

    assert article.date_published == "2026-09-16T09:15:00+07:00"
    assert article.warnings == []


STATED = {
    "text": '"2026-09-16T09:15:00+07:00"',
    "list": '["2026-09-16T09:15:00+07:00"]',
    "list with a gap": '[null, "", "2026-09-16T09:15:00+07:00", "2026-01-01T00:00:00Z"]',
    "nested list": '[["2026-09-16T09:15:00+07:00"]]',
    "object": '{"@type": "Date", "@value": "2026-09-16T09:15:00+07:00"}',
    "list of objects": '[{"@type": "DateTime", "@value": "2026-09-16T09:15:00+07:00"}]',
    "object of a list": '{"@value": ["2026-09-16T09:15:00+07:00"]}',
    "object with value": '{"@type": "PropertyValue", "value": "2026-09-16T09:15:00+07:00"}',
    "date line": '"Rabu, 16 September 2026 - 09:15 WIB"',
}


@pytest.mark.parametrize("value", STATED.values(), ids=STATED)
def test_json_ld_states_dates_in_every_form(value: str) -> None:
    stated = f'{{"@type": "NewsArticle", "datePublished": {value}, "dateModified": {value}}}'

    article = extract(draw(date="", head=f'<script type="application/ld+json">{stated}</script>'))

    assert article.date_published == "2026-09-16T09:15:00+07:00"
    assert article.date_published_source == "json_ld"
    assert article.date_modified == "2026-09-16T09:15:00+07:00"


@pytest.mark.parametrize(
    "name",
    [
        "og:pubdate",
        "publish_date",
        "dtk:publishdate",
        "parsely-pub-date",
        "sailthru.date",
        "cXenseParse:recs:publishtime",
        "DC.date.issued",
    ],
)
def test_the_head_may_state_the_date_under_many_names(name: str) -> None:
    article = extract(draw(date="", head=f'<meta name="{name}" content="2026/09/16 09:15:00">'))

    assert article.date_published == "2026-09-16T09:15:00+07:00"
    assert article.date_published_source == "meta"


def test_a_date_line_of_two_boxes_keeps_its_time_of_day() -> None:
    boxes = "<span>Rabu, 16 September 2026</span><span>09:15 WIB</span>"

    article = extract(draw(date=boxes))

    assert article.date_published == "2026-09-16T09:15:00+07:00"
    assert article.date_published_raw == "Rabu, 16 September 2026 09:15 WIB"


@pytest.mark.parametrize("value", ["1789524900", '"1789524900"', "1789524900000"])
def test_json_ld_may_count_the_seconds(value: str) -> None:
    stated = f'{{"@type": "NewsArticle", "datePublished": {value}}}'

    article = extract(draw(date="", head=f'<script type="application/ld+json">{stated}</script>'))

    assert article.date_published == "2026-09-16T02:15:00+00:00"


@pytest.mark.parametrize("value", ["[]", "{}", "[[]]", "true", "12", '{"@type": "Date"}', "null"])
def test_json_ld_without_a_date_states_none(value: str) -> None:
    stated = f'{{"@type": "NewsArticle", "datePublished": {value}, "dateModified": {value}}}'

    article = extract(draw(date="", head=f'<script type="application/ld+json">{stated}</script>'))

    assert article.date_published_source == "url"
    assert article.date_modified is None


@pytest.mark.parametrize("shown", ["1 hari lalu", "kemarin", "16 September 2026", ""])
@pytest.mark.parametrize(
    "box",
    [
        '<time datetime="2026-09-16T09:15:00+07:00">{}</time>',
        '<span><time class="x" datetime="2026-09-16T09:15+0700"><b>{}</b></time></span>',
        '<relative-time datetime="2026-09-16T09:15:00+07:00">{}</relative-time>',
        '<abbr class="published" title="2026-09-16T09:15:00+07:00">{}</abbr>',
        '<span itemprop="datePublished" content="2026-09-16T09:15:00+07:00">{}</span>',
        '<data value="2026-09-16T09:15:00+07:00">{}</data>',
        '<span title="Rabu, 16 September 2026 - 09:15 WIB">{}</span>',
        '<span data-date="2026-09-16 09:15:00">{}</span>',
        '<time class="updated" datetime="2026-09-16T20:00:00+07:00"></time>'
        '<time datetime="2026-09-16T09:15:00+07:00">{}</time>',
    ],
)
def test_markup_states_the_moment_that_a_line_leaves_open(box: str, shown: str) -> None:
    article = extract(draw(date=box.format(shown)))

    assert article.date_published == "2026-09-16T09:15:00+07:00"
    assert article.date_published_raw == (shown or None)
    assert "time_unknown" not in article.warnings


def test_a_line_with_its_time_is_not_overruled_by_its_markup() -> None:
    article = extract(draw(date=f'<time datetime="2026-09-16T00:00:00Z">{DATE}</time>'))

    assert article.date_published == "2026-09-16T09:15:00+07:00"
    assert article.warnings == []


def test_a_time_element_beside_the_known_place_is_found() -> None:
    time = '<time datetime="2026-09-16T09:15:00+07:00">1 hari lalu</time>'
    article = extract(draw(date="", authors=f"<a rel=author>Widya Lestari</a> {time}"))

    assert article.date_published == "2026-09-16T09:15:00+07:00"


@pytest.mark.parametrize(
    ("line", "raw"),
    [
        (f"{DATE} (Diperbarui Kamis, 17 September 2026 - 08:00 WIB)", None),
        (f"{DATE} | Update: Kamis, 17 September 2026 - 08:00 WIB", None),
        (f"{DATE}, diubah Kamis, 17 September 2026 08.00 WIB", None),
        (f"Diperbarui Kamis, 17 September 2026 - 08:00 WIB, tayang {DATE}", None),
        ("16/9/2026 09:15 WIB (Diperbarui Kamis, 17 September 2026 - 08:00 WIB)", None),
        (
            f"Widya Lestari {DATE} (Diperbarui Kamis, 17 September 2026)",
            f"{DATE} (Diperbarui Kamis, 17 September 2026)",
        ),
        ("Widya Lestari | Rabu, 16 September 2026 - 09:15 WIB", DATE),
        (f"{DATE} dibaca 120 kali", DATE),
    ],
)
def test_the_raw_line_is_the_one_that_the_date_was_read_from(line: str, raw: str | None) -> None:
    article = extract(draw(date=line))

    assert article.date_published == "2026-09-16T09:15:00+07:00"
    assert article.date_published_raw == (raw or line)


UPDATED = "Diperbarui Kamis, 17 September 2026, 08:00 WIB"


@pytest.mark.parametrize("line", [UPDATED, f"Kabar.example - {UPDATED}"])
def test_a_line_of_an_update_yields_to_what_says_when_the_article_appeared(line: str) -> None:
    stated = '<meta property="article:published_time" content="2026-09-16T09:15:00+07:00">'

    article = extract(draw(date=line, head=stated))

    assert article.date_published == "2026-09-16T09:15:00+07:00"
    assert article.date_published_source == "meta"
    assert article.warnings == []


def test_a_line_of_an_update_alone_is_the_date_with_a_warning() -> None:
    article = extract(draw(date="Diperbarui Sabtu, 19 September 2026, 08:00 WIB"))

    assert article.date_published == "2026-09-19T08:00:00+07:00"
    assert "date_unconfirmed" in article.warnings


@pytest.mark.parametrize(
    ("line", "warned"),
    [
        ("Rabu, 16 September 2026 - 09:15 WIB", False),
        ("Kamis, 17 September 2026 - 08:15 WIB", False),
        ("Rabu, 16 September 2026 - 02:15 WIB", True),
        ("Sabtu, 19 September 2026 - 09:15 WIB", True),
    ],
)
def test_a_moment_outside_the_hours_of_the_address_is_doubted(line: str, warned: bool) -> None:
    assert ("address_conflict" in extract(draw(date=line)).warnings) is warned


LATER = "2026-09-16T21:40:00+07:00", "Rabu, 16 September 2026 - 21:40 WIB"
FIRST = "2026-09-16T09:15:00+07:00", DATE
OF_UPDATE = (
    "Pembaruan:", "Pembaruan terakhir", "Pemutakhiran", "Terakhir diubah:", "Diupdate pada",
    "Update:", "Revisi", "Koreksi", "Perubahan", "Last modified", "Disunting", "Diperbarui",
)  # fmt: skip
PAIRS = (
    '<div class="{c}">{u} <time datetime="{0}">{1}</time><br>{p} <time datetime="{2}">{3}</time>'
    "</div>",
    '<p class="{c}"><span>{u} <time>{1}</time></span> | <span>{p} <time>{3}</time></span></p>',
    '<div class="{c}"><b>{u}</b> {1}<br><b>{p}</b> {3}</div>',
    '<dl class="{c}"><dt>{u}</dt><dd>{1}</dd><dt>{p}</dt><dd>{3}</dd></dl>',
    '<table class="{c}"><tr><th>{u}</th><td><time>{1}</time></td></tr>'
    "<tr><th>{p}</th><td><time>{3}</time></td></tr></table>",
    '<div class="{c}"><div><span>{u}</span><span>{1}</span></div>'
    "<div><span>{p}</span><span>{3}</span></div></div>",
    '<div class="{c}">{u} {1}<br>{p} {3}</div>',
)


@pytest.mark.parametrize(
    ("url", "box"),
    [(URL, "detail-date-artikel"), (URL, "x7"), ("https://kabar.example/2026/09/16/garam", "x7")],
)
@pytest.mark.parametrize(
    ("update", "publication", "pair"),
    [
        *(("Pembaruan:", "Tayang:", pair) for pair in PAIRS),
        *((label, "Tayang:", pair) for label in OF_UPDATE for pair in PAIRS[:1]),
        *(("Diperbarui:", "Diunggah", pair) for pair in PAIRS),
        *(("Koreksi", "", pair) for pair in PAIRS),
    ],
)
def test_an_update_that_comes_first_under_its_label_is_not_the_publication(
    update: str, publication: str, pair: str, url: str, box: str
) -> None:
    line = pair.format(*LATER, *FIRST, u=update, p=publication, c=box)
    page = draw(date="").body.decode()
    page = page.replace('<div class="detail-date-artikel"></div>', line).replace(URL, url)

    article = extract(Page.from_bytes(url, page.encode(), NOW, "text/html"))

    assert article.date_published == FIRST[0]
    assert article.date_published_source == "visible"


def test_an_update_printed_beside_the_publication_is_when_the_article_was_changed() -> None:
    line = PAIRS[0].format(*LATER, *FIRST, u="Pembaruan:", p="Tayang:", c="x7")
    page = draw(date="").body.decode()
    page = page.replace('<div class="detail-date-artikel"></div>', line)

    article = extract(Page.from_bytes(URL, page.encode(), NOW, "text/html"))

    assert (article.date_published, article.date_modified) == (FIRST[0], LATER[0])


def test_two_moments_without_labels_and_witness_are_warned_about() -> None:
    url = "https://ekbis.sindonews.com/read/1745210/34/panen-garam-di-rembang"
    line = PAIRS[0].format(*LATER, *FIRST, u="", p="", c="x7")
    page = draw(date="").body.decode()
    page = page.replace('<div class="detail-date-artikel"></div>', line).replace(URL, url)

    article = extract(Page.from_bytes(url, page.encode(), NOW, "text/html"))

    assert "date_unconfirmed" in article.warnings


@pytest.mark.parametrize("ahead", ["<a href='/u'>Update</a>", "<span>News Update</span>"])
def test_a_topic_ahead_of_the_date_is_no_label(ahead: str) -> None:
    article = extract(draw(date=f"{ahead} <time>{DATE}</time>"))

    assert article.date_published == FIRST[0]
    assert article.warnings == []
