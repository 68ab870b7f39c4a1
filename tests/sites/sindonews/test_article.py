"""What the saved pages cannot show by themselves: which pages were given, and in what state."""

from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from newsspider.extract import NotAnArticle, Page, extract
from newsspider.reading.listing import Listed
from newsspider.store.pages.fixtures import Fixture

ROOT: Final = Path(__file__).parents[3] / "fixtures" / "sindonews"


@cache
def pages(case: str) -> list[Page]:
    """All renderings of a saved page, page 1 first."""
    fixture = Fixture.load(ROOT / case)
    return [fixture.page(), *fixture.more()]


def changed(page: Page, old: str, new: str) -> Page:
    """The page with a piece of its source replaced; the piece must be there."""
    body = page.body.decode("utf-8")
    assert old in body, old
    return Page.from_bytes(page.url, body.replace(old, new).encode(), page.fetched_at)


def cut(page: Page, part: float) -> Page:
    """The first part of a page."""
    return replace(page, body=page.body[: int(len(page.body) * part)])


def test_the_whole_rendering_alone_gives_the_same_text() -> None:
    first, whole = pages("2025-26-two-pages-showpage-all")

    alone, both = extract(whole), extract(first, whole)

    assert alone.article_body == both.article_body
    assert (alone.id, alone.url, alone.headline) == (both.id, both.url, both.headline)
    assert alone.date_published == both.date_published
    assert "body_incomplete" not in alone.warnings


def test_page_1_alone_says_that_more_is_to_come() -> None:
    first, whole = pages("2025-26-two-pages-showpage-all")

    alone = extract(first)

    assert extract(first, whole).article_body.startswith(alone.article_body)
    assert alone.page_count == 2
    assert alone.warnings == ["body_incomplete"]


def test_page_2_alone_gives_its_text_and_says_that_it_is_not_all() -> None:
    first, second = pages("2025-26-two-pages-page-2")

    alone = extract(second)

    assert alone.id == extract(first).id
    assert alone.url == extract(first).url
    assert extract(first, second).article_body.endswith(alone.article_body)
    assert "body_incomplete" in alone.warnings


def test_metadata_is_of_page_1_in_whatever_order_the_pages_come() -> None:
    first, *more = pages("2025-26-live-report-four-pages")

    assert extract(more[-1], first, *reversed(more[:-1])) == extract(first, *more)


def test_a_whole_rendering_that_breaks_off_counts_when_there_is_nothing_better() -> None:
    first, whole = pages("2025-26-two-pages-showpage-all")
    end = whole.body.index(b'id="detail-desc"') + 1200
    broken = replace(whole, body=whole.body[:end])

    article = extract(first, broken)

    assert "body_incomplete" in article.warnings
    assert article.article_body


@pytest.mark.parametrize("part", [0.9, 0.97, 0.995])
def test_a_page_that_breaks_off_behind_the_text_is_marked_all_the_same(part: float) -> None:
    (page,) = pages("2025-26-no-dateline")

    article = extract(cut(page, part))

    assert article.article_body == extract(page).article_body
    assert article.warnings == ["body_incomplete"]


def test_a_further_page_of_another_article_is_left_out() -> None:
    (page,) = pages("2025-26-no-dateline")
    foreign = pages("2025-26-two-pages-showpage-all")[1]

    article = extract(page, foreign)

    assert article.warnings == ["page_foreign"]
    assert replace(article, warnings=[]) == extract(page)


def test_page_1_sent_again_at_the_address_of_page_2_is_no_page_2() -> None:
    first, second = pages("2025-26-two-pages-page-2")
    again = replace(first, url=second.url)

    assert extract(first, again) == extract(first)


def test_initials_and_text_behind_a_container_that_was_closed_too_early_are_read() -> None:
    (page,) = pages("2025-26-bold-subheads")
    article = extract(page)
    box = f'<div class="editor">({article.editor})</div>'
    last = article.article_body.rpartition("\n\n")[2]

    assert extract(changed(page, box, f"</div>{box}<div>")) == article
    assert extract(changed(page, last, f"</div>{last}")) == article


def test_a_page_cut_within_a_character_ends_with_the_character_before() -> None:
    (page,) = pages("2025-26-no-dateline")
    paragraph = extract(page).article_body.split("\n\n")[1]
    body = changed(page, paragraph, f"{paragraph} \u201ckata").body
    end = body.index(b"\xe2\x80\x9ckata")

    article = extract(replace(page, body=body[: end + 2]))

    assert article.article_body.endswith(paragraph)
    assert "encoding_suspect" not in article.warnings


def test_a_nul_is_passed_over() -> None:
    (page,) = pages("2025-26-no-dateline")
    word = extract(page).article_body.split()[3]

    assert extract(changed(page, word, f"{word[:2]}\0{word[2:]}")) == extract(page)


def test_an_unreadable_further_page_is_as_good_as_none() -> None:
    first, whole = pages("2025-26-two-pages-showpage-all")

    assert extract(first, replace(whole, body=b"%PDF-1.7")) == extract(first)


def test_a_listing_dates_a_page_without_date() -> None:
    (page,) = pages("2025-26-date-in-the-address-only")
    listed = Listed(url=page.url, date_published="2026-07-24T09:15:00+07:00")

    article = extract(page, listed=listed)

    assert article.date_published == "2026-07-24T09:15:00+07:00"
    assert article.date_published_source == "listing"


def test_a_date_counted_back_from_now_yields_to_the_json_ld() -> None:
    (page,) = pages("2025-26-no-dateline")
    line = extract(page).date_published_raw
    assert line is not None

    article = extract(changed(page, line, "5 menit yang lalu"))

    assert article.date_published == extract(page).date_published
    assert article.date_published_source == "json_ld"
    assert article.date_published_raw == "5 menit yang lalu"
    assert article.warnings == []


def test_the_view_counter_is_no_part_of_the_date_line() -> None:
    (page,) = pages("2025-26-no-dateline")
    line = extract(page).date_published_raw
    assert line is not None

    counted = changed(page, line, f'{line} <span class="hit-view">Dibaca: 120x</span>')

    assert extract(counted) == extract(page)


def test_the_author_in_front_of_the_date_line_is_no_part_of_it() -> None:
    (page,) = pages("2025-26-no-dateline")
    line = extract(page).date_published_raw
    assert line is not None

    glued = changed(page, f">{line}<", f">Sabrina Minggu, {line}<")

    assert extract(glued) == extract(page)


def test_a_link_to_the_whole_text_alone_makes_no_second_page_of_a_text_with_its_initials() -> None:
    (page,) = pages("2025-26-bold-subheads")
    linked = changed(
        page,
        '<div class="page-status"></div>',
        '<div class="paging-all"><a href="?showpage=all">Baca Selengkapnya</a></div>',
    )
    whole = replace(linked, url=f"{page.url}?showpage=all")

    assert extract(linked, whole) == extract(linked) == extract(page)


def test_a_break_in_headline_or_caption_parts_words() -> None:
    (page,) = pages("2025-26-caption-foto-ist")
    article = extract(page)
    first, _, rest = article.headline.partition(" ")

    broken = changed(page, f">{first} {rest}</h1>", f">{first}<br>{rest}</h1>")
    broken = changed(broken, " Foto: Ist<", "<br>Foto: Ist<")

    assert extract(broken) == article


def test_the_image_is_preferred_to_the_other_formats_of_its_picture() -> None:
    (page,) = pages("2025-26-caption-foto-ist")
    image = extract(page).image
    assert image is not None
    other = image.url.replace("/dyn/", "/webp/")

    more = changed(
        page, 'class="detail-img">', f'class="detail-img"><picture><source srcset="{other}">'
    )

    assert extract(more).image == image


def test_a_date_line_of_no_day_there_is_stays_as_printed() -> None:
    (page,) = pages("2025-26-no-dateline")
    line = extract(page).date_published_raw
    assert line is not None

    article = extract(changed(page, line, "Senin, 32 Juli 2026 - 09:15 WIB"))

    assert article.date_published == extract(page).date_published
    assert article.date_published_raw == "Senin, 32 Juli 2026 - 09:15 WIB"
    assert article.date_published_source == "json_ld"
    assert article.warnings == ["date_conflict"]


def test_a_page_in_two_bytes_a_character_has_its_end() -> None:
    (page,) = pages("2025-26-no-dateline")

    assert extract(replace(page, body=page.text.encode("utf-16"))) == extract(page)


def test_a_date_line_is_found_without_its_class() -> None:
    (page,) = pages("2025-26-json-ld-absent")

    article = extract(changed(page, "detail-date-artikel", "kelas-lain"))

    assert article.date_published == extract(page).date_published
    assert article.date_published_source == "visible"


def test_a_headline_with_character_references_in_the_json_ld_is_the_same_headline() -> None:
    (page,) = pages("2025-26-no-dateline")
    headline = extract(page).headline
    spelt = f'"headline": "{headline[:-1]}&#{ord(headline[-1])};"'

    assert extract(changed(page, f'"headline": "{headline}"', spelt)) == extract(page)


def test_a_canonical_link_to_another_article_is_told_of() -> None:
    (page,) = pages("2025-26-no-dateline")
    number = extract(page).id.rpartition(":")[2]
    old = f'<link rel="canonical" href="{extract(page).url}'

    article = extract(changed(page, old, old.replace(number, "1234567")))

    assert article.id == extract(page).id
    assert article.warnings == ["canonical_conflict"]


def test_a_language_other_than_indonesian_is_kept_as_declared() -> None:
    (page,) = pages("2025-26-no-dateline")

    assert extract(page).in_language == "id"
    assert extract(changed(page, '<html lang="id-ID"', '<html lang="en"')).in_language == "en"


def test_rules_are_counted_so_that_one_which_never_hits_can_be_named() -> None:
    (page,) = pages("2025-26-no-dateline")
    counted = Counts()

    extract(page, stats=counted)

    assert counted.keys["parser/headline/css/h1.detail-title"] == 1
    assert all(key.startswith("parser/") for key in counted.keys)


class Counts:
    """A stats collector."""

    def __init__(self) -> None:
        self.keys: Counter[str] = Counter()

    def inc_value(self, key: str, count: int = 1) -> None:
        """Adds to a count."""
        self.keys[key] += count


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty"),
        (b" \n\xef\xbb\xbf ", "empty"),
        (b"\x00" * 500, "empty"),
        (b"%PDF-1.7\n%\xe2\xe3", "not_html"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "not_html"),
        (b"\x1f\x8b\x08\x00", "not_html"),
        (b'{"status": "ok"}', "not_html"),
        (b"plain words", "not_html"),
        (b"<?xml version='1.0'?><rss version='2.0'></rss>", "listing"),
        (b"<html><title>Just a moment...</title><h1>nasional.sindonews.com</h1>", "block_page"),
        (b"<html><title>403 Forbidden</title><h1>403 Forbidden</h1>", "block_page"),
        (b"<html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1>", "server_error"),
        (b"<html><title>404 - SINDOnews</title><p>Halaman tidak ditemukan</p>", "soft_404"),
        (b"<html><h1>Judul</h1><p>Teks</p></html>", "no_body"),
        (b"<html><p>Teks</p></html>", "no_headline"),
    ],
)
def test_what_is_no_article_is_refused_with_its_reason(body: bytes, reason: str) -> None:
    (page,) = pages("2025-26-no-dateline")

    with pytest.raises(NotAnArticle) as refused:
        extract(replace(page, body=body))
    assert refused.value.reason == reason


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://www.sindonews.com/topic/1/gempa", "listing"),
        ("https://video.sindonews.com/play/1/gempa", "foreign"),
        ("https://kabar", "foreign"),
    ],
)
def test_an_address_of_no_article_is_refused_unless_the_page_states_one(
    url: str, reason: str
) -> None:
    (page,) = pages("2025-26-no-dateline")
    stated = extract(replace(page, url=url))
    silent = replace(page, url=url, body=b"<html><h1>Judul</h1></html>")

    assert stated.id == extract(page).id
    with pytest.raises(NotAnArticle) as refused:
        extract(silent)
    assert refused.value.reason == reason


def test_a_notice_in_the_sites_own_layout_is_no_article() -> None:
    (page,) = pages("2025-26-date-in-the-address-only")
    text, headline = extract(page).article_body, extract(page).headline
    first = text.split("\n\n")[0]
    start = page.body.index(first[:30].encode())
    end = page.body.index(b"</div>", start)
    notice = page.body[:start] + b"Maaf, halaman yang Anda cari tidak ditemukan." + page.body[end:]
    gone = notice.decode().replace(headline, "404 Halaman Tidak Ditemukan")

    with pytest.raises(NotAnArticle) as refused:
        extract(replace(page, body=gone.encode()))
    assert refused.value.reason == "soft_404"


def test_a_strangers_page_at_an_articles_address_is_no_article() -> None:
    (page,) = pages("2025-26-no-dateline")
    body = b"<html><body><h1>Internet Sehat</h1><div id=wrap>" + b"<p>Situs ini ditutup.</p>" * 20

    with pytest.raises(NotAnArticle) as refused:
        extract(replace(page, body=body))
    assert refused.value.reason == "no_body"


def test_an_unknown_layout_is_read_by_its_microdata_or_its_densest_box() -> None:
    (page,) = pages("2025-26-no-dateline")
    unknown = page.body.decode()
    for name in (
        "detail-",
        "wrap-header",
        "paging-artikel",
        "article-tags",
        "<article",
        "</article",
    ):
        unknown = unknown.replace(name, name.replace("a", "o").replace("e", "u"))
    long = "<br><br>".join([extract(page).article_body.replace("\n\n", "<br><br>")] * 3)

    article = extract(replace(page, body=unknown.replace("<br><br>", long, 1).encode()))

    assert article.layout == "generic"
    assert article.headline == extract(page).headline
    assert article.date_published == extract(page).date_published
