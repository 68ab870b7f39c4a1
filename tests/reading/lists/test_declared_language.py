"""Dates of lists are read in the language that the list declares."""

from datetime import UTC, datetime

import pytest

from newsspider.extract import Page, listing

URL = "https://nasional.sindonews.com/read/1731813/15/posko-sungai-buka-1784618000"
NOW = datetime(2026, 7, 22, tzinfo=UTC)
LINE = "mardi 21 juillet 2026 à 14h45"
INDEX = f"<html lang='{{}}'><body><div><a href='{URL}'>Posko</a><p>{LINE}</p></div></body></html>"
FEED = (
    f"<rss><channel><language>{{}}</language><item><title>Posko</title><link>{URL}</link><pubDate>"
    f"{LINE}</pubDate></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("address", "source"),
    [("https://www.sindonews.com/indeks/0", INDEX), ("https://www.sindonews.com/feed", FEED)],
)
def test_a_list_in_another_language_has_its_dates(address: str, source: str) -> None:
    def dates(language: str) -> list[str | None]:
        page = Page.from_bytes(address, source.format(language).encode(), NOW)
        return [entry.date_published for entry in listing(page).articles]

    assert (dates("fr"), dates("id")) == (["2026-07-21T14:45:00+07:00"], [None])
