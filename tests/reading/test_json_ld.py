"""JSON-LD with all that templates do to it."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsspider.reading.json_ld import objects, of_type, text_of

NEWS: dict[str, Any] = {"@type": "NewsArticle", "headline": "Harga Naik"}
PLAIN = json.dumps(NEWS)


@pytest.mark.parametrize(
    "block",
    [
        PLAIN,
        f"\n  {PLAIN};\n",
        f"<!-- {PLAIN} -->",
        f"//<![CDATA[\n{PLAIN}\n//]]>",
        f"/*<![CDATA[*/{PLAIN}/*]]>*/",
        f"<![CDATA[{PLAIN}]]>",
        '{"@type": "NewsArticle", "headline": "Harga Naik",}',
        '{"@type": "NewsArticle", /* judul */ "headline": "Harga Naik", // habis\n}',
        PLAIN.replace('"', "&quot;"),
        f"[{PLAIN}]",
        f"[[{PLAIN}]]",
        '{"@context": "https://schema.org", "@graph": [' + PLAIN + "]}",
        '{"@graph": ' + PLAIN + "}",
        PLAIN + "}",
    ],
)
def test_the_article_is_found_however_it_is_wrapped(block: str) -> None:
    assert of_type(objects([block]), "NewsArticle") == [NEWS]


@pytest.mark.parametrize("vocabulary", ["https://schema.org/", "http://schema.org#", "schema:"])
def test_a_type_may_bear_the_name_of_its_vocabulary(vocabulary: str) -> None:
    found = objects([PLAIN.replace("NewsArticle", f"{vocabulary}NewsArticle")])
    assert [item["headline"] for item in of_type(found, "NewsArticle")] == [NEWS["headline"]]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ('{"@type": "A", "d": "satu\ndua\ttiga"}', {"@type": "A", "d": "satu\ndua\ttiga"}),
        ('{"@type": "A", "d": "a,}b // c"}', {"@type": "A", "d": "a,}b // c"}),
        ('{"@type": "A", "w": NaN, "h": -Infinity}', {"@type": "A", "w": None, "h": None}),
        ('{"@type": "A", "n": ' + "9" * 5000 + "}", {"@type": "A", "n": None}),
        ('{"@type": "A", "n": 12}', {"@type": "A", "n": 12}),
        (
            r'{"@type": "A", "d": "Jum\'at \dini \u00zz \""}',
            {"@type": "A", "d": "Jum'at \\dini \\u00zz \""},
        ),
        (
            '{"@type": "A", "d": "Warga "Suka Maju" pindah"}',
            {"@type": "A", "d": 'Warga "Suka Maju" pindah'},
        ),
    ],
)
def test_values_are_read_as_they_were_meant(block: str, expected: dict[str, Any]) -> None:
    assert objects([block]) == [expected]


@pytest.mark.parametrize(
    "block",
    ["", "null", '"teks"', "{", "[" * 100_000, '{"a":' * 100_000, "<p>", '{"@type": "A" "b"}'],
)
def test_what_cannot_be_read_gives_nothing(block: str) -> None:
    assert objects([block]) == []


def test_two_objects_in_a_block_and_two_blocks_keep_their_order() -> None:
    blocks = ['{"@type": "A"}{"@type": "B"}', '{"@type": ["C", "https://schema.org/D"]}']

    assert [item["@type"] for item in objects(blocks)] == ["A", "B", ["C", "https://schema.org/D"]]
    assert of_type(objects(blocks), "D") == [{"@type": ["C", "https://schema.org/D"]}]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("https://a/b.jpg", "https://a/b.jpg"),
        ({"url": "https://a/b.jpg"}, "https://a/b.jpg"),
        ([{"url": ["https://a/b.jpg", "https://a/c.jpg"]}], "https://a/b.jpg"),
        ({"width": 5}, None),
        ("Film &amp; &quot;Musik&quot;", 'Film & "Musik"'),
        ([], None),
        (5, None),
        (" ", None),
    ],
)
def test_a_text_is_found_in_any_form_that_schema_org_allows(value: Any, expected: str) -> None:
    assert text_of(value, "url") == expected


@given(st.text(alphabet='{}[],:"\\/*@typegrah nN1-\n<!&', max_size=60))
def test_reading_never_raises(block: str) -> None:
    json.dumps(objects([block]), allow_nan=False)
