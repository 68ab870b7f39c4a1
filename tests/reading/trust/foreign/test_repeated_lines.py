"""Boilerplate that is found because it repeats over the articles of a run."""

from newsspider.reading.trust.foreign.repeated_lines import RepeatedLines

_LINE = "Nantikan kabar lain dari kami esok hari."


def _last(with_line: int, without: int) -> bool:
    """Whether the last article with the line has boilerplate, after all others."""
    learned = RepeatedLines()
    for number in range(without):
        assert not learned.observe([f"Lomba ke-{number} selesai."])
    for number in range(with_line - 1):
        learned.observe([f"Panen ke-{number} dimulai.", _LINE])
    return learned.observe(["Panen raya sudah dimulai.", _LINE])


def test_a_line_of_many_articles_is_boilerplate() -> None:
    assert _last(5, 5)


def test_four_articles_are_too_few() -> None:
    assert not _last(4, 0)


def test_a_line_of_few_among_many_articles_is_none() -> None:
    assert not _last(5, 20)


def test_a_line_twice_in_one_article_counts_once() -> None:
    assert not RepeatedLines().observe([_LINE] * 9)


def test_the_setting_of_a_line_does_not_part_it() -> None:
    learned = RepeatedLines()
    lines = [_LINE, _LINE.upper(), f"“{_LINE}”", _LINE.rstrip("."), _LINE]
    assert [learned.observe([line]) for line in lines] == [False, False, False, False, True]


def test_text_without_a_repeated_line_has_no_boilerplate() -> None:
    learned = RepeatedLines()
    for number in range(6):
        learned.observe([f"Panen ke-{number} dimulai.", _LINE])
    assert not learned.observe(["Panen di sini belum dimulai."])
