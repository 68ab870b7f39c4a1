"""Where the rows of a list stand on its page."""

from datetime import UTC, datetime

import pytest

from newsspider.extract import Page, listing

READ = "https://daerah.sindonews.com/read/1700{0}/1/panen-raya-{0}-1784700{0}"


@pytest.mark.parametrize("tag", ["div", "table", "main"])
def test_a_container_holds_the_list_whatever_its_tag(tag: str) -> None:
    inner = f"<a href='{READ.format(101)}'>Panen Raya Dimulai</a>"
    inner = f"<tr><td>{inner}</td></tr>" if tag == "table" else f"<div>{inner}</div>"
    source = (
        f"<html><body><div><a href='{READ.format(102)}'>Bukan Bagian Daftar</a></div>"
        f"<{tag} class='list-article'>{inner}</{tag}></body></html>"
    )
    url = "https://www.sindonews.com/indeks/5/0?t=2026-07-22"
    page = Page.from_bytes(url, source.encode(), datetime(2026, 7, 24, tzinfo=UTC))
    assert [listed.headline for listed in listing(page).articles] == ["Panen Raya Dimulai"]


@pytest.mark.parametrize(
    "button",
    [
        "javascript:void(0)",
        "mailto:?subject=Panen",
        "whatsapp://send?text=Panen",
        "https://www.facebook.com/sharer/sharer.php?u=x",
        "https://twitter.com/intent/tweet?url=x",
        "https://twitter.com/home?status=x",
        "https://wa.me/?text=Panen",
    ],
)
def test_a_button_to_share_a_row_takes_nothing_of_it(button: str) -> None:
    row = (
        f"<div><a href='{button}'>Bagikan</a><h3><a href='{READ.format(101)}'>Panen Raya</a></h3>"
        "<p>Rabu, 22 Juli 2026 - 14:45 WIB</p></div>"
    )
    source = f"<html><body><div>{row}{row.replace('101', '102')}</div></body></html>"
    url = "https://www.sindonews.com/indeks/5/0?t=2026-07-22"
    page = Page.from_bytes(url, source.encode(), datetime(2026, 7, 24, tzinfo=UTC))
    dates = [listed.date_published for listed in listing(page).articles]
    assert dates == ["2026-07-22T14:45:00+07:00"] * 2
