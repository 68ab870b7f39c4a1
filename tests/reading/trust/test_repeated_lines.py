"""Boilerplate that is found because it repeats over the articles of a run."""

from newsspider.reading.trust.repeated_lines import RepeatedLines

_LINE = "Nantikan kabar lain dari kami esok hari."


def _learned(with_line: int, without: int) -> RepeatedLines:
    learned = RepeatedLines()
    for number in range(with_line):
        learned.observe([f"Panen ke-{number} dimulai.", _LINE])
    for number in range(without):
        learned.observe([f"Lomba ke-{number} selesai."])
    return learned


def test_a_line_of_many_articles_is_boilerplate() -> None:
    assert _learned(5, 5).is_boilerplate(_LINE)


def test_four_articles_are_too_few() -> None:
    assert not _learned(4, 0).is_boilerplate(_LINE)


def test_a_line_of_few_among_many_articles_is_none() -> None:
    assert not _learned(5, 20).is_boilerplate(_LINE)


def test_a_line_twice_in_one_article_counts_once() -> None:
    learned = RepeatedLines()
    learned.observe([_LINE] * 9)
    assert not learned.is_boilerplate(_LINE)
