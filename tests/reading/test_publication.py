"""When an article was published, by every form in which a page says so."""

from newsspider.extract import extract
from tests.support.drawn_pages import draw


def test_a_page_in_another_language_has_its_date_by_dateparser_and_says_so() -> None:
    article = extract(draw(lang="de", date="Mittwoch, 16. September 2026, 09:15 Uhr"))

    assert article.date_published == "2026-09-16T09:15:00+07:00"
    assert "date_by_dateparser" in article.warnings


def test_an_indonesian_line_is_the_grammars_whatever_the_page_declares() -> None:
    article = extract(draw(lang="de"))

    assert article.date_published == "2026-09-16T09:15:00+07:00"
    assert article.warnings == []
