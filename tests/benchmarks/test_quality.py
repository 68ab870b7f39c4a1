"""The scoreboard's measures, on readings whose worth is plain to see."""

from typing import Any

import pytest

from benchmarks.quality.cases import gold_cases, reading
from benchmarks.quality.score import FIELDS, forgiven, lines, paragraphs, token_f1

GOLD: dict[str, Any] = {
    "article_body": "Harga cabai turun.\n\nPetani lega.",
    "dateline": "JAKARTA",
    "editor": "min",
}


@pytest.mark.parametrize(
    ("got", "f1"),
    [
        (["Harga cabai turun.", "Petani lega."], 1.0),
        (["petani LEGA harga cabai turun"], 1.0),
        (["Harga cabai turun."], 0.75),
        (["Lain sama sekali"], 0.0),
        ([], 0.0),
    ],
)
def test_token_f1_counts_shared_words(got: list[str], f1: float) -> None:
    assert token_f1(paragraphs(GOLD), got) == f1


@pytest.mark.parametrize("end", ["Petani lega. (min)", "Petani lega.(min)", "Petani lega."])
def test_dateline_and_initials_are_forgiven(end: str) -> None:
    found = lines({"paragraphs": ["JAKARTA - Harga  cabai\nturun.", " ", end]})
    assert forgiven(found, GOLD) == paragraphs(GOLD)


@pytest.mark.parametrize(
    ("field", "gold", "got", "is_right"),
    [
        ("headline", "Harga Cabai", "Harga\u00a0Cabai ", True),
        ("headline", "Harga Cabai", "Harga Cabai - SINDOnews.com", False),
        ("description", None, "", True),
        ("date_published, the minute", "2022-01-11T10:52:00+07:00", "2022-01-11T03:52+00:00", True),
        ("date_published, the minute", "2022-01-11T10:52:00+07:00", "2022-01-11T10:52:00", True),
        ("date_published, the minute", "2022-01-11T10:52:00+07:00", "2022-01-11", False),
        ("date_published, the minute", "2022-01-11T10:52:00+07:00", None, False),
        ("date_published, the day", "2022-01-11T10:52:00+07:00", "2022-01-11", True),
        ("authors", ["Rina", "Budi"], ["budi", "Rina"], True),
        ("authors", [], None, True),
        ("authors", ["Rina"], ["Rina", "Editor"], False),
        ("image", {"url": "https://a/dyn/732/b.jpg"}, "https://a/dyn/850/b.jpg", True),
        ("image", None, "https://a/dyn/850/b.jpg", False),
        ("in_language", "id", "id-ID", True),
        ("in_language", "id", None, False),
    ],
)
def test_a_field_is_right_when_a_reader_would_say_so(
    field: str, gold: object, got: object, is_right: bool
) -> None:
    _, agrees = FIELDS[field]
    assert agrees(gold, got) is is_right


def test_every_gold_case_goes_to_the_peers_with_its_pages() -> None:
    cases = gold_cases()
    offered = {case.name: case.for_peers() for case in cases}
    assert len(offered) == len(cases) > 60
    assert offered["2021-24-two-pages"]["further_is_whole"]
    assert reading(cases[0])["paragraphs"] == cases[0].gold["article_body"].split("\n\n")
