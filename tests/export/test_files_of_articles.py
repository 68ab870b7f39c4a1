"""Formats of a file an article: names that any system takes, texts that stay text."""

import csv
import re
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsspider.export.card.markdown import escaped
from newsspider.export.file_names import safe_name
from tests.export.conftest import BODY, FORMULA, HOSTILE, MakeExport

URL: Final = "https://nasional.sindonews.com/read/3/15/berita-3-1650000000"
WINDOWS: Final = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def test_texts_stand_beside_a_table_that_names_them(make: MakeExport) -> None:
    folder, _ = make("txt")
    with (folder / "metadata.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*.txt")}
    assert {row["file"] for row in rows.values()} == {f for f in files if f.startswith("texts/")}
    assert rows["sindonews:pena:4"]["file"] == "texts/2026-04/sindonews-pena-4.txt"
    text = (folder / rows["sindonews:pena:1"]["file"]).read_text(encoding="utf-8")
    assert text == f"Banjir di Tiga Kecamatan\n\n{BODY}\n"
    assert "article_body" not in rows["sindonews:pena:1"]


def test_revisions_have_files_of_their_own(make: MakeExport) -> None:
    folder, _ = make("txt", all_revisions=True)
    names = sorted(path.name for path in folder.glob("texts/*/*-2*.txt"))
    assert names == ["sindonews-pena-2-r2.txt", "sindonews-pena-2.txt"]


def test_text_of_a_page_is_never_markup(make: MakeExport) -> None:
    folder, _ = make("md")
    (path,) = folder.glob("articles/*/sindonews-pena-3.md")
    front, text = path.read_text(encoding="utf-8").removeprefix("---\n").split("\n---\n", 1)
    assert 'taken_down_at: "2026-05-02T03:00:00Z"' in front
    assert shown(text) == ["heading", FORMULA, *HOSTILE.split("\n\n"), URL]
    assert "<script" not in MarkdownIt().render(text)


def shown(text: str) -> list[str]:
    """What a reader of Markdown sees: the kind of the first block, then the texts of all."""
    tokens = MarkdownIt("commonmark").parse(text)
    blocks = [token for token in tokens if token.type == "inline"]
    texts = ["".join(child.content for child in block.children or ()) for block in blocks]
    return [tokens[0].type.removesuffix("_open"), *texts]


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=30))
def test_any_line_is_shown_as_it_is(line: str) -> None:
    assert shown(escaped(line)) == ["paragraph", line]


@given(st.text(min_size=1), st.text(min_size=1))
def test_names_are_safe_and_never_shared(one: str, other: str) -> None:
    names = [safe_name(one), safe_name(other)]
    assert (names[0] == names[1]) == (one == other)
    for name in names:
        assert re.fullmatch("[a-z0-9-]{1,100}", name)
        assert not WINDOWS.fullmatch(name)


@pytest.mark.parametrize("identity", ["con", "COM1", "nul.txt", "a" * 300, "Ärger/..\\x", "-"])
def test_no_name_is_one_that_windows_keeps(identity: str) -> None:
    assert Path(safe_name(identity)).name == safe_name(identity)
    assert not WINDOWS.fullmatch(safe_name(identity))
