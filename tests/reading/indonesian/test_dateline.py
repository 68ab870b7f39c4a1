"""The place that opens a text is taken off it, wherever the house prints its own name."""

import pytest

from newsspider.reading.article.site_markup import Publisher
from newsspider.reading.html.paragraphs import Paragraph, Span
from newsspider.reading.indonesian.dateline import take_from

HOUSE = Publisher(own=r"kabar(?:\.co\.id|\s+news)?|warta", alone=r"kabar(?:\.co\.id)?")


def opening(*parts: str) -> Paragraph:
    """A paragraph of parts, those in stars bold."""
    return Paragraph([Span(part.strip("*"), strong=part.startswith("*")) for part in parts])


@pytest.mark.parametrize(
    ("parts", "place", "text"),
    [
        (["KABAR.CO.ID, Jakarta - Panen naik."], "Jakarta", "Panen naik."),
        (["*KABAR.CO.ID*", " , ", "*Jakarta*", " - Panen naik."], "Jakarta", "Panen naik."),
        (["*KABAR.CO.ID, Jakarta*", " Panen naik."], "Jakarta", "Panen naik."),
        (["KABAR.CO.ID,\u00a0JAKARTA -- Panen naik."], "JAKARTA", "Panen naik."),
        (["KABAR.CO.ID, JAKARTA–Panen naik."], "JAKARTA", "Panen naik."),
        (["KABAR.CO.ID, JAKARTA--Panen - raya - naik."], "JAKARTA", "Panen - raya - naik."),
        (["KABAR.CO.ID -- Panen naik."], None, "Panen naik."),
        (["WARTA, KUALA LUMPUR – Panen naik."], "KUALA LUMPUR", "Panen naik."),
        (["Mataram, Lombok (KABAR News) - Panen naik."], "Mataram, Lombok", "Panen naik."),
        (["Jakarta, 5/11 (KABAR News) - Panen naik."], "Jakarta", "Panen naik."),
        (["*Kabupaten Serayu*", " - "], "Kabupaten Serayu", ""),
    ],
)
def test_a_place_beside_the_house_is_the_dateline(
    parts: list[str], place: str | None, text: str
) -> None:
    paragraph = opening(*parts)
    assert take_from([paragraph], HOUSE) == place
    assert paragraph.text == text


@pytest.mark.parametrize(
    "parts",
    [
        ["Kabar, koran itu - kata dia."],
        ["*Timnas Pesisir*", " - Kapten kembali berlatih."],
        ["Kabar.co.id menulis panen - raya - naik."],
    ],
)
def test_what_only_looks_like_one_stays(parts: list[str]) -> None:
    paragraph = opening(*parts)
    assert take_from([paragraph], HOUSE) is None
    assert paragraph.text == "".join(part.strip("*") for part in parts).strip()
