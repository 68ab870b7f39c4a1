"""The published schema is that of the dataclass, and an independent reader understands it."""

import json
from pathlib import Path

from jsonschema import Draft202012Validator

from newsspider.schema import schema

ROOT = Path(__file__).parents[1]
PUBLISHED = ROOT / "docs" / "article.schema.json"


def test_the_published_schema_is_up_to_date() -> None:
    """`python -m newsspider.schema > docs/article.schema.json` puts it right."""
    assert json.loads(PUBLISHED.read_text("utf-8")) == schema()


def test_every_saved_record_validates() -> None:
    Draft202012Validator.check_schema(schema())
    validator = Draft202012Validator(schema())
    saved = (
        json.loads(path.read_text("utf-8")) for path in ROOT.glob("fixtures/*/*/expected.json")
    )
    records = [record for record in saved if "article_body" in record]

    assert len(records) > 16
    for record in records:
        assert not [error.message for error in validator.iter_errors(record)], record["id"]


def test_a_record_with_a_key_missing_or_unknown_does_not_validate() -> None:
    validator = Draft202012Validator(schema())
    record = json.loads(next(iter(_articles())).read_text("utf-8"))

    assert not validator.is_valid({**record, "unknown": 1})
    assert not validator.is_valid({key: value for key, value in record.items() if key != "editor"})


def _articles() -> list[Path]:
    found = sorted(ROOT.glob("fixtures/*/*/expected.json"))
    return [path for path in found if "article_body" in path.read_text("utf-8")]
