"""What a peer's tests demand of its pages is read off their code, and scored as they would."""

from pathlib import Path
from typing import Final

import pytest

from benchmarks.quality.peers_test_pages import load, main, markdown, row

TESTS: Final = """
MOCK_PAGES = {
    "https://kabar.example/panen": "panen.html",
    "https://kabar.example/garam": "garam.html",
    "https://kabar.example/gone": "gone.html",
    "https://drawn": "panen.html",
}

def test_extract(xmloutput):
    result = load_mock_page("https://kabar.example/panen", xmloutput)
    assert "buah  masak" in result and "Baca Juga" not in result  # and "Iklan" not in result
    if xmloutput is False:
        assert "tempat jemur" in result
    result = len(result)
    assert "Harga Beras" in result

def test_date():
    assert find_date(load_mock_page("https://kabar.example/panen")) == "2026-07-21"
    page = load_mock_page("https://kabar.example/panen")
    assert (
        find_date(load_mock_page("https://kabar.example/panen"), original_date=True)
        == "2026-07-20"
    )
    assert find_date(load_mock_page("https://kabar.example/garam"), outputformat="%d") == "2026"
    assert find_date(load_mock_page("https://kabar.example/garam")) is None
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    cache = tmp_path / "tests" / "cache"
    cache.mkdir(parents=True)
    (tmp_path / "tests" / "unit_tests.py").write_text(TESTS, encoding="utf-8")
    for name in ("panen", "garam"):
        (cache / f"{name}.html").write_text(f"<h1>{name}</h1>", encoding="utf-8")
    return tmp_path


def test_the_demands_of_a_peers_tests_are_read_off_their_code(folder: Path) -> None:
    panen, garam = load([folder, folder])
    assert panen.wanted.held == {"buah masak", "tempat jemur"}
    assert panen.wanted.left_out == {"Baca Juga"}
    assert panen.wanted.published == {"2026-07-20"}
    assert not garam.wanted.days


def test_a_reading_is_scored_as_the_peers_tests_would(folder: Path) -> None:
    pages = load([folder])
    text = ["Hujan membuat buah\nmasak serentak.", "Baca Juga"]
    said = {"paragraphs": text, "date_published": "2026-07-21T09:10:00+07:00", "warnings": []}
    cells = row("newsspider 1", [said, {}], pages)
    assert cells == ["newsspider 1", "1", "1", "1", "0", "1", "1"]
    assert row("other 1", [said | {"date_published": "2026-07-20"}, {}], pages)[4:] == [
        "1",
        "0",
        "–",
    ]
    assert "| newsspider 1 | 1 | 1 | 1 | 0 | 1 | 1 |" in markdown([cells], pages)


def test_a_folder_without_pages_is_refused_in_a_line(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"no tests/cache"):
        main([tmp_path])
