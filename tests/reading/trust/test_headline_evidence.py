"""Which headline of a page is the article's."""

import pytest
from lxml import html

from newsspider.reading.trust.headline_evidence import Headline, settle

_TITLE = "Panen Raya Dimulai di Tiga Desa"
_SLUG = "panen-raya-dimulai-di-tiga-desa"


def _settled(page: str, said: list[str], slug: str = "") -> Headline:
    found = settle(html.fromstring(page).iter("h1", "h2"), said, slug)
    assert found is not None
    return found


def test_a_logo_yields_to_the_headline_that_the_head_agrees_with() -> None:
    page = f"<div><h1>Kabar Pagi</h1><h2>{_TITLE}</h2></div>"
    found = _settled(page, ["", f"{_TITLE} | Nasional | Kabar Pagi"])
    assert (found.text, found.confirmed) == (_TITLE, True)


def test_the_name_of_a_site_that_closes_the_title_is_no_headline() -> None:
    page = f"<div><h1>Kabar Lereng Timur</h1><h2>{_TITLE}</h2></div>"
    said = [f"{_TITLE} - Kabar Lereng Timur"]
    assert _settled(page, said).text == _TITLE
    assert _settled("<div><h1>Kabar Lereng Timur</h1></div>", said).text == "Kabar Lereng Timur"
    short = "<div><h1>Kabar Lereng Timur</h1><h2>Panen Raya Tiba</h2></div>"
    assert _settled(short, ["Panen Raya Tiba | Kabar Lereng Timur"]).text == "Panen Raya Tiba"


def test_the_address_confirms_where_the_head_lies() -> None:
    found = _settled(f"<div><h1>{_TITLE}</h1></div>", ["Harga Telur Turun"], _SLUG)
    assert (found.text, found.confirmed) == (_TITLE, True)


def test_two_witnesses_overrule_a_headline_that_none_confirms() -> None:
    found = _settled("<div><h1>Nasional</h1></div>", [_TITLE, f"{_TITLE} - Kabar"])
    assert (found.text, found.element, found.confirmed) == (_TITLE, None, False)


def test_a_headline_cut_with_dots_is_made_whole() -> None:
    found = _settled("<div><h1>Panen Raya Dimulai…</h1></div>", [_TITLE])
    assert (found.text, found.confirmed) == (_TITLE, True)


@pytest.mark.parametrize("shown", [f"{_TITLE} - Kabar Pagi", f"Kabar Daerah | {_TITLE}"])
def test_a_name_beside_the_headline_is_none_of_it(shown: str) -> None:
    found = _settled(f"<div><h1>{shown}</h1></div>", [_TITLE])
    assert (found.text, found.confirmed) == (_TITLE, True)


@pytest.mark.parametrize(
    "shown", [f"[FOTO] {_TITLE}", f"(Infografis): {_TITLE}", f"{_TITLE} [Video]"]
)
def test_a_label_in_brackets_that_the_head_lacks_is_none_of_it(shown: str) -> None:
    found = _settled(f"<div><h1>{shown}</h1></div>", [_TITLE])
    assert (found.text, found.confirmed) == (_TITLE, True)


@pytest.mark.parametrize("shown", [f"[POPULER] {_TITLE}", f"{_TITLE} (2)"])
def test_a_label_in_brackets_that_the_head_has_too_stays(shown: str) -> None:
    assert _settled(f"<div><h1>{shown}</h1></div>", [shown, _TITLE]).text == shown


def test_a_rule_within_a_headline_that_the_head_has_too_stays() -> None:
    title = f"{_TITLE} - Jawa Barat"
    assert _settled(f"<div><h1>{title}</h1></div>", [_TITLE, title]).text == title


def test_a_headline_that_nothing_speaks_against_stands() -> None:
    found = _settled(f"<div><h1>{_TITLE}</h1></div>", [])
    assert (found.text, found.confirmed) == (_TITLE, True)


def test_a_page_without_any_has_none() -> None:
    assert settle([], ["", ""], "") is None


def test_a_second_line_in_an_element_of_its_own_is_no_part_of_the_headline() -> None:
    page = f"<div><h1>{_TITLE}<small>Petani menunggu sejak subuh</small></h1></div>"
    assert _settled(page, [_TITLE]).text == _TITLE


def test_a_second_line_that_the_head_has_too_is_part_of_the_headline() -> None:
    page = "<div><h1>Panen Raya Dimulai <span>di Tiga Desa</span></h1></div>"
    assert _settled(page, [_TITLE]).text == _TITLE
