"""The name of a site that stands where the headline should."""

from datetime import UTC, datetime

import pytest

from newsspider.extract import Page, extract
from newsspider.items import Article

_TITLE = "Warga Lereng Timur Menanam Kopi di Ladang Bersama"
_BRAND = "Kabar Nusantara Daring"
_SLUG = "warga-lereng-timur-menanam-kopi-di-ladang-bersama"
_BY_ROLE = f"<div role='heading' aria-level='1'>{_TITLE}</div>"
_LOGO = f"<h1><a href='/'>{_BRAND}</a></h1>"
_TEXT = "".join(
    f"<p>Warga lereng timur menanam kopi di ladang bersama sejak pagi, dan kelompok {name} "
    "menyiapkan lubang tanam, pupuk kandang serta air dari mata air di atas desa.</p>"
    for name in ("Melati", "Kenanga", "Cempaka", "Dahlia")
)


def _read(
    top: str, headline: str, title: str = _TITLE, slug: str = _SLUG, stated: str = _BRAND
) -> Article:
    source = (
        f"<html lang='id'><head><title>{title}</title><meta property='og:title' content='{stated}'>"
        "<meta property='og:type' content='article'></head><body>"
        f"<header>{top}</header><article>{headline}<p>Selasa, 21 Juli 2026 | 14:45 WIB</p>"
        f"<div class='isi'>{_TEXT}</div></article></body></html>"
    )
    url = f"https://kabar.example/berita/{slug}"
    return extract(Page.from_bytes(url, source.encode(), datetime(2026, 7, 22, tzinfo=UTC)))


@pytest.mark.parametrize("top", [_LOGO, f"<h1>{_BRAND}</h1>"])
@pytest.mark.parametrize(
    "headline", [_BY_ROLE, f"<h2>{_TITLE}</h2>", f"<div class='judul'>{_TITLE}</div>"]
)
@pytest.mark.parametrize("title", [_TITLE, f"{_TITLE} | {_BRAND}", f"{_BRAND} - {_TITLE}"])
def test_what_title_and_address_say_is_the_headline_not_a_logo(
    top: str, headline: str, title: str
) -> None:
    article = _read(top, headline, title)
    assert article.headline == _TITLE
    assert "headline_unconfirmed" not in article.warnings


@pytest.mark.parametrize(
    "top", [_LOGO, f"<div class='site-title'><h1>{_BRAND}</h1></div>"], ids=["link", "box"]
)
def test_a_logo_yields_to_the_title_where_the_address_has_no_words(top: str) -> None:
    assert _read(top, _BY_ROLE, slug="20260721144500").headline == _TITLE


def test_a_name_that_closes_the_title_yields_where_the_address_has_no_words() -> None:
    article = _read(f"<h1>{_BRAND}</h1>", _BY_ROLE, f"{_TITLE} | {_BRAND}", "20260721144500")
    assert article.headline == _TITLE


def test_a_name_beside_no_headline_is_not_confirmed() -> None:
    article = _read(_LOGO, "")
    assert article.headline == _TITLE
    assert "headline_unconfirmed" in article.warnings


def test_a_headline_that_title_and_address_contradict_is_not_confirmed() -> None:
    printed = "Kopi Bersama, Harapan Baru bagi Petani Muda"
    article = _read("", f"<h1>{printed}</h1>", stated=printed)
    assert article.headline == printed
    assert "headline_unconfirmed" in article.warnings


def test_accents_that_title_and_address_leave_out_contradict_nothing() -> None:
    printed = "José Peláez Mengajar Ábel Menanam Kopi"
    plain = "Jose Pelaez Mengajar Abel Menanam Kopi"
    slug = "jose-pelaez-mengajar-abel-menanam-kopi"
    article = _read("", f"<h1>{printed}</h1>", plain, slug, printed)
    assert (article.headline, "headline_unconfirmed" in article.warnings) == (printed, False)


def test_a_headline_that_the_title_lacks_stands_where_the_address_agrees() -> None:
    article = _read("", f"<h1>{_TITLE}</h1>", title=_BRAND, stated=_TITLE)
    assert (article.headline, "headline_unconfirmed" in article.warnings) == (_TITLE, False)


def test_a_heading_by_role_is_the_headline_where_the_page_has_no_other() -> None:
    article = _read("", _BY_ROLE.replace("div", "section"), stated=_TITLE)
    assert (article.headline, "headline_unconfirmed" in article.warnings) == (_TITLE, False)
