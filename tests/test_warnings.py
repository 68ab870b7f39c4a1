"""Every warning that a record may carry is documented, and none other is."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
CODES = re.compile(r'"([a-z]+_[a-z_]+)"')


def test_every_code_is_documented() -> None:
    table = (ROOT / "docs" / "warnings.md").read_text("utf-8")
    documented = re.findall(r"^\| `([a-z_]+)` \|", table, re.MULTILINE)
    sources = "".join(
        (ROOT / "newsspider" / name).read_text("utf-8")
        for name in (
            "extract/sindonews/article.py",
            "extract/sindonews/moments.py",
            "extract/dates/date.py",
            "store/lines.py",
        )
    )

    assert documented == sorted(documented)
    assert set(documented) <= set(CODES.findall(sources))
    for code in ("body_incomplete", "date_conflict", "weekday_mismatch"):
        assert code in documented
